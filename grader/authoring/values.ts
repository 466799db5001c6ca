import type { Matrix } from '../../reference/matrix';

/** What an exercise's function may return. */
export type Value = number | readonly number[] | Matrix | readonly Value[] | { readonly [name: string]: Value };

/** What the parts of an answer are called: `'A'`, or `['A1', 'A2']` for a function that returns a pair. */
export type Names = string | readonly string[];

import type { Matrix } from '../../reference/matrix';
import type { GivenFunction } from './given';

/** What a case may hand to a learner's function. Vectors and matrices hold numbers alone; a function stands alone. */
export type Input =
  | number
  | readonly number[]
  | readonly (readonly number[])[]
  | { readonly [name: string]: Input }
  | GivenFunction;

/** What an exercise's function may return. */
export type Value = number | readonly number[] | Matrix | readonly Value[] | { readonly [name: string]: Value };

/** What the parts of an answer are called: `'A'`, or `['A1', 'A2']` for a function that returns a pair. */
export type Names = string | readonly string[];

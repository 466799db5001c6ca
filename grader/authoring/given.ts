/**
 * Functions that a case hands to the learner's function: a loss, an activation, a source of random numbers. They must
 * come from the workbook's `reference/functions.ts`, from which the guest makes its own: no function crosses over.
 */

/** A function among a case's inputs. */
export type GivenFunction = (...inputs: never[]) => unknown;

/** How the guest makes a function: the export of that name, or what that export returns for the numbers `of`. */
export interface Given {
  readonly name: string;
  readonly of: readonly number[] | null;
  /** Another one like it, at its beginning. */
  readonly again: () => GivenFunction;
}

const known = new WeakMap<GivenFunction, Given>();

/** Hands over a function of `reference/functions.ts` as it is: `given(mseLoss)`. */
export function given<F extends GivenFunction>(f: F): F {
  known.set(f, { name: f.name, of: null, again: () => f });
  return f;
}

/** Hands over what a function of `reference/functions.ts` makes, new for each call: `made(uniform, 7)`. */
export function made<Of extends number[], F extends GivenFunction>(factory: (...of: Of) => F, ...of: Of): F {
  const f = factory(...of);
  known.set(f, { name: factory.name, of, again: () => made(factory, ...of) });
  return f;
}

/** The functions of a workbook's `reference/functions.ts`, by name. */
export type Functions = Readonly<Record<string, unknown>>;

/** The one of `functions` that is called so, or what it makes of numbers, handed over; null when there is none. */
export function givenCalled({ name, of }: Pick<Given, 'name' | 'of'>, functions: Functions): GivenFunction | null {
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (typeof found !== 'function') return null;
  return of === null ? given(found as GivenFunction) : made(found as (...of: number[]) => GivenFunction, ...of);
}

/**
 * How the guest makes `f`.
 *
 * @throws TypeError when a case holds a function that was not handed over with `given` or `made`
 */
export function givenOf(f: GivenFunction): Given {
  const found = known.get(f);
  if (found !== undefined) return found;
  throw new TypeError(
    `a case hands over the function ${f.name || '(without a name)'} as it is: write given(${f.name || 'f'})`,
  );
}

/** How a function of a case is shown: `mseLoss`, `uniform(7)`. */
export function givenWords(f: GivenFunction): string {
  const { name, of } = givenOf(f);
  return of === null ? name : `${name}(${of.join(', ')})`;
}

/** `inputs` as JSON, functions by name: equal texts mean equal inputs. */
export function inputsAsText(inputs: unknown): string {
  return JSON.stringify(inputs, (_, value: unknown) => {
    if (typeof value !== 'function') return value;
    const { name, of } = givenOf(value as GivenFunction);
    return { function: name, of };
  });
}

import type { Tolerance } from './compare';
import { DEFAULT_TOLERANCE, EXACT } from './compare';
import type { Finding } from './findings';
import type { Names, Value } from './values';

/** A function that an exercise asks for. */
// biome-ignore lint/suspicious/noExplicitAny: "any function" as a constraint; the real parameters are inferred from the reference
export type AnyFunction = (...inputs: any[]) => Value;

/** Agreement with the reference on each case. */
export interface Agreement {
  readonly kind: 'agreement';
  readonly tolerance: Tolerance;
}

/** The answer, or each part of it, has the shape of the reference's. */
export interface SameShape {
  readonly kind: 'same-shape';
}

/** The arguments are the same after the call as before. */
export interface InputsUnchanged {
  readonly kind: 'inputs-unchanged';
  readonly tolerance: Tolerance;
}

/** What must hold of every answer on its own. `Output` is what it can look at. */
export interface Invariant<Output> {
  readonly kind: 'invariant';
  /** The first thing that is wrong, or null. `names` are what the parts of the answer are called. */
  readonly test: (output: Output, names: Names) => Finding | null;
}

/** Agreement with one of several right answers, for functions that leave something to the learner. */
export interface OneOf<Inputs, Output> {
  readonly kind: 'one-of';
  /** All the right answers on given inputs. */
  readonly answers: (inputs: Inputs) => readonly Output[];
  /** Completes the sentence `W[0][0] is 0.3, which ...`: `no order of the samples gives`. */
  readonly complaint: string;
  readonly tolerance: Tolerance;
}

/** What must hold between several calls (a metamorphic relation). */
export interface Law<Inputs, Output> {
  readonly kind: 'law';
  /** The relation as the learner reads it: `softmax(Z + 5) = softmax(Z)`. */
  readonly statement: string;
  /** The further calls to make for a case. */
  readonly calls: (inputs: Inputs) => readonly Inputs[];
  /** What each further call must return, worked out from what the case's own call returned. */
  readonly expected: (output: Output, inputs: Inputs) => readonly Output[];
  readonly tolerance: Tolerance;
}

/** What a check may state about a function from `Inputs` to `Output`. */
export type Property<Inputs, Output> =
  | Agreement
  | SameShape
  | InputsUnchanged
  | Invariant<Output>
  | OneOf<Inputs, Output>
  | Law<Inputs, Output>;

/** A property once its function's types have done their work: inputs and answers are data from here on. */
// biome-ignore lint/suspicious/noExplicitAny: erased on purpose, in this one place
export type AnyProperty = Property<any, any>;

/** The answer is the reference's, within `tolerance` (by default NumPy's `allclose`, rtol 1e-5, atol 1e-8). */
export function agreesWithReference(tolerance: Partial<Tolerance> = {}): Agreement {
  return {
    kind: 'agreement',
    tolerance: { ...DEFAULT_TOLERANCE, ...tolerance },
  };
}

/** The answer has the reference's shape, whatever its entries. */
export function hasTheShape(): SameShape {
  return { kind: 'same-shape' };
}

/**
 * The call changes none of its arguments: exactly, unless a `tolerance` forgives what is left when something is added
 * and taken away again. Best stated on small cases: the arguments travel back.
 */
export function inputsUnchanged(tolerance: Partial<Tolerance> = {}): InputsUnchanged {
  return {
    kind: 'inputs-unchanged',
    tolerance: { ...EXACT, ...tolerance },
  };
}

/**
 * A relation between several calls of `F`.
 *
 * @example
 *     law<typeof softmax>({
 *       statement: 'softmax(Z + 5) = softmax(Z)',
 *       calls: ([Z]) => [[shift(Z, 5)]],
 *       expected: (A) => [A],
 *     })
 */
export function law<F extends AnyFunction>(
  relation: Omit<Law<Parameters<F>, ReturnType<F>>, 'kind' | 'tolerance'> & {
    readonly tolerance?: Partial<Tolerance>;
  },
): Law<Parameters<F>, ReturnType<F>> {
  return {
    kind: 'law',
    ...relation,
    tolerance: { ...DEFAULT_TOLERANCE, ...relation.tolerance },
  };
}

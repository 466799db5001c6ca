import { compare, DEFAULT_TOLERANCE, type Tolerance, worstDistance } from './compare';
import type { Finding } from './findings';
import type { AnyFunction, OneOf } from './properties';
import type { Names, Value } from './values';

/**
 * One of several right answers, for functions that leave something to the learner.
 *
 * @param answers all of them, for given inputs
 * @param complaint completes the sentence `W[0][0] is 0.3, which ...`: `no order of the samples gives`
 */
export function isOneOf<F extends AnyFunction>(
  answers: (...inputs: Parameters<F>) => readonly ReturnType<F>[],
  complaint: string,
  tolerance: Partial<Tolerance> = {},
): OneOf<Parameters<F>, ReturnType<F>> {
  // The submissions of a class are judged on the same inputs.
  const known = new WeakMap<Parameters<F>, readonly ReturnType<F>[]>();
  return {
    kind: 'one-of',
    answers(inputs) {
      const all = known.get(inputs) ?? answers(...inputs);
      known.set(inputs, all);
      return all;
    },
    complaint,
    tolerance: { ...DEFAULT_TOLERANCE, ...tolerance },
  };
}

/** What is wrong with an answer that is none of the right ones on these inputs; null when it is one. */
export function compareWithNearest<Inputs>(
  output: Value,
  inputs: Inputs,
  { answers, complaint, tolerance }: OneOf<Inputs, Value>,
  names: Names,
): Finding | null {
  const all = answers(inputs);
  const distances = all.map((answer) => worstDistance(output, answer, names, tolerance));
  const finding = compare(output, all[distances.indexOf(Math.min(...distances))], names, tolerance);
  if (finding?.kind !== 'entry') return finding;
  const { name, at, got, expected } = finding;
  return { kind: 'none-of', name, at, got, expected, complaint };
}

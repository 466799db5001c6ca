import type { Input, Value } from './values';

/** Arguments that are made of the answer to another exercise. */
export interface After<Inputs extends readonly unknown[]> {
  readonly exercise: string;
  /** The case of that exercise. */
  readonly caseName: string;
  readonly inputs: (answer: Value) => Inputs;
}

export type AnyAfter = After<readonly Input[]>;

/**
 * Arguments that are made of what the exercise called `name` answers on its case `caseName`:
 * `after('forwardMlp', 'exercise-1', ([, A2]: ReturnType<typeof forwardMlp>) => [A2, oneHot([0, 1], 2)])`.
 */
export function after<Answer extends Value, const Inputs extends unknown[]>(
  name: string,
  caseName: string,
  inputs: (answer: Answer) => [...Inputs],
): After<Inputs> {
  return { exercise: name, caseName, inputs: (answer) => inputs(answer as Answer) };
}

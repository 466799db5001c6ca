import { DEFAULT_TOLERANCE, type Tolerance, wrongEntries } from '../authoring/compare';
import { coerce } from './coerce';
import { answerToJson, shapeAlone, toJson } from './json';
import type { Failure } from './judge';
import type { Call, Plan } from './plan';
import type { Example } from './report';

/** A call and its answer, judged as closely as the check at `index` asks for, as the report shows them. */
export function exampleOf(plan: Plan, index: number, { call, answer }: Pick<Failure, 'call' | 'answer'>): Example {
  const { returns } = plan.exercise;
  const tolerance = toleranceOf(plan, index, call.caseName);
  return {
    case: call.caseName,
    inputs: inputsToJson(plan, call),
    expected: toJson(call.expected()),
    got: answer === null ? null : answerToJson(answer),
    returns,
    tolerance,
    wrong: wrongPositions(plan, call, answer, tolerance),
  };
}

/** The arguments of a call by the names of the parameters. */
export function inputsToJson({ exercise }: Plan, { inputs }: Call): Example['inputs'] {
  return Object.fromEntries(inputs.map((input, i) => [exercise.parameters[i], toJson(input)]));
}

function wrongPositions(
  plan: Plan,
  call: Call,
  answer: Failure['answer'],
  tolerance: Tolerance,
): NonNullable<Example['wrong']> {
  // Where several answers are right, the reference's does not decide about single entries.
  if (answer === null || call.severalRightAnswers) return {};
  const { returns } = plan.exercise;
  const want = call.expected();
  const result = coerce(answer, want, returns);
  if ('finding' in result) return {};
  const parts = wrongEntries(result.value, want, returns, tolerance);
  return Object.fromEntries(parts.filter((part) => shapeAlone(part.want) === null).map(({ name, at }) => [name, at]));
}

/**
 * How close an answer must come to the reference's on a case that the check at `index` looks at. A check of agreement
 * says so itself; for any other check, one of agreement does, on the same case if possible.
 */
export function toleranceOf({ checks }: Plan, index: number, caseName: string): Tolerance {
  const onCase = checks.filter(({ check }) => check.on.includes(caseName));
  for (const { check } of [checks[index], ...onCase, ...checks]) {
    if (check.holds.kind === 'agreement') return check.holds.tolerance;
  }
  return DEFAULT_TOLERANCE;
}

import type { Input } from '../../../authoring/values';
import type { ThrownError } from '../../../sandbox/host/outcome';
import type { Answer } from '../../../sandbox/host/pack';
import type { Verdict } from '../../judge';
import type { Plan } from '../../plan';
import type { Attempt } from '../../run';

/** What an answer that loses points shows. */
type Symptom = 'threw' | 'not-finite' | 'wrong-numbers' | 'undefined' | 'text' | 'wrong-kind' | 'changed-input';

/** What is known of an exercise that failed, beside its source. */
export interface Evidence {
  readonly exercise: string;
  /** Whether it returns several things in an array. */
  readonly returnsList: boolean;
  /** Names of the exercise's parameters, as its contract has them. */
  readonly parameters: readonly string[];
  /** All exercises of the workbook. */
  readonly exercises: readonly string[];
  /** What kept it from running to its end. */
  readonly problem: Attempt['problem'];
  /** What was thrown by calls, or while the file was loaded. */
  readonly thrown: readonly ThrownError[];
  readonly symptoms: ReadonlySet<Symptom>;
  /** The names of functions whose result the answer uses, in any of its files. */
  readonly wanted: ReadonlySet<string>;
  /** Arguments of one of the calls. */
  readonly inputs: readonly Input[];
  /** Arguments of the call of each case. */
  readonly cases: readonly (readonly Input[])[];
}

/**
 * @param exercises the names of all exercises
 * @param wanted the names of functions whose result the answer uses
 */
export function evidenceOf(
  plan: Plan,
  { problem, verdicts }: Attempt,
  exercises: readonly string[],
  wanted: ReadonlySet<string>,
): Evidence {
  const failures = verdicts.flatMap((verdict) => (verdict.status === 'failed' ? [verdict.failure] : []));
  const thrown = failures.flatMap(({ finding }) => (finding.kind === 'threw' ? [finding] : []));
  const atLoad = problem !== null && problem.kind === 'load' && 'place' in problem ? [problem] : [];
  return {
    exercise: plan.exercise.name,
    returnsList: typeof plan.exercise.returns !== 'string',
    parameters: plan.exercise.parameters,
    exercises,
    problem,
    thrown: [...atLoad, ...thrown],
    symptoms: new Set(verdicts.flatMap(symptomsOf)),
    wanted,
    inputs: plan.cases[0]?.inputs ?? [],
    cases: plan.cases.map(({ inputs }) => inputs),
  };
}

function symptomsOf(verdict: Verdict): Symptom[] {
  if (verdict.status !== 'failed') return [];
  const { finding, answer } = verdict.failure;
  if (finding.kind === 'threw') return ['threw'];
  if (finding.kind === 'changed-input') return ['changed-input'];
  return answer === null ? [] : answerSymptoms(answer);
}

/** What the numbers of an answer, or its kind, show. */
export function answerSymptoms(answer: Answer): Symptom[] {
  switch (answer.kind) {
    case 'number':
      return numbersSymptoms([answer.value]);
    case 'vector':
      return numbersSymptoms(answer.value);
    case 'matrix':
      return numbersSymptoms(answer.value.flat());
    case 'list':
      return answer.items.flatMap(answerSymptoms);
    case 'record':
      return Object.values(answer.entries).flatMap(answerSymptoms);
    case 'other': {
      const is = 'is' in answer ? answer.is : 'first' in answer ? answer.first : answer.what;
      return is === 'undefined' ? ['undefined'] : is === 'string' ? ['text'] : ['wrong-kind'];
    }
  }
}

function numbersSymptoms(numbers: readonly number[]): Symptom[] {
  return [numbers.every(Number.isFinite) ? 'wrong-numbers' : 'not-finite'];
}

/** Whether any of these symptoms shows. */
export function shows({ symptoms }: Evidence, ...any: readonly Symptom[]): boolean {
  return any.some((symptom) => symptoms.has(symptom));
}

/** What was thrown in a file, on a line. */
export function thrownOn({ thrown }: Evidence, file: string, line: number): readonly ThrownError[] {
  return thrown.filter(({ place }) => place?.id === file && place.line === line);
}

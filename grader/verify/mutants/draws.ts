import type { Exercise } from '../../authoring/exercise';
import type { Input } from '../../authoring/values';
import { caseInputs } from '../../grading/plan';
import { countNumbers } from '../../sandbox/protocol/pack';

/** Inputs larger than this say no more, and take long. */
const MAX_NUMBERS = 100;

/** `count` inputs that the function of an exercise is for. */
export function drawsOf(exercise: Exercise, seed: string, count: number): readonly (readonly Input[])[] {
  const names = Object.keys(exercise.cases).filter((name) => !exercise.severalRightAnswers?.includes(name));
  const small = names.filter((name) => sizeOf(caseInputs(exercise, name, seed)) <= MAX_NUMBERS);
  return Array.from({ length: count }, (_, i) =>
    caseInputs(exercise, small[i % small.length], `${seed}-${Math.floor(i / small.length)}`),
  );
}

function sizeOf(inputs: readonly Input[]): number {
  return inputs.reduce<number>((sum, input) => sum + countNumbers(input), 0);
}

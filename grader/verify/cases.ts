import { caseInputs } from '../authoring/caseInputs';
import type { Exercise } from '../authoring/exercise';
import { inputsAsText } from '../authoring/given';

/** Cases must depend on the seed alone: the same twice. */
export function caseProblems(exercise: Exercise, seed: string): readonly string[] {
  return Object.keys(exercise.cases).flatMap((name) => {
    const [once, again] = [caseInputs(exercise, name, seed), caseInputs(exercise, name, seed)];
    if (inputsAsText(once) !== inputsAsText(again)) {
      return [`the case "${name}" changes between runs. Draw its numbers from the case's own random argument.`];
    }
    const used = exercise.checks.some(({ on }) => on.includes(name));
    return used ? [] : [`no check looks at the case "${name}". Name it under "on" of a check, or drop it.`];
  });
}

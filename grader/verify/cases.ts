import { caseInputs } from '../authoring/caseInputs';
import { kindOfDraw } from '../authoring/draws';
import type { Exercise } from '../authoring/exercise';
import { inputsAsText } from '../authoring/given';

/** Cases, and draws from each domain, must be used, and depend on the seed alone: the same twice. */
export function caseProblems(exercise: Exercise, seed: string): readonly string[] {
  const used = new Set(exercise.checks.flatMap(({ on }) => on));
  const usedDraws = new Set([...used].map(kindOfDraw));
  function changes(name: string): boolean {
    const [once, again] = [caseInputs(exercise, name, seed), caseInputs(exercise, name, seed)];
    return inputsAsText(once) !== inputsAsText(again);
  }
  return [
    ...Object.keys(exercise.cases).flatMap((name) => {
      if (changes(name))
        return [`the case "${name}" changes between runs. Draw its numbers from the case's own random argument.`];
      return used.has(name) ? [] : [`no check looks at the case "${name}". Name it under "on" of a check, or drop it.`];
    }),
    ...[...exercise.domains.keys()].flatMap((kind) => {
      if (changes(`${kind} 1`)) return [`the domain of "${kind} 1" changes between runs: it must not use Math.random.`];
      return usedDraws.has(kind)
        ? []
        : [`no check is on draws of "${kind}". Add draws(...) to one, or drop the domain.`];
    }),
  ];
}

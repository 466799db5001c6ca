import type { Exercise } from '../authoring/exercise';
import type { Misconceptions } from '../authoring/misconceptions';
import { RULES } from '../grading/tutor/traps/registry';

/** Names in a fixture that nothing has: of what hints are due for, and of exercises and cases that cases follow. */
export function nameProblems(
  exercise: Exercise,
  exercises: readonly Exercise[],
  misconceptions: Misconceptions,
): readonly string[] {
  return [...hintProblems(exercise, misconceptions), ...followProblems(exercise, exercises)];
}

function hintProblems({ hints, checks }: Exercise, misconceptions: Misconceptions): readonly string[] {
  const known = new Set([...checks.map(({ id }) => id), ...Object.keys(misconceptions), ...RULES.map(({ id }) => id)]);
  return hints.flatMap(({ due }, i) =>
    (due ?? [])
      .filter((name) => !known.has(name))
      .map((name) => `hint ${i + 1} is due for "${name}", which is no check, misconception or trap.`),
  );
}

function followProblems({ follows = {} }: Exercise, exercises: readonly Exercise[]): readonly string[] {
  return Object.entries(follows).flatMap(([caseName, { exercise: name, caseName: before }]) => {
    const other = exercises.find((one) => one.name === name);
    if (other !== undefined && Object.hasOwn(other.cases, before)) return [];
    return [`the case "${caseName}" follows the case "${before}" of ${name}, which does not exist.`];
  });
}

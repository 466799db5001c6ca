import type { Exercise } from '../../authoring/exercise';
import type { NamedAnswer } from '../../workbook/namedAnswers';
import { loadFunctions, loadMisconceptions, loadVariants, type Workbook } from '../../workbook/workbook';
import { outcomeOf } from './inProcess';
import { behavesLike } from './named';

/** Why named answers may not be asked about: whom else their questions would reach, a sentence each. */
export async function namedProblems(
  workbook: Workbook,
  exercise: Exercise,
  named: readonly NamedAnswer[],
): Promise<readonly string[]> {
  if (named.length === 0) return [];
  const variants = await loadVariants(workbook, exercise.name);
  const functions = await loadFunctions(workbook);
  const misconceptions = await loadMisconceptions(workbook, exercise.name);
  const right = [
    ['the reference', exercise.reference] as const,
    ...Object.entries(variants).map(([name, answer]) => [`the variant "${name}"`, answer] as const),
  ];
  const known = Object.entries(misconceptions).map(
    ([name, { answer }]) => [`the misconception "${name}"`, answer] as const,
  );
  return named.flatMap((one) =>
    [...right, ...known]
      .filter(([, answer]) => behavesLike(one, functions, (inputs) => outcomeOf(answer, inputs, false)))
      .map(
        ([whose]) =>
          `fixtures/${exercise.name}/named.json: "${one.name}" is what ${whose} comes to, too. Remove it from the file.`,
      ),
  );
}

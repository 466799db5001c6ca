import { loadMisconceptions, loadSlips, type Workbook } from '../../workbook/workbook';
import type { Plan } from '../plan';
import { type Mistakes, recordedMistakes } from '../recorded/mistakes';
import { slipsFinder } from './slips';
import { suspectsOf } from './suspect';

/** What is known to go wrong in an exercise, ready to be compared with answers: of the workbook's code, or recorded. */
export async function mistakesOf(workbook: Workbook, plan: Plan): Promise<Mistakes> {
  if (workbook.handout !== undefined) return recordedMistakes(workbook.root, plan);
  const { name } = plan.exercise;
  const suspects = suspectsOf(await loadMisconceptions(workbook, name));
  return { suspects, slips: slipsFinder(await loadSlips(workbook, name)), solvesElsewhere: false };
}

import { askNumpy } from '../verify/numpy';
import { shownPath } from '../workbook/callerPaths';
import { writeWhole } from '../workbook/files';
import { openWorkbook } from '../workbook/open';
import { selectExercises } from '../workbook/select';
import type { SharedOptions } from './sharedOptions';

/** `numpy`: asks NumPy for its answers again and writes `numpy.json` of each exercise. */
export async function numpyCommand(
  names: readonly string[],
  { seed, workbook: typed }: Pick<SharedOptions, 'seed' | 'workbook'>,
): Promise<number> {
  const workbook = await openWorkbook(typed);
  const exercises = selectExercises(workbook, names);
  for (const [file, text] of askNumpy(workbook, exercises, seed)) {
    await writeWhole(file, text);
    process.stdout.write(`${shownPath(file)}\n`);
  }
  return 0;
}

import writeFileAtomic from 'write-file-atomic';
import { askNumpy, NumpyError } from '../verify/numpy';
import { openWorkbook } from './open';
import { selectExercises } from './select';
import { shownPath, UsageError } from './usage';

/** `numpy`: asks NumPy for its answers again and writes `numpy.json` of each exercise. */
export async function numpyCommand(
  names: readonly string[],
  { seed, workbook: typed }: { readonly seed: string; readonly workbook?: string },
): Promise<number> {
  const workbook = await openWorkbook(typed);
  const exercises = selectExercises(workbook, names);
  try {
    for (const [file, text] of askNumpy(workbook, exercises, seed)) {
      await writeFileAtomic(file, text);
      process.stdout.write(`${shownPath(file)}\n`);
    }
  } catch (error) {
    if (error instanceof NumpyError) throw new UsageError(error.message);
    throw error;
  }
  return 0;
}

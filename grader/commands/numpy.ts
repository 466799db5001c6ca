import writeFileAtomic from 'write-file-atomic';
import { askNumpy, NumpyError } from '../verify/numpy';
import { shownPath, UsageError } from '../workbook/callerPaths';
import { openWorkbook } from '../workbook/open';
import { selectExercises } from '../workbook/select';

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

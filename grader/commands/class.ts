import { type ClassOptions, gradeClass } from '../class/grade';
import { mergeClass } from '../class/merge';
import { ClassProblem } from '../class/problem';
import { UsageError } from '../workbook/callerPaths';

/** `class DIR` and `class merge OUT...`: 0 done, 1 joined but parts are missing, 2 refused, 130 stopped by Ctrl-C. */
export async function classCommand(folders: readonly string[], options: ClassOptions): Promise<number> {
  try {
    const [folder, ...more] = folders;
    if (folder === 'merge') return await mergeClass(more, options);
    if (more.length > 0) throw new UsageError(`class grades one folder of submissions, not ${folders.length}.`);
    return await gradeClass(folder, options);
  } catch (error) {
    if (error instanceof ClassProblem) throw new UsageError(error.message);
    throw error;
  }
}

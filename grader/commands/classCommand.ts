import { type ClassOptions, gradeClass } from '../class/grade';
import { mergeClass } from '../class/merge';
import { UserError } from '../errors';

/** `class DIR` and `class merge OUT...`: 0 done, 1 joined but parts are missing, 2 refused, 130 stopped by Ctrl-C. */
export async function classCommand([folder, ...more]: readonly string[], options: ClassOptions): Promise<number> {
  if (folder === 'merge') return mergeClass(more, options);
  if (more.length > 0) throw new UserError(`class grades one folder of submissions, not ${more.length + 1}.`);
  return gradeClass(folder, options);
}

import type { StudentFolder } from './intake/submissions';
import { listed } from './listing';
import type { OutputFolder } from './store/outputFolder';

/** Who was graded, but has no mark, as the report could not be written: in a line, or none. */
export function unkeptLines(graded: readonly StudentFolder[], { results }: OutputFolder): readonly string[] {
  const unkept = graded.filter(({ student }) => !results.has(student)).map(({ student }) => student);
  return listed('Without a mark, as the report could not be written; run the same command again', unkept);
}

import path from 'node:path';
import type { Module } from '../sandbox/messages';
import { Submission } from '../sandbox/program';
import type { Workbook } from '../workbook';

/**
 * The module `reference/<name>.ts` and what it imports, as the guest runs them: sealed, so that their functions'
 * source cannot be read. The module keeps its file's name; what it imports is renamed, so that it cannot meet files
 * of the learner's.
 */
export function referenceModules({ root }: Workbook, name: string): readonly Module[] {
  const program = new Submission(path.join(root, 'reference')).program(name);
  if ('kind' in program) throw new Error(`reference/${program.id}: ${program.message}`);
  const rename = (id: string) => (id === program.entry || id === 'mathjs' ? id : `reference:${id}`);
  return program.modules.map(({ id, code, imports }) => ({
    id: rename(id),
    code,
    imports: Object.fromEntries(Object.entries(imports).map(([specifier, target]) => [specifier, rename(target)])),
    sealed: true,
  }));
}

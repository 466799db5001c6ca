import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors';
import { writeWhole } from '../workbook/files';
import { isSameText, keptStub, stubFile } from '../workbook/stub';

/** The stub that `npm run reset` goes back to, which must be the one that learners get. */

/** Where the stub in `exercises/` is another than the kept one, as a sentence; nothing where it is not, or none is kept. */
export function keptStubProblems(root: string, name: string): readonly string[] {
  const kept = keptStub(root, name);
  if (kept === null || isSameText(kept, stubInExercises(root, name))) return [];
  return [
    `exercises/${name}.ts is not the stub in ${stubFile(name)}, which npm run reset goes back to. If you changed it on purpose, delete ${stubFile(name)}, and verify again to keep the new one.`,
  ];
}

/** Keeps the stub of a sound exercise, where none is kept yet. A workbook that cannot be written is as sound without. */
export async function keepStub(root: string, name: string): Promise<void> {
  if (keptStub(root, name) !== null) return;
  try {
    await writeWhole(path.join(root, stubFile(name)), stubInExercises(root, name));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

function stubInExercises(root: string, name: string): string {
  return fs.readFileSync(path.join(root, 'exercises', `${name}.ts`), 'utf8');
}

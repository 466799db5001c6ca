import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors';
import { keptStub } from '../workbook/stub';

/**
 * The stub of an exercise, as learners get it.
 *
 * @throws UserError when what is in `exercises/` is no stub any more, but somebody's answer
 */
export function stubText(root: string, name: string): string {
  const kept = keptStub(root, name);
  if (kept !== null) return kept;
  const text = fs.readFileSync(path.join(root, 'exercises', `${name}.ts`), 'utf8');
  if (/throw new Error\(['"`]TODO\b/.test(text)) return text;
  throw new UserError(
    `exercises/${name}.ts is no stub any more. Put the stub back; your version control may have it. npm run verify keeps a copy of it from then on.`,
  );
}

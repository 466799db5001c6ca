import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors';

/**
 * The stub of an exercise, as learners get it.
 *
 * @throws UserError when what is in `exercises/` is no stub any more, but somebody's answer
 */
export function stubText(root: string, name: string): string {
  const kept = path.join(root, 'fixtures', name, 'stub.txt');
  if (fs.existsSync(kept)) return fs.readFileSync(kept, 'utf8');
  const text = fs.readFileSync(path.join(root, 'exercises', `${name}.ts`), 'utf8');
  if (/throw new Error\(['"`]TODO\b/.test(text)) return text;
  throw new UserError(
    `exercises/${name}.ts is no stub any more. Put the stub back: npm run new wrote it, or your version control has it.`,
  );
}

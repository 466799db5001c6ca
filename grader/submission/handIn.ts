import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors';
import { Submission } from './submission';

/** What a zip of `npm run hand-in` says of itself. */
export const HAND_IN_FILE = 'hand-in.json';

/** What a learner hands in. */
export interface HandIn {
  /** Exercise and helper files, by path inside the folder, each with the time of its last change in ms since 1970. */
  readonly files: ReadonlyMap<string, { readonly content: Uint8Array; readonly time: number }>;
  /** Exercises that have no file. */
  readonly missing: readonly string[];
  /** Exercises whose file still throws the stub's TODO. */
  readonly notBegun: readonly string[];
}

/** Far more than anybody writes by hand, in bytes. */
const MAX_SIZE = 1_000_000;

/** What a stub throws, as a statement of its own. */
const TODO = /throw new Error\(\s*['"`]TODO\b/;

/**
 * The files of some exercises in `folder`, and those that they import.
 *
 * @throws UserError when they are too large to be handed in
 */
export function handInFiles(exercises: readonly { readonly name: string }[], folder: string): HandIn {
  const submission = new Submission(folder);
  const files = new Map<string, { content: Uint8Array; time: number }>();
  const missing: string[] = [];
  const notBegun: string[] = [];
  let size = 0;
  function add(id: string): void {
    if (files.has(id)) return;
    const file = path.join(folder, id);
    const content = fs.readFileSync(file);
    size += content.length;
    if (size > MAX_SIZE)
      throw new UserError(`${id}: these files are too large to be handed in. Keep data out of them.`);
    files.set(id, { content, time: fs.statSync(file).mtimeMs });
  }
  for (const { name } of exercises) {
    const id = `${name}.ts`;
    if (!fs.statSync(path.join(folder, id), { throwIfNoEntry: false })?.isFile()) {
      missing.push(name);
      continue;
    }
    add(id);
    if (submission.mentions(id, TODO)) notBegun.push(name);
    const program = submission.program(name);
    // A file that cannot be compiled is handed in as it is.
    if ('kind' in program) continue;
    for (const module of program.modules) add(module.id);
  }
  return { files, missing, notBegun };
}

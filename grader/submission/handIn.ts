import fs from 'node:fs';
import path from 'node:path';
import type ts from 'typescript';
import { UserError } from '../errors';
import { mayExport, type StubThrow, stubThrows } from './exerciseSource';
import { type Program, type ProgramProblem, Submission } from './submission';

/** What a zip of `npm run hand-in` says of itself. */
export const HAND_IN_FILE = 'hand-in.json';

/** What a learner hands in. */
export interface HandIn {
  /** Exercise and helper files, by path inside the folder, each with the time of its last change in ms since 1970. */
  readonly files: ReadonlyMap<string, { readonly content: Uint8Array; readonly time: number }>;
  /** Exercises that have no file. */
  readonly missing: readonly string[];
  /** Exercises whose file is still the stub. */
  readonly notBegun: readonly string[];
  /** Why exercises earn nothing as they are, as far as that can be seen without running them. */
  readonly problems: readonly Unusable[];
}

/** An exercise file that cannot be graded as it is. */
export interface Unusable {
  readonly name: string;
  /** The file in which that shows, by its path inside the folder. */
  readonly id: string;
  /** Null where no line is to blame. */
  readonly line: number | null;
  /** Why, without its full stop. */
  readonly why: string;
}

/** Far more than anybody writes by hand, in bytes. */
const MAX_SIZE = 1_000_000;

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
  const problems: Unusable[] = [];
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
    const program = submission.program(name);
    const tree = submission.parsed(id);
    const stubs = tree === null ? [] : stubThrows(tree);
    if (stubs.some(({ isAll }) => isAll)) notBegun.push(name);
    else problems.push(...unusable(name, program, tree, stubs));
    // A file that cannot be compiled is handed in as it is.
    if ('kind' in program) continue;
    for (const module of program.modules) add(module.id);
  }
  return { files, missing, notBegun, problems };
}

function unusable(
  name: string,
  program: Program | ProgramProblem,
  tree: ts.SourceFile | null,
  stubs: readonly StubThrow[],
): readonly Unusable[] {
  if ('kind' in program)
    return [{ name, id: program.id, line: program.line ?? null, why: program.message.replace(/\.$/, '') }];
  const id = `${name}.ts`;
  if (tree !== null && !mayExport(tree, name)) return [{ name, id, line: null, why: `it exports no function ${name}` }];
  const left = stubs.find(({ isReached }) => isReached);
  return left === undefined ? [] : [{ name, id, line: left.line, why: 'the throw of the stub is still there' }];
}

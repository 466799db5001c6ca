import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { bundledFiles } from '../../../submission/bundle';
import { compile, type Transpiled } from '../../../submission/compile';
import { instrument, type Site } from '../../../submission/instrument';
import { KIT_ROOT } from '../../../workbook/paths';

/** A file of right answers as JavaScript that says what it does, and the places of which it speaks. */
export interface OwnFile extends Pick<Transpiled, 'code' | 'imports'> {
  readonly sites: readonly Site[];
}

interface Kept {
  readonly hash: (text: string) => string;
  readonly kept: (folder: string, name: string, key: string) => OwnFile | undefined;
  readonly keep: (folder: string, name: string, key: string, output: OwnFile) => void;
}

const { hash, kept, keep }: Kept = createRequire(__filename)(path.join(KIT_ROOT, 'grader/kept.cjs'));
const FOLDER = 'instrumented';

/**
 * Compiles a file of ours. What comes out is kept beside the packages, as it takes longer than all else that is done to
 * find a first wrong step.
 *
 * @param recorder what the code calls the recorder; null when the file is one step
 * @param first the number of its first site
 */
export function ownFile(file: string, recorder: string | null, first: number): OwnFile {
  const source = fs.readFileSync(file, 'utf8');
  const own = path.relative(KIT_ROOT, file);
  // A private workbook's files are few, and what is kept for them would never be thrown away.
  if (own.startsWith('..') || path.isAbsolute(own)) return compiled(source, file, recorder, first);
  const name = JSON.stringify([own, recorder, first]);
  const key = hash(`${compilerKey()}\n${source}`);
  const before = kept(FOLDER, name, key);
  if (before !== undefined) return before;
  const made = compiled(source, file, recorder, first);
  keep(FOLDER, name, key, made);
  return made;
}

/** As `ownFile`, of a source that stands in for the file's. */
export function compiled(source: string, file: string, recorder: string | null, first: number): OwnFile {
  const name = path.basename(file);
  const { text, sites } = recorder === null ? { text: source, sites: [] } : instrument(source, name, recorder, first);
  const { code, imports } = compile(text, name, false) as Transpiled;
  return { code, imports, sites };
}

/** What comes out depends on these. */
const COMPILERS = ['instrument.ts', 'compile.ts'].map((name) => path.join(KIT_ROOT, 'grader/submission', name));

let known: string | null = null;

function compilerKey(): string {
  const files = () => COMPILERS.flatMap((entry) => bundledFiles(entry)).map((file) => fs.readFileSync(file, 'utf8'));
  known ??= hash([ts.version, ...files()].join('\n'));
  return known;
}

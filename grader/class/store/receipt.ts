import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Exercise } from '../../authoring/exercise';
import { MAX_SOURCE_BYTES } from '../../sandbox/protocol/limits';
import { KIT_ROOT } from '../../workbook/paths';
import type { Workbook } from '../../workbook/workbook';

/** What a mark depends on. Two results with equal receipts are the same result. */
export interface Receipt {
  /** Hash of the submission's files. */
  readonly submission: string;
  /** Hash of which exercises were graded, of fixtures, reference and the grader's judging. */
  readonly fixtures: string;
  readonly seed: string;
  /** Version of the kit. */
  readonly kit: string;
  /** Limit of one call, in ms. */
  readonly timeLimit: number;
}

/** What is the same for all receipts of a run. */
export type KitReceipt = Pick<Receipt, 'fixtures' | 'kit'>;

/** A submission with more files than this is hashed by its first ones: no exercise needs as many. */
const MAX_FILES = 5000;
/** Folders of the grader that decide marks. */
const JUDGING = ['authoring', 'grading', 'sandbox', 'submission'];
/** Packages whose version may change what an answer comes to. */
const PACKAGES = ['mathjs', 'seedrandom', 'typescript'];

/** Whether two receipts are of the same grading. */
export function sameReceipt(a: Receipt, b: Receipt): boolean {
  return a.submission === b.submission && sameTerms(a, b);
}

/** Whether two receipts agree in all but the submission. */
export function sameTerms(a: Receipt, b: Receipt): boolean {
  return a.fixtures === b.fixtures && a.seed === b.seed && a.kit === b.kit && a.timeLimit === b.timeLimit;
}

/** Hash of the source files of a submission: names and contents. What cannot be read is part of it, by the reason. */
export function hashSubmission(folder: string): string {
  const hash = createHash('sha256');
  let count = 0;
  for (const file of sourceFiles(folder, '')) {
    count += 1;
    if (count > MAX_FILES) break;
    addFile(hash, folder, file);
  }
  return hash.digest('hex');
}

/** The part of receipts that the kit, the workbook and the choice of exercises decide. */
export function kitReceipt({ root }: Workbook, exercises: readonly Exercise[]): KitReceipt {
  const hash = createHash('sha256');
  for (const { name } of exercises) hash.update(`${name}\0`);
  for (const folder of ['fixtures', 'reference']) addFolder(hash, path.join(root, folder));
  for (const folder of JUDGING) addFolder(hash, path.join(KIT_ROOT, 'grader', folder));
  for (const name of PACKAGES) hash.update(`${name} ${versionOf(require.resolve(`${name}/package.json`))}\0`);
  return { fixtures: hash.digest('hex'), kit: versionOf(path.join(KIT_ROOT, 'package.json')) };
}

function versionOf(file: string): string {
  const { version }: { version: string } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return version;
}

function addFolder(hash: Hash, folder: string): void {
  for (const file of sourceFiles(folder, '')) if (!file.endsWith('.test.ts')) addFile(hash, folder, file);
}

/** Paths of the `.ts` and `.js` files below `folder`, sorted, with `/`. Links to folders are not followed. */
function* sourceFiles(folder: string, below: string): Generator<string> {
  for (const entry of entriesOf(path.join(folder, below))) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) yield* sourceFiles(folder, file);
    else if (/\.[jt]s$/.test(entry.name)) yield file;
  }
}

function entriesOf(folder: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function addFile(hash: Hash, folder: string, file: string): void {
  hash.update(`${file}\0`);
  const content = contentOf(path.join(folder, file));
  hash.update(`${content.length}\0`).update(content);
}

/** The bytes of a plain file; for anything else, and for what no exercise may be as large as, what it is. */
function contentOf(file: string): Buffer | string {
  try {
    const status = fs.statSync(file);
    if (!status.isFile()) return 'not a file';
    if (status.size > MAX_SOURCE_BYTES) return `too large: ${status.size}`;
    return fs.readFileSync(file);
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

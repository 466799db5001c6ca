import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Exercise } from '../../authoring/exercise';
import { MAX_SOURCE_BYTES } from '../../sandbox/protocol/limits';
import { KIT_ROOT } from '../../workbook/paths';
import type { Workbook } from '../../workbook/workbook';
import { judgingFiles, packageVersions, versionOf } from './judging';

/** What a mark depends on. Two results with equal receipts are the same result. */
export interface Receipt {
  /** Hash of the submission's files. */
  readonly submission: string;
  /** Hash of which exercises were graded, and of what decides their marks: see `judgingFiles`. */
  readonly fixtures: string;
  readonly seed: string;
  /** Version of the kit, for the record: what of it decides marks is in `fixtures`. */
  readonly kit: string;
  /** Limit of one call, in ms. */
  readonly timeLimit: number;
}

/** What is the same for all receipts of a run. */
export type KitReceipt = Pick<Receipt, 'fixtures' | 'kit'>;

/** A submission with more files than this is hashed by its first ones: no exercise needs as many. */
const MAX_FILES = 5000;

/** Whether two receipts are of the same grading. */
export function sameReceipt(a: Receipt, b: Receipt): boolean {
  return a.submission === b.submission && sameTerms(a, b);
}

/** Whether two receipts agree in all but the submission. */
export function sameTerms(a: Receipt, b: Receipt): boolean {
  return a.fixtures === b.fixtures && a.seed === b.seed && a.timeLimit === b.timeLimit;
}

/** Hash of the source files of a submission: names and contents. What cannot be read is part of it, by the reason. */
export function hashSubmission(folder: string): string {
  const hash = createHash('sha256');
  let count = 0;
  for (const file of sourceFiles(folder, '')) {
    count += 1;
    if (count > MAX_FILES) break;
    addFile(hash, file, path.join(folder, file));
  }
  return hash.digest('hex');
}

/** The part of receipts that the kit, the workbook and the choice of exercises decide. */
export function kitReceipt(workbook: Workbook, exercises: readonly Exercise[]): KitReceipt {
  const hash = createHash('sha256');
  for (const { name } of exercises) hash.update(`${name}\0`);
  for (const [name, file] of judgingFiles(workbook, exercises)) addFile(hash, name, file);
  for (const [name, version] of packageVersions()) hash.update(`${name} ${version}\0`);
  return { fixtures: hash.digest('hex'), kit: versionOf(path.join(KIT_ROOT, 'package.json')) };
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

function addFile(hash: Hash, name: string, file: string): void {
  hash.update(`${name}\0`);
  const content = contentOf(file);
  hash.update(`${content.length}\0`).update(content);
}

/**
 * A plain file's bytes, with the line ends that git gives it on Linux; for anything else, and for what no exercise may
 * be as large as, what it is.
 */
function contentOf(file: string): Buffer | string {
  try {
    const status = fs.statSync(file);
    if (!status.isFile()) return 'not a file';
    if (status.size > MAX_SOURCE_BYTES) return `too large: ${status.size}`;
    return withLineFeeds(fs.readFileSync(file));
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

function withLineFeeds(bytes: Buffer): Buffer {
  return bytes.includes('\r\n') ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes;
}

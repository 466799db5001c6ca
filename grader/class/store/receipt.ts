import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Exercise } from '../../authoring/exercise';
import { KIT_ROOT } from '../../workbook/paths';
import type { Workbook } from '../../workbook/workbook';
import { judgingFiles, packageVersions, versionOf } from './judging';
import { addFile } from './submissionHash';

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

/** Whether two receipts are of the same grading. */
export function sameReceipt(a: Receipt, b: Receipt): boolean {
  return a.submission === b.submission && sameTerms(a, b);
}

/** Whether two receipts agree in all but the submission. */
export function sameTerms(a: Receipt, b: Receipt): boolean {
  return a.fixtures === b.fixtures && a.seed === b.seed && a.timeLimit === b.timeLimit;
}

/** The part of receipts that the kit, the workbook and the choice of exercises decide. */
export function kitReceipt(workbook: Workbook, exercises: readonly Exercise[]): KitReceipt {
  const hash = createHash('sha256');
  for (const { name } of exercises) hash.update(`${name}\0`);
  for (const [name, file] of judgingFiles(workbook, exercises)) addFile(hash, name, file);
  for (const [name, version] of packageVersions()) hash.update(`${name} ${version}\0`);
  return { fixtures: hash.digest('hex'), kit: versionOf(path.join(KIT_ROOT, 'package.json')) };
}

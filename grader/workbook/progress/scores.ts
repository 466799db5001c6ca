import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { Report } from '../../grading/report';
import { makeFolder, writeWhole } from '../files';
import { progressFolder } from '../paths';
import { type Changes, changesSince, type Memory, remember } from './sinceLastTime';

/** The scores of the last run, remembered in `.progress/scores.json`. */

const memorySchema = v.record(v.string(), v.object({ score: v.number(), complete: v.boolean() }));

const fileOf = (root: string) => path.join(progressFolder(root), 'scores.json');

/** The scores remembered in the workbook at `root`; none when the file is missing or damaged. */
function readScores(root: string): Memory {
  try {
    const result = v.safeParse(memorySchema, JSON.parse(fs.readFileSync(fileOf(root), 'utf8')));
    return result.success ? result.output : {};
  } catch {
    return {};
  }
}

/** Remembers `memory`; where the folder cannot be written, grading goes on without. */
async function writeScores(root: string, memory: Memory): Promise<void> {
  try {
    await makeFolder(progressFolder(root));
    await writeWhole(fileOf(root), `${JSON.stringify(memory, null, 2)}\n`);
  } catch {
    // A read-only checkout: all that is lost is "12 -> 30" next time.
  }
}

/** What `report` changes against the last run of the workbook at `root`; remembers it for the next. */
export async function recordScores(root: string, report: Report): Promise<Changes> {
  const memory = readScores(root);
  await writeScores(root, remember(memory, report));
  return changesSince(memory, report);
}

import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors';
import { compareWithHandout } from '../handout/compare';
import { makeHandout } from '../handout/make';
import { formatList } from '../text/lists';
import { zipped } from '../text/zip';
import { fromCaller, shownPath } from '../workbook/callerPaths';
import { writeAll, writeWhole } from '../workbook/files';
import { openWorkbook } from '../workbook/open';
import type { SharedOptions } from './sharedOptions';

export interface HandoutCommandOptions extends Pick<SharedOptions, 'workbook' | 'chapter'> {
  readonly out?: string;
  /** Names, with commas between them. */
  readonly exercises?: string;
  readonly title?: string;
  readonly exam?: boolean;
  /** false with --no-steps. */
  readonly steps?: boolean;
  readonly zip?: boolean;
  readonly check?: string;
}

/** `handout`: 0 made, or it still fits; 1 it does not fit any more. */
export async function handoutCommand(options: HandoutCommandOptions): Promise<number> {
  if (options.check !== undefined) return checkHandout(options.check, options);
  if (options.out === undefined) throw new UserError('Say where the handout goes: npm run handout -- --out DIR');
  const folder = emptyFolder(options.out);
  const workbook = await openWorkbook(options.workbook);
  const { title, chapter, exam = false, steps = true } = options;
  const names = (options.exercises ?? '').split(',').filter((name) => name.trim() !== '');
  const exercises = names.map((name) => name.trim());
  process.stdout.write('Recording what right and wrong answers come to: a minute or two for all exercises.\n');
  const { handout, files, leftOut } = await makeHandout(workbook, { title, chapter, exercises, exam, steps });
  await writeAll(new Map([...files].map(([file, content]) => [path.join(folder, file), content])));
  const lines = [`${shownPath(folder)}: ${formatList(Object.keys(handout.exercises))}, without answers.`];
  lines.push(...leftOut.map((why) => `Left out: ${why}`));
  if (options.zip === true) {
    const file = `${folder}.zip`;
    const entries = [...files].map(([name, content]) => [`${path.basename(folder)}/${name}`, { content }] as const);
    await writeWhole(file, zipped(new Map(entries)));
    lines.push(`${shownPath(file)}: the same as a zip.`);
  }
  lines.push(`To see what learners see: cd ${shownPath(folder)} && npm ci && npm run grade`);
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** The folder that `typed` names, which must be empty or not there. */
function emptyFolder(typed: string): string {
  const folder = fromCaller(typed);
  if (!fs.existsSync(folder)) return folder;
  if (!fs.statSync(folder).isDirectory()) throw new UserError(`--out: ${typed} is a file; name a folder.`);
  if (fs.readdirSync(folder).length === 0) return folder;
  throw new UserError(`--out: ${typed} is not empty; name a folder that is empty or not there yet.`);
}

async function checkHandout(typed: string, options: HandoutCommandOptions): Promise<number> {
  const folder = fromCaller(typed);
  const differences = await compareWithHandout(await openWorkbook(options.workbook), folder);
  if (differences.length === 0) {
    process.stdout.write(`${shownPath(folder)} still fits: its checks, answers and questions are those of today.\n`);
    return 0;
  }
  process.stdout.write(
    `${shownPath(folder)} does not fit any more:\n${differences.map((one) => `  ${one}\n`).join('')}`,
  );
  process.stdout.write('Make it again with --out, and hand that out.\n');
  return 1;
}

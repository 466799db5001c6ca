import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { UserError } from '../errors';
import { wrap } from '../reporters/text/layout';
import { styleFor } from '../reporters/text/style';
import { HAND_IN_FILE, handInFiles } from '../submission/handIn';
import { formatList } from '../text/lists';
import { type ZipEntry, zipped } from '../text/zip';
import { callerFolder, shownPath } from '../workbook/callerPaths';
import { writeWhole } from '../workbook/files';
import { kitVersion } from '../workbook/kitVersion';
import { openWorkbook, workbookFolder } from '../workbook/open';
import { outputFile } from './outputFile';
import type { SharedOptions } from './sharedOptions';
import { submissionFolder } from './submissionFolder';

export interface HandInCommandOptions extends Pick<SharedOptions, 'workbook' | 'submission' | 'output'> {
  readonly name?: string;
}

/** `hand-in`: 0 written. */
export async function handInCommand(options: HandInCommandOptions): Promise<number> {
  const workbook = await openWorkbook(options.workbook);
  const folder = submissionFolder(workbookFolder(options.workbook), options.submission);
  const file = outputFile(options.output ?? path.join(callerFolder(), 'hand-in.zip'));
  const { files, missing, notBegun, problems } = handInFiles(workbook.exercises, folder);
  const begun = workbook.exercises.map(({ name }) => name).filter((name) => ![...missing, ...notBegun].includes(name));
  if (begun.length === 0)
    throw new UserError(`There is nothing to hand in: no exercise in ${shownPath(folder)} has been begun.`);
  const name = options.name ?? (await askName());
  const about = { schema: 'forward-pass/hand-in/v1', name, kit: kitVersion(), title: workbook.handout?.title ?? null };
  const note = { content: `${JSON.stringify(about, null, 2)}\n`, time: Date.now() };
  await writeWhole(file, zipped(new Map<string, ZipEntry>([...files, [HAND_IN_FILE, note]])));
  const lines = [`${shownPath(file)} holds ${formatList([...files.keys()])}${name === '' ? '' : `, by ${name}`}.`];
  if (notBegun.length > 0) lines.push(`Not begun yet: ${formatList(notBegun)}.`);
  if (missing.length > 0) lines.push(`Missing: ${formatList(missing.map((one) => `${one}.ts`))}.`);
  for (const { name, id, line, why } of problems)
    lines.push(`${name} cannot be graded as it is. ${line === null ? id : `${id}:${line}`}: ${why}.`);
  if (problems.length > 0) lines.push('To fix that first: npm run grade, then npm run hand-in again.');
  lines.push(`${path.basename(file)} is what you hand in.`);
  const { width } = styleFor(process.stdout);
  process.stdout.write(`${lines.map((line) => wrap(line, width, '  ')).join('\n')}\n`);
  return 0;
}

/** The name of whoever sits there; empty when nobody does. */
async function askName(): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question('Your name, and Enter: ')).trim();
  } finally {
    terminal.close();
  }
}

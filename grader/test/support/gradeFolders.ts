import fs from 'node:fs';
import path from 'node:path';
import type { ClassOptions, MergeOptions } from '../../class/classOptions';
import { gradeClass } from '../../class/grade';
import { mergeClass } from '../../class/merge';
import { regradeClass } from '../../class/regrade';
import type { ClassReporter } from '../../class/reporter';
import { readJournal } from '../../class/store/journal';
import type { ToyClass } from './toyClass';

/** Classes graded in this process. */

const DEFAULTS = { jobs: 2, seed: 'workbook', timeLimit: 400, assignment: 'Forward pass' };

type Options<O> = Partial<O> & Pick<MergeOptions, 'out'>;

/** Keeps what a use case says, one sentence to a line. */
function listener(): { reporter: ClassReporter; told: () => string } {
  const lines: string[] = [];
  const keep = (sentence: string) => void lines.push(`${sentence}\n`);
  return { reporter: { say: keep, remark: keep, progress: () => {}, done: () => {} }, told: () => lines.join('') };
}

/** Grades a folder of submissions. @returns what was said */
export async function gradeFolders(submissions: string, options: Options<ClassOptions>): Promise<string> {
  const { reporter, told } = listener();
  await gradeClass(submissions, { ...DEFAULTS, ...options }, reporter, new AbortController().signal);
  return told();
}

/** Grades a toy class. @returns what was said */
export function gradeToy({ submissions, workbook, out }: ToyClass, more: Partial<ClassOptions> = {}): Promise<string> {
  return gradeFolders(submissions, { workbook, out, ...more });
}

/** Grades again what is out of date. @returns what was said */
export async function regradeToy(
  { submissions, workbook, out }: ToyClass,
  write: boolean,
  more: Partial<ClassOptions> = {},
): Promise<string> {
  const { reporter, told } = listener();
  const options = { ...DEFAULTS, workbook, out, ...more };
  await regradeClass(submissions, options, write, reporter, new AbortController().signal);
  return told();
}

/** Joins parts of a class. */
export async function mergeToy(
  parts: readonly string[],
  options: Options<MergeOptions>,
): Promise<{ complete: boolean; told: string }> {
  const { reporter, told } = listener();
  const complete = await mergeClass(parts, { ...DEFAULTS, ...options }, reporter);
  return { complete, told: told() };
}

/** A file of an output folder, without the byte-order mark that spreadsheets need. */
export const outputOf = (out: string, name: string) =>
  fs.readFileSync(path.join(out, name), 'utf8').replace(/^\ufeff/, '');

/** The marks that count, by student. */
export async function scoresOf(out: string): Promise<Record<string, number>> {
  const { results } = await readJournal(path.join(out, 'journal.jsonl'), 'journal');
  return Object.fromEntries([...results].map(([student, { score }]) => [student, score]));
}

/** The files of an output folder that hold no time but the day. */
export function timelessFiles(out: string): Record<string, string> {
  const names = ['reports', 'feedback'].flatMap((folder) =>
    fs.readdirSync(path.join(out, folder)).map((name) => `${folder}/${name}`),
  );
  const files = ['gradebook.csv', 'canvas.csv', 'moodle.csv', 'report.html', ...names];
  return Object.fromEntries(files.map((name) => [name, outputOf(out, name)]));
}

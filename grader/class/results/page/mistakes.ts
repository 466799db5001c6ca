import path from 'node:path';
import type { ExerciseReport } from '../../../grading/report';
import { failureHtml } from '../../../reporters/html/failure';
import { escaped } from '../../../text/escape';
import type { PageOptions, PageStudent } from './pageOptions';
import { type Column, table, whoBlock } from './parts';

/** What went wrong, and how often: the mistakes that are known. */

/** How many misconceptions are shown with examples: the others stand in a table, or the page would be a hundred screens. */
const BLOCKS = 10;
/** How many examples of a mistake are shown: two are enough to see what they have in common. */
const EXAMPLES = 2;
/** How many reports are read to find examples that differ. */
const READ = 20;

interface Group {
  /** What they share: an exercise and a misconception or an error, on a line each. */
  readonly key: string;
  readonly students: readonly PageStudent[];
}

/** Misconceptions, the commonest first, each with its question and who has it; of the commonest anonymous examples. */
export function misconceptionSection(options: PageOptions): string {
  const groups = grouped(options.students, ({ result }) =>
    result.exercises.flatMap(({ name, misconceptions }) => misconceptions.map((one) => `${name}\n${one}`)),
  );
  if (groups.length === 0) return '<p>None was recognised.</p>';
  const blocks = groups.slice(0, BLOCKS).map((group) => misconceptionBlock(group, options));
  const rest = groups.slice(BLOCKS);
  return [...blocks, ...(rest.length === 0 ? [] : [misconceptionTable(rest, options)])].join('\n');
}

function misconceptionBlock({ key, students }: Group, { reportOf }: PageOptions): string {
  const [exercise, misconception] = key.split('\n');
  const examples: string[] = [];
  let question = '';
  for (const { result } of students.slice(0, READ)) {
    if (examples.length === EXAMPLES) break;
    const report = reportOf(result.student);
    const one = report?.exercises.find(({ name }) => name === exercise);
    if (report === null || one === undefined) continue;
    question = questionOf(one, misconception) ?? question;
    const other = one.checks
      .filter(({ status }) => status === 'failed')
      .sort((a, b) => Number(a.example === null) - Number(b.example === null))
      .map((check) => anonymous(failureHtml(check, report.seed), one))
      .find((html) => !examples.includes(html));
    if (other !== undefined) examples.push(other);
  }
  const asked = question === '' ? '' : `<p class="question">${escaped(question)}</p>`;
  return block(escaped(`${exercise}: ${misconception}`), students, `${asked}${examples.join('')}`);
}

function misconceptionTable(groups: readonly Group[], { reportOf }: PageOptions): string {
  const rows = groups.map(({ key, students }) => {
    const [exercise, misconception] = key.split('\n');
    const report = reportOf(students[0].result.student)?.exercises.find(({ name }) => name === exercise);
    const question = report === undefined ? null : questionOf(report, misconception);
    return [exercise, misconception, question ?? '', { html: whoBlock(students) }];
  });
  const heads: readonly Column[] = [
    ['Exercise', 'text'],
    ['Less common', 'text'],
    ['Question', 'text'],
    ['Who', 'text'],
  ];
  return table(heads, rows);
}

const questionOf = ({ diagnosis }: ExerciseReport, misconception: string): string | null =>
  diagnosis.find((one) => one.misconception === misconception)?.question ?? null;

/** A mistake: who makes it, and what is told of it, as HTML. */
export function block(title: string, students: readonly PageStudent[], content: string): string {
  return `<article><h3 class="line">${title}</h3>${whoBlock(students)}${content}</article>`;
}

/** Folders are called as students like it, and examples are anonymous. */
export function anonymous(html: string, { file }: ExerciseReport): string {
  const folder = path.posix.dirname(file);
  return folder === '.' ? html : html.replaceAll(escaped(`${folder}/`), '');
}

/** Students by what they share, the largest groups first. */
export function grouped(
  students: readonly PageStudent[],
  keysOf: (student: PageStudent) => readonly string[],
): readonly Group[] {
  const groups = new Map<string, PageStudent[]>();
  for (const student of students)
    for (const key of new Set(keysOf(student))) groups.set(key, [...(groups.get(key) ?? []), student]);
  return [...groups]
    .map(([key, members]) => ({ key, students: members }))
    .sort((a, b) => b.students.length - a.students.length);
}

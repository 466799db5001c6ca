import path from 'node:path';
import type { ExerciseReport } from '../../../grading/report';
import { counterexampleHtml, failureHtml } from '../../../reporters/html/failure';
import { escaped } from '../../../text/escape';
import { unknownGroups } from '../unknownGroups';
import type { PageOptions, PageStudent } from './pageOptions';
import { whoBlock } from './parts';

/** What went wrong, and how often: mistakes that are known, and those that only behave alike. */

/** How many examples of a mistake are shown: two are enough to see what they have in common. */
const EXAMPLES = 2;
/** How many reports are read to find examples that differ. */
const READ = 20;
/** How many lines of code are shown for a group, and how many groups. */
const EXCERPTS = 3;
const GROUPS = 20;

/** Misconceptions, the commonest first, each with its question, who has it, and anonymous examples. */
export function misconceptionSection(options: PageOptions): string {
  const groups = grouped(options.students, ({ result }) =>
    result.exercises.flatMap(({ name, misconceptions }) => misconceptions.map((one) => `${name}\n${one}`)),
  );
  if (groups.length === 0) return '<h2>Misconceptions</h2><p>None was recognised.</p>';
  const blocks = groups.map(({ key, students }) =>
    misconceptionBlock(key.split('\n') as [string, string], students, options),
  );
  return `<h2>Misconceptions</h2>\n${blocks.join('\n')}`;
}

function misconceptionBlock(
  [exercise, misconception]: readonly [string, string],
  students: readonly PageStudent[],
  { reportOf }: PageOptions,
): string {
  const examples: string[] = [];
  let question = '';
  for (const { result } of students.slice(0, READ)) {
    if (examples.length === EXAMPLES) break;
    const report = reportOf(result.student);
    const one = report?.exercises.find(({ name }) => name === exercise);
    if (report === null || one === undefined) continue;
    question = one.diagnosis.find((diagnosis) => diagnosis.misconception === misconception)?.question ?? question;
    const other = one.checks
      .filter(({ status }) => status === 'failed')
      .sort((a, b) => Number(a.example === null) - Number(b.example === null))
      .map((check) => anonymous(failureHtml(check, report.seed), one))
      .find((html) => !examples.includes(html));
    if (other !== undefined) examples.push(other);
  }
  const asked = question === '' ? '' : `<p class="question">${escaped(question)}</p>`;
  return block(`${exercise}: ${misconception}`, students, `${asked}${examples.join('')}`);
}

/** Wrong answers that match no known mistake, in groups that behave alike. */
export function unknownSection(options: PageOptions): string {
  const groups = unknownGroups(options.students, options.reportOf);
  if (groups.length === 0) return '';
  const blocks = groups.slice(0, GROUPS).map(({ id, example, students }) => {
    const name = `<p class="soft">Group <code>${escaped(id)}</code></p>`;
    const content = name + evidence(example) + excerpts(example.name, students, options);
    return block(`${example.name}: ${titleOf(example)}`, students, content);
  });
  const more = groups.length > GROUPS ? `<p>And ${groups.length - GROUPS} smaller groups.</p>` : '';
  return `<h2>Wrong, for no reason that is known</h2>
<p>Answers that behave alike stand together, and match none of the misconceptions that the exercise knows. To have a group asked a question: <code>npm run class -- name GROUP --question "…?"</code></p>
${blocks.join('\n')}${more}`;
}

function titleOf({ counterexample = null, checks }: ExerciseReport): string {
  const failed = checks.filter(({ status }) => status === 'failed');
  if (counterexample?.threw != null) return 'an error is thrown';
  return failed.length === 1 ? `not “${failed[0].title}”` : `${failed.length} checks fail`;
}

/** The smallest input that goes wrong, or the first check that does. */
function evidence(exercise: ExerciseReport): string {
  const { name, counterexample = null, checks } = exercise;
  if (counterexample !== null) return anonymous(counterexampleHtml(name, counterexample), exercise);
  const failed = checks.find(({ status }) => status === 'failed');
  return failed === undefined ? '' : anonymous(`<p>${escaped(failed.message)}</p>`, exercise);
}

/** The lines on which code of a group throws, without whose they are. */
function excerpts(exercise: string, students: readonly PageStudent[], { reportOf, lineOf }: PageOptions): string {
  const lines = new Set<string>();
  for (const { result } of students.slice(0, READ)) {
    if (lines.size === EXCERPTS) break;
    const one = reportOf(result.student)?.exercises.find(({ name }) => name === exercise);
    const place = one?.counterexample?.place ?? one?.checks.find((check) => check.place !== null)?.place ?? null;
    if (place === null || path.posix.basename(place.file) !== `${exercise}.ts`) continue;
    const line = lineOf(result.student, exercise, place.line);
    if (line !== null) lines.add(line);
  }
  return [...lines].map((line) => `<pre>${escaped(line)}</pre>`).join('');
}

function block(title: string, students: readonly PageStudent[], content: string): string {
  return `<article><h3>${escaped(title)}</h3>${whoBlock(students)}${content}</article>`;
}

/** Paths start with the student's folder, and examples are anonymous. */
function anonymous(html: string, { file }: ExerciseReport): string {
  return html.replaceAll(escaped(`${path.posix.dirname(file)}/`), '');
}

/** Students by what they share, the largest groups first. */
export function grouped(
  students: readonly PageStudent[],
  keysOf: (student: PageStudent) => readonly string[],
): readonly { readonly key: string; readonly students: readonly PageStudent[] }[] {
  const groups = new Map<string, PageStudent[]>();
  for (const student of students)
    for (const key of new Set(keysOf(student))) groups.set(key, [...(groups.get(key) ?? []), student]);
  return [...groups]
    .map(([key, members]) => ({ key, students: members }))
    .sort((a, b) => b.students.length - a.students.length);
}

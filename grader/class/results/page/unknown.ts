import type { ExerciseReport } from '../../../grading/report';
import { counterexampleHtml } from '../../../reporters/html/failure';
import { trapWords } from '../../../reporters/text/trapWords';
import { wrongStepBeside, wrongStepSentence } from '../../../reporters/text/wrongStep';
import { escaped } from '../../../text/escape';
import { normalForm } from '../../intake/normalForm';
import { counted } from '../../listing';
import { NO_BEHAVIOUR, type UnknownGroup } from '../unknownGroups';
import { type Excerpt, excerptOf, namesNobody } from './excerpts';
import { anonymous, block } from './mistakes';
import type { PageOptions, PageStudent } from './pageOptions';

/** Wrong answers that no misconception explains, in groups that behave alike: what somebody needs who writes a question. */

/** How many groups are shown, how many excerpts of each, and how many answers are read to find some that differ. */
const GROUPS = 50;
const EXCERPTS = 3;
const READ = 20;
const NO_NAMES: ReadonlySet<string> = new Set();

/** The groups by size; empty when there are none. */
export function unknownSection(options: PageOptions): string {
  const onPage = new Map(options.students.map((student) => [student.result.student, student]));
  const groups = options.unknown
    .map((group) => ({ group, students: group.students.flatMap((student) => onPage.get(student) ?? []) }))
    .filter(({ students }) => students.length > 0)
    .sort((a, b) => b.students.length - a.students.length);
  if (groups.length === 0) return '';
  const blocks = groups.slice(0, GROUPS).map(({ group, students }) => groupBlock(group, students, options));
  const rest = groups.slice(GROUPS);
  const more =
    rest.length === 0
      ? ''
      : `<p>And ${counted(rest.length, 'smaller group')}: ${rest.map(({ group, students }) => `<code>${escaped(group.id)}</code> (${students.length})`).join(', ')}.</p>`;
  return `<p>Answers that behave alike stand together, whatever their seeds. Write one question for a group, as a good tutor would ask: everybody in it is asked, and so is whoever answers so from then on. No mark changes.</p>
<p><code>npm run class -- name GROUP --question "…?"</code></p>
${blocks.join('\n')}${more}`;
}

function groupBlock(
  { id, example, behaviour }: UnknownGroup,
  students: readonly PageStudent[],
  options: PageOptions,
): string {
  const content = [
    behaviour === null ? `<p class="soft">This group can be asked no question: ${escaped(NO_BEHAVIOUR)}</p>` : '',
    evidence(example),
    step(example),
    told(example),
    excerpts(example.name, students, options),
  ];
  const title = `${escaped(`${example.name}: ${titleOf(example)}`)} <span class="points soft">Group <code>${escaped(id)}</code></span>`;
  return block(title, students, content.join(''));
}

function titleOf({ counterexample = null, checks }: ExerciseReport): string {
  const failed = checks.filter(({ status }) => status === 'failed');
  if (counterexample?.threw != null) return 'an error is thrown';
  if (failed.length === checks.length) return 'every check fails';
  return failed.length === 1 ? `not “${failed[0].title}”` : `${failed.length} of ${checks.length} checks fail`;
}

/** The smallest input that goes wrong, or the first check that does. */
function evidence(exercise: ExerciseReport): string {
  const { name, counterexample = null, checks } = exercise;
  if (counterexample !== null) return anonymous(counterexampleHtml(name, counterexample), exercise);
  const failed = checks.find(({ status }) => status === 'failed');
  return failed === undefined ? '' : anonymous(`<p>${escaped(failed.message)}</p>`, exercise);
}

function step(exercise: ExerciseReport): string {
  const wrongStep = wrongStepBeside(exercise);
  if (wrongStep === null) return '';
  const words = escaped(wrongStepSentence(wrongStep, exercise.file));
  return anonymous(`<p><span class="soft">First wrong step, in one of them:</span> ${words}</p>`, exercise);
}

/** What the students read already. */
function told(exercise: ExerciseReport): string {
  const words = trapWords(exercise);
  if (words.length === 0) return '';
  return anonymous(`<p class="question">Told: ${escaped(words.join(' '))}</p>`, exercise);
}

/** The lines in question, without whose they are; of answers where none is known, the functions. */
function excerpts(exercise: string, students: readonly PageStudent[], { reportOf, codeOf }: PageOptions): string {
  const found: Excerpt[] = [];
  for (const { name, result } of students.slice(0, READ)) {
    const report = reportOf(result.student)?.exercises.find((one) => one.name === exercise);
    const code = report === undefined ? null : codeOf(result.student, exercise);
    const excerpt = report === undefined || code === null ? null : excerptOf(report, code);
    if (excerpt !== null && namesNobody(excerpt.text, [name, result.student])) found.push(excerpt);
  }
  const lines = distinct(found.filter(({ isLine }) => isLine));
  const functions = lines.length > 0 ? [] : distinct(found);
  const title = lines.length > 0 ? 'The line in question:' : 'How it was written:';
  const shown = [...lines, ...functions].map((text) => `<pre class="excerpt">${escaped(text)}</pre>`);
  return shown.length === 0 ? '' : `<p class="soft">${title}</p>${shown.join('')}`;
}

/** Those that differ by more than names of variables. */
function distinct(excerpts: readonly Excerpt[]): readonly string[] {
  const byForm = new Map([...excerpts].reverse().map(({ text }) => [normalForm(text, NO_NAMES).join(' '), text]));
  return [...byForm.values()].reverse().slice(0, EXCERPTS);
}

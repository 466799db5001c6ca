import { mean, median, sampleStandardDeviation } from 'simple-statistics';
import type { Exercise } from '../../authoring/exercise';
import type { Report } from '../../grading/report';
import { failureHtml } from '../../reporters/html/failure';
import { htmlDocument } from '../../reporters/html/shell';
import { escaped } from '../../text/escape';
import { formatPercent } from '../../text/formatNumber';
import { counted } from '../listing';
import type { Result } from '../store/journalLine';
import { SCRIPT } from './classPageScript';
import { checkStatistics, type MarkBin, markBins, type Sighting, sightings } from './statistics';

/** Examples of a misconception: two show what is common to them. */
const EXAMPLES = 2;
/** As many reports are read to find examples that differ. */
const READ = 20;

export interface PageOptions {
  /** By student; in the order in which the table first shows them. */
  readonly results: readonly Result[];
  readonly exercises: readonly Exercise[];
  /** The report of a student, for examples; null when it is not there. */
  readonly reportOf: (student: string) => Report | null;
}

/** `report.html`: how a class did, as one page that needs nothing else. It holds no times. */
export function classPage(options: PageOptions): string {
  const sections = [marks, checkSection, misconceptionSection, errorSection, studentSection];
  const body = ['<h1>How the class did</h1>', ...sections.map((section) => section(options))];
  return htmlDocument({ title: 'How the class did', body: body.join('\n'), script: SCRIPT });
}

function marks({ results }: PageOptions): string {
  if (results.length === 0) return '<p>Nobody was graded yet.</p>';
  const scores = results.map(({ score }) => score);
  const [{ maxScore }] = results;
  const spread = scores.length > 1 ? `, standard deviation ${sampleStandardDeviation(scores).toFixed(1)}` : '';
  return `<p>${counted(results.length, 'submission')} with a mark. Mean ${mean(scores).toFixed(1)}, median ${median(scores)} of ${maxScore} points${spread}.</p>
<h2>Marks</h2>
<article>${histogram(markBins(results, maxScore))}</article>`;
}

/** With horizontal bars, which are legible on a phone, too. */
function histogram(bins: readonly MarkBin[]): string {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const rows = bins.map(({ low, high, count }) => {
    const label = low === high ? `${low}` : `${low}–${high}`;
    const bar = `<span class="bar" style="width:${(85 * count) / most}%"></span>`;
    return `<tr><th scope="row" class="number">${label}</th><td>${bar}${count}</td></tr>`;
  });
  return `<table class="histogram" aria-label="How many students have marks in each tenth of the points"><tbody>${rows.join('')}</tbody></table>`;
}

/** A column of a table: its heading, and whether it holds numbers. */
type Column = readonly [heading: string, kind: 'text' | 'number'];

function table(columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): string {
  const kind = (column: number) => (columns[column][1] === 'number' ? ' class="number"' : '');
  const head = columns.map(([heading], i) => `<th scope="col"${kind(i)}>${escaped(heading)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((value, i) => `<td${kind(i)}>${escaped(value)}</td>`).join('')}</tr>`);
  return `<article class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></article>`;
}

function checkSection({ results, exercises }: PageOptions): string {
  const rows = checkStatistics(results, exercises).map((check) => [
    check.exercise,
    check.title,
    check.passRate === null ? '–' : formatPercent(check.passRate),
    `${check.passed} of ${check.attempted}`,
    check.discrimination === null ? '–' : check.discrimination.toFixed(2),
  ]);
  const columns: readonly Column[] = [
    ['Exercise', 'text'],
    ['Check', 'text'],
    ['Passed', 'number'],
    ['Students', 'number'],
    ['Discrimination', 'number'],
  ];
  return `<h2>What to explain first</h2>
<p>The checks that most students got wrong come first. Passed is the share of those who tried. Discrimination is the point-biserial correlation of passing with the points on all other checks: where it is below 0.1, look at the check itself.</p>
${table(columns, rows)}`;
}

function misconceptionSection(options: PageOptions): string {
  const found = sightings(options.results);
  if (found.length === 0) return '<h2>Misconceptions</h2><p>None was recognised.</p>';
  return `<h2>Misconceptions</h2>\n${found.map((one) => sightingBlock(one, options)).join('\n')}`;
}

function sightingBlock({ exercise, misconception, students }: Sighting, { reportOf }: PageOptions): string {
  const examples: string[] = [];
  let question = '';
  for (const student of students.slice(0, READ)) {
    if (examples.length === EXAMPLES) break;
    const report = reportOf(student);
    const one = report?.exercises.find(({ name }) => name === exercise);
    if (report === null || one === undefined) continue;
    question = one.diagnosis.find((diagnosis) => diagnosis.misconception === misconception)?.question ?? question;
    const other = one.checks
      .filter(({ example }) => example !== null)
      // Paths start with the student's folder, and examples are anonymous.
      .map((check) => failureHtml({ ...check, message: check.message.replaceAll(`${student}/`, '') }, report.seed))
      .find((html) => !examples.includes(html));
    if (other !== undefined) examples.push(other);
  }
  const asked = question === '' ? '' : `<p class="question">${escaped(question)}</p>`;
  return `<article><h3>${escaped(exercise)}: ${escaped(misconception)} (${students.length})</h3>${asked}${examples.join('')}</article>`;
}

function errorSection({ results }: PageOptions): string {
  const counts = new Map<string, number>();
  for (const { exercises } of results)
    for (const { name, error } of exercises)
      if (error !== null) counts.set(`${name}\n${error}`, (counts.get(`${name}\n${error}`) ?? 0) + 1);
  const rows = [...counts].sort(([, a], [, b]) => b - a).map(([key, count]) => [...key.split('\n'), count]);
  const columns: readonly Column[] = [
    ['Exercise', 'text'],
    ['Error', 'text'],
    ['Students', 'number'],
  ];
  const body = rows.length === 0 ? '<p>None.</p>' : table(columns, rows);
  return `<h2>Time-outs and errors</h2>\n${body}`;
}

function studentSection({ results, exercises }: PageOptions): string {
  const data = {
    exercises: exercises.map(({ name }) => name),
    checks: exercises.flatMap(({ name, checks }) => checks.map(({ title }) => `${name}: ${title}`)),
    students: results.map((result) => {
      const of = (name: string) => result.exercises.find((exercise) => exercise.name === name);
      const marks = exercises.flatMap(({ name, checks }) => checks.map(({ id }) => of(name)?.checks[id] ?? '?'));
      const errors = result.exercises.flatMap(({ error }) => error ?? []).join(', ');
      return [
        result.student,
        result.score,
        ...exercises.map(({ name }) => of(name)?.score ?? 0),
        errors,
        marks.join(''),
      ];
    }),
  };
  // Inside a script element only "<" could end the data.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  const heading = (text: string, kind = '') =>
    `<th scope="col"${kind} data-title="${escaped(text)}"><button>${escaped(text)}</button></th>`;
  // The names of exercises are longer than their points are wide.
  const upright = exercises.map(({ name }) => heading(name, ' class="upright"'));
  const head = [heading('Student'), heading('Points', ' class="number"'), ...upright, heading('Errors')].join('');
  return `<h2>Students</h2>
<p class="on-screen">Click a heading to sort, a name to see the checks.</p>
<article class="wide"><table id="students"><thead><tr>${head}</tr></thead><tbody></tbody></table></article>
<script type="application/json" id="data">${json}</script>`;
}

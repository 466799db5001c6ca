import { mean, median, sampleStandardDeviation } from 'simple-statistics';
import type { Exercise } from '../../authoring/exercise';
import type { Report } from '../../grading/report';
import { explanation } from '../../reporters/text/explanation';
import type { Result } from '../store/journalLine';
import { SCRIPT, STYLE } from './classPageScript';
import { checkStatistics, distribution, type Sighting, sightings } from './statistics';

/** Examples of a misconception: two show what is common to them. */
const EXAMPLES = 2;
/** Reports that are read for examples which differ. */
const READ = 20;

export interface PageOptions {
  /** By student; in the order in which the table first shows them. */
  readonly results: readonly Result[];
  readonly exercises: readonly Exercise[];
  /** The report of a student, for examples; null when it is not there. */
  readonly reportOf: (student: string) => Report | null;
}

/** `report.html`: how a class did, as one page that needs nothing else. It holds no times. */
export function reportPage(options: PageOptions): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>How the class did</title>
<style>${STYLE}</style>
</head>
<body>
<h1>How the class did</h1>
${overview(options)}
${checkSection(options)}
${misconceptionSection(options)}
${errorSection(options)}
${studentSection(options)}
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** Text as HTML. */
function asHtml(text: string | number): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return String(text).replace(/[&<>"']/g, (character) => entities[character]);
}

function overview({ results }: PageOptions): string {
  if (results.length === 0) return '<p>Nobody was graded yet.</p>';
  const scores = results.map(({ score }) => score);
  const spread = scores.length > 1 ? `, standard deviation ${sampleStandardDeviation(scores).toFixed(1)}` : '';
  return `<p>${results.length} ${results.length === 1 ? 'submission' : 'submissions'} with a mark. Mean ${mean(scores).toFixed(1)}, median ${median(scores)} of ${results[0].maxScore} points${spread}.</p>
<h2>Distribution of marks</h2>
${histogram(distribution(results), results[0].maxScore)}`;
}

function histogram(bins: readonly number[], maxScore: number): string {
  const most = Math.max(1, ...bins);
  const bars = bins.map((count, i) => {
    const height = (140 * count) / most;
    const x = 10 + i * 60;
    const label = `${Math.round((i * maxScore) / 10)}–${Math.round(((i + 1) * maxScore) / 10)}`;
    return `<rect x="${x}" y="${165 - height}" width="50" height="${height}" fill="#3b78b5"/><text x="${x + 25}" y="${158 - height}" text-anchor="middle">${count}</text><text x="${x + 25}" y="182" text-anchor="middle">${label}</text>`;
  });
  return `<svg viewBox="0 0 620 190" width="100%" role="img" aria-label="How many marks lie in each tenth of the points">${bars.join('')}</svg>`;
}

function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const kind = (value: string | number) =>
    typeof value === 'number' || /^(-?\d|–)/.test(value) ? ' class="number"' : '';
  const head = header.map((text) => `<th scope="col">${asHtml(text)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((value) => `<td${kind(value)}>${asHtml(value)}</td>`).join('')}</tr>`);
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

function checkSection({ results, exercises }: PageOptions): string {
  const rows = checkStatistics(results, exercises).map((check) => [
    check.exercise,
    check.title,
    `${check.passed} of ${check.attempted}`,
    check.difficulty === null ? '–' : `${Math.round(100 * check.difficulty)} %`,
    check.discrimination === null ? '–' : check.discrimination.toFixed(2),
  ]);
  return `<h2>What to explain first</h2>
<p>Checks, those that most students went wrong on first. Difficulty is the share of those who tried that passed; discrimination is the point-biserial correlation of passing with the points on all other checks: below 0.1, look at the check itself.</p>
${table(['Exercise', 'Check', 'Passed', 'Difficulty', 'Discrimination'], rows)}`;
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
      .map((check) => explanation(check, report.seed, 90, true).replaceAll(student, 'a student'))
      .find((text) => !examples.includes(text));
    if (other !== undefined) examples.push(other);
  }
  const shown = examples.map((text) => `<pre>${asHtml(text)}</pre>`).join('');
  return `<h3>${asHtml(exercise)}: ${asHtml(misconception)} (${students.length})</h3><p>${asHtml(question)}</p>${shown}`;
}

function errorSection({ results }: PageOptions): string {
  const counts = new Map<string, number>();
  for (const { exercises } of results)
    for (const { name, error } of exercises)
      if (error !== null) counts.set(`${name}\n${error}`, (counts.get(`${name}\n${error}`) ?? 0) + 1);
  const rows = [...counts].sort(([, a], [, b]) => b - a).map(([key, count]) => [...key.split('\n'), count]);
  const body = rows.length === 0 ? '<p>None.</p>' : table(['Exercise', 'Error', 'Students'], rows);
  return `<h2>Time-outs and errors</h2>\n${body}`;
}

function studentSection({ results, exercises }: PageOptions): string {
  const header = ['Student', 'Points', ...exercises.map(({ name }) => name), 'Errors'];
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
  const head = header
    .map((text) => `<th scope="col" data-title="${asHtml(text)}"><button>${asHtml(text)}</button></th>`)
    .join('');
  return `<h2>Students</h2>
<p>Click a heading to sort, a name to see the checks.</p>
<div class="wide"><table id="students"><thead><tr>${head}</tr></thead><tbody></tbody></table></div>
<script type="application/json" id="data">${json}</script>`;
}

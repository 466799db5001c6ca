import { mean, median, sampleStandardDeviation } from 'simple-statistics';
import { htmlDocument } from '../../../reporters/html/shell';
import { escaped } from '../../../text/escape';
import { formatPercent } from '../../../text/formatNumber';
import { formatList } from '../../../text/lists';
import { sanitizeLine } from '../../../text/sanitize';
import { counted } from '../../listing';
import { errorWords } from '../comment';
import { MODEL_CODE, SAME_CODE } from '../leftToDecide';
import { grouped, misconceptionSection } from './mistakes';
import type { PageOptions, PageStudent } from './pageOptions';
import { type Column, columns, histogram, nameLink, table, whoBlock } from './parts';
import { SCRIPT } from './script';
import { type CheckStatistics, checkStatistics, didNotRun, MIN_SHARE, MIN_STUDENTS, markBins } from './statistics';
import { unknownSection } from './unknown';

/** What the page consists of, in its order: a title, and what stands below it. Where there is nothing to tell, neither stands. */
const SECTIONS: readonly (readonly [title: string, content: (options: PageOptions) => string])[] = [
  ['Left for you to decide', leftSection],
  ['Marks', marks],
  ['Exercises', exerciseSection],
  ['What to explain first', checkSection],
  ['Misconceptions', misconceptionSection],
  ['Wrong, and no misconception explains it', unknownSection],
  ['Time-outs and errors', errorSection],
  ['The same code', sameCodeSection],
  ['Students', studentSection],
];

/** `report.html`: how a class did, as one page that needs nothing else. */
export function classPage(options: PageOptions): string {
  const sections = SECTIONS.map(([title, content]) => ({ title, html: content(options) }))
    .filter(({ html }) => html !== '')
    .map(({ title, html }, i) => ({ title, html, id: `part-${i + 1}` }));
  const links = sections.map(({ title, id }) => `<a href="#${id}">${title}</a>`);
  const body = [
    heading(options),
    `<nav class="on-screen">${links.join(' · ')}</nav>`,
    ...sections.map(({ title, html, id }) => `<h2 id="${id}">${title}</h2>\n${html}`),
  ];
  return htmlDocument({ title: `${options.title}: how the class did`, body: body.join('\n'), script: SCRIPT });
}

function heading({ title, students, offRoster }: PageOptions): string {
  // The day of the last result, not of the page: the same results make the same page.
  const date = students.map(({ result }) => result.at.slice(0, 10)).sort();
  const graded = date.length === 0 ? '' : `<p class="soft">Graded ${date[date.length - 1]}</p>`;
  const are = offRoster === 1 ? 'is' : 'are';
  const others =
    offRoster === 0 ? '' : `<p>${counted(offRoster, 'submission')} of nobody on the roster ${are} left out here.</p>`;
  return `<h1>${escaped(title)}: how the class did</h1>${graded}${others}${summary(students)}`;
}

function summary(students: readonly PageStudent[]): string {
  if (students.length === 0) return '<p>Nobody was graded yet.</p>';
  const results = students.map(({ result }) => result);
  const scores = results.map(({ score }) => score);
  const [{ maxScore }] = results;
  const spread = scores.length > 1 ? `, standard deviation ${sampleStandardDeviation(scores).toFixed(1)}` : '';
  return `<p>${counted(results.length, 'submission')} with a mark. Mean ${mean(scores).toFixed(1)}, median ${median(scores).toFixed(1)} of ${maxScore} points${spread}.</p>`;
}

function marks({ students }: PageOptions): string {
  if (students.length === 0) return '';
  const results = students.map(({ result }) => result);
  return `<article>${histogram(markBins(results, results[0].maxScore))}</article>`;
}

function exerciseSection({ students, exercises }: PageOptions): string {
  if (students.length === 0) return '';
  const rows = exercises.map(({ name, points }) => {
    const done = students.flatMap(({ result }) => result.exercises.find((one) => one.name === name) ?? []);
    const missing = done.filter(({ status, error }) => status === 'not-started' || error === 'missing-file').length;
    const full = done.filter(({ score, maxScore }) => score === maxScore).length;
    return [
      name,
      done.length === 0 ? '–' : `${mean(done.map(({ score }) => score)).toFixed(1)} of ${points}`,
      columns(markBins(done, points)),
      done.length === 0 ? '–' : formatPercent(full / done.length),
      missing,
      done.filter(didNotRun).length,
    ];
  });
  const heads: readonly Column[] = [
    ['Exercise', 'text'],
    ['Mean', 'number'],
    ['From no points to all', 'text'],
    ['All points', 'number'],
    ['Not handed in', 'number'],
    ['Did not run', 'number'],
  ];
  return table(heads, rows);
}

const DISCRIMINATION = `Discrimination, the point-biserial correlation of passing with the points on all other checks, is given where a check judged at least ${MIN_STUDENTS} students and ${formatPercent(MIN_SHARE)} to ${formatPercent(1 - MIN_SHARE)} of them passed, as otherwise chance decides it: where it is below 0.1, look at the check itself.`;

/** How many checks are shown without a click. */
const FIRST_CHECKS = 10;

function checkSection({ students, exercises }: PageOptions): string {
  const results = students.map(({ result }) => result);
  const checks = checkStatistics(results, exercises);
  const isTold = checks.some(({ discrimination }) => discrimination !== null);
  const first = checks.filter(({ judged, passed }) => passed < judged).slice(0, FIRST_CHECKS);
  const rest = checks.slice(first.length);
  const words = first.length === 0 ? 'Nobody got a check wrong' : 'The checks that most students got wrong come first';
  return [
    `<p>${words}. Wrong and passed are of those whose code ran.${isTold ? ` ${DISCRIMINATION}` : ''}</p>`,
    first.length === 0 ? '' : checkTable(first, isTold),
    rest.length === 0
      ? ''
      : `<details><summary>${first.length === 0 ? 'All' : 'The other'} ${counted(rest.length, 'check')}</summary>${checkTable(rest, isTold)}</details>`,
  ].join('\n');
}

function checkTable(checks: readonly CheckStatistics[], isTold: boolean): string {
  const rows = checks.map(({ exercise, title, judged, passed, passRate, discrimination }) => [
    exercise,
    title,
    `${judged - passed} of ${judged}`,
    passRate === null ? '–' : formatPercent(passRate),
    ...(isTold ? [discrimination === null ? '–' : discrimination.toFixed(2)] : []),
  ]);
  const heads: readonly Column[] = [
    ['Exercise', 'text'],
    ['Check', 'text'],
    ['Wrong', 'number'],
    ['Passed', 'number'],
    ...(isTold ? [['Discrimination', 'number'] as const] : []),
  ];
  return table(heads, rows);
}

function errorSection({ students }: PageOptions): string {
  const groups = grouped(students, ({ result }) =>
    result.exercises.flatMap(({ name, error }) => (error === null ? [] : `${name}\n${errorWords(error)}`)),
  );
  const rows = groups.map((group) => [...group.key.split('\n'), { html: whoBlock(group.students) }]);
  const heads: readonly Column[] = [
    ['Exercise', 'text'],
    ['Error', 'text'],
    ['Who', 'text'],
  ];
  return rows.length === 0 ? '<p>None.</p>' : table(heads, rows);
}

function leftSection({ left }: PageOptions): string {
  const items = left.map(
    ({ title, who }) => `<li>${escaped(sanitizeLine(title))}: ${escaped(sanitizeLine(who.join('; ')))}.</li>`,
  );
  return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}

function sameCodeSection({ sameCode: { groups, model } }: PageOptions): string {
  const items = groups.map((group) => `<li>${formatList(group.map(nameLink))}</li>`);
  const same =
    groups.length === 0
      ? ''
      : `<p>${SAME_CODE}: in each group all that they wrote, but for what equals a stub or a model answer. Their pages have the code.</p>\n<ul>${items.join('')}</ul>`;
  const models = model.length === 0 ? '' : `<p>${MODEL_CODE}: ${formatList(model.map(nameLink))}.</p>`;
  return same + models === '' ? '' : `<details><summary>Who</summary>${same}${models}</details>`;
}

function studentSection({ students, exercises }: PageOptions): string {
  const data = {
    exercises: exercises.map(({ name }) => name),
    checks: exercises.flatMap(({ name, checks }) => checks.map(({ title }) => `${name}: ${title}`)),
    pages: students.map(({ page }) => page),
    students: students.map(({ name, result, isDraft }, i) => {
      const of = (name: string) => result.exercises.find((exercise) => exercise.name === name);
      const checked = exercises.flatMap(({ name, checks }) => checks.map(({ id }) => of(name)?.checks[id] ?? '?'));
      const kinds = new Set(result.exercises.flatMap(({ error }) => error ?? []));
      const errors = [...kinds].map(errorWords).join(', ');
      const student = isDraft ? `${name} (draft)` : name;
      return [student, result.score, ...exercises.map(({ name }) => of(name)?.score ?? 0), errors, checked.join(''), i];
    }),
  };
  // Inside a script element only "<" could end the data.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  const head = (text: string, kind = '') =>
    `<th scope="col"${kind} data-title="${escaped(text)}"><button>${escaped(text)}</button></th>`;
  // The names of exercises are longer than their points are wide.
  const upright = exercises.map(({ name }) => head(name, ' class="upright"'));
  const heads = [head('Student'), head('Points', ' class="number"'), ...upright, head('Errors')].join('');
  const pages = students.some(({ page }) => page !== null) ? ', “page” to see what the student sees' : '';
  return `<p class="on-screen">Click a heading to sort, a name to see the checks${pages}.</p>
<article class="wide"><table id="students"><thead><tr>${heads}</tr></thead><tbody></tbody></table></article>
<script type="application/json" id="data">${json}</script>`;
}

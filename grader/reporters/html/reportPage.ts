import type { CheckReport, ExerciseReport, Report } from '../../grading/report';
import { escaped } from '../../text/escape';
import { carriedWords, explanation, questionWords } from '../text/explanation';
import { nextStep } from '../text/nextStep';
import { STYLE } from './style';

/** What the page shows of an exercise besides its report. */
export interface Illustration {
  /** SVG documents, check by check. */
  readonly pictures: readonly (readonly string[])[];
  /** The learner's file; null when it cannot be read. */
  readonly source: string | null;
}

/** Columns of the words in a page as wide as its style has it. */
const WIDTH = 92;

const MARKS = { passed: '✓', failed: '✗', skipped: '–', error: '✗', 'not-started': '○' } as const;
const WORDS = {
  passed: 'passed',
  failed: 'not yet',
  skipped: 'not judged',
  error: 'error',
  'not-started': 'not started',
} as const;

/**
 * The report as one page that needs no server, no script and no other file.
 *
 * @param illustrations by exercise
 */
export function page(report: Report, illustrations: ReadonlyMap<string, Illustration>): string {
  const { score, maxScore, seed, exercises } = report;
  const chapters = [...new Set(exercises.map(({ section }) => section.title))];
  const chapter = (title: string) =>
    `<h2>${escaped(title)}</h2>${exercises
      .filter(({ section }) => section.title === title)
      .map((exercise) => article(exercise, seed, illustrations.get(exercise.name)))
      .join('')}`;
  const total = `${score} of ${maxScore} points`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Whatever a learner's code printed, nothing in the page may run or load.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<title>The forward pass, by hand: ${total}</title><style>${STYLE}</style></head><body>`,
    `<h1>${total}</h1>`,
    `<meter min="0" max="${maxScore}" value="${score}" aria-label="${total}">${total}</meter>`,
    `<p class="soft">${escaped(nextStep(report))}<br>Seed of the random cases: ${escaped(seed)}</p>`,
    ...chapters.map(chapter),
    '</body></html>\n',
  ].join('\n');
}

function article(exercise: ExerciseReport, seed: string, illustration?: Illustration): string {
  const { name, status, score, maxScore, file, error, checks } = exercise;
  const line = exercise.place === null ? '' : `:${exercise.place.line}`;
  const lines = [
    `<article id="${escaped(name)}">`,
    `<h3>${mark(status)} ${escaped(name)} <span class="${status} soft">${WORDS[status]}</span> <span class="file">${escaped(file + line)}</span><span class="points">${score} / ${maxScore}</span></h3>`,
  ];
  const carried = carriedWords(exercise);
  if (carried !== null) lines.push(`<p>${escaped(carried)}</p>`);
  if (error !== null) lines.push(`<pre class="error">${escaped(error.message)}</pre>`);
  for (const one of exercise.diagnosis) lines.push(`<p class="question">${escaped(questionWords(one))}</p>`);
  if (status !== 'not-started') {
    lines.push(`<ul>${checks.map((check, i) => item(check, seed, illustration?.pictures[i] ?? [])).join('')}</ul>`);
    lines.push(printed(exercise), source(illustration?.source ?? null));
  }
  return [...lines, '</article>'].join('\n');
}

function mark(status: keyof typeof MARKS): string {
  return `<span class="mark ${status}" aria-hidden="true">${MARKS[status]}</span>`;
}

function item(check: CheckReport, seed: string, pictures: readonly string[]): string {
  const { title, status, score, points } = check;
  const words = status === 'failed' ? `<pre>${escaped(explanation(check, seed, WIDTH, true))}</pre>` : '';
  return [
    `<li><div class="check">${mark(status)}<span>${escaped(title)} <span class="${status} soft">${WORDS[status]}</span></span><span class="points">${score} / ${points}</span></div>`,
    words,
    ...pictures.map((picture) => `<figure>${picture}</figure>`),
    '</li>',
  ].join('\n');
}

function printed({ name, console: text }: ExerciseReport): string {
  return text === ''
    ? ''
    : `<details><summary>What ${escaped(name)} printed</summary><pre>${escaped(text)}</pre></details>`;
}

function source(text: string | null): string {
  return text === null ? '' : `<details><summary>The code</summary><pre>${escaped(text)}</pre></details>`;
}

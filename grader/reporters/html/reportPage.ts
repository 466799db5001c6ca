import type { CheckReport, ExerciseReport, GradingError, Report } from '../../grading/report';
import { escaped } from '../../text/escape';
import { carriedWords, handedInWords, questionWords } from '../text/explanation';
import { nextStep, placeOf } from '../text/nextStep';
import { headingOf, type ReportSection, sectionsOf } from '../text/sections';
import { STATUS_SIGNS, STATUS_WORDS, type Status } from '../text/statusWords';
import { counterexampleHtml, failureHtml } from './failure';
import { htmlDocument } from './shell';

/** What the page shows of an exercise besides its report. */
export interface Illustration {
  /** SVG documents, check by check. */
  readonly pictures: readonly (readonly string[])[];
  /** The learner's file; null when it cannot be read. */
  readonly source: string | null;
}

/** Whose report it is, on a page that is handed out. */
export interface Heading {
  readonly student: string;
  readonly title: string;
  /** Such as 2026-11-20. */
  readonly date: string;
}

/**
 * The report as one page that needs no server, no script and no other file.
 *
 * @param illustrations by exercise
 */
export function reportPage(
  report: Report,
  illustrations: ReadonlyMap<string, Illustration>,
  heading?: Heading,
): string {
  const { score, maxScore, seed } = report;
  const total = `${score} of ${maxScore} points`;
  const title = heading?.title ?? 'The forward pass, by hand';
  const body = [
    ...(heading === undefined ? [] : [`<p class="soft">${escaped(headingWords(heading))}</p>`]),
    `<h1>${total}</h1>`,
    `<div class="total"><span style="width:${maxScore === 0 ? 0 : (100 * score) / maxScore}%"></span></div>`,
    `<p class="soft">${escaped(nextStep(report))}<br>Seed of the random cases: ${escaped(seed)}</p>`,
    ...sectionsOf(report).map((section) => chapter(section, seed, illustrations)),
  ];
  return htmlDocument({ title: `${title}: ${total}`, body: body.join('\n') });
}

function headingWords({ student, title, date }: Heading): string {
  return `${student} · ${title} · ${date}`;
}

function chapter(
  { section, exercises, score, maxScore }: ReportSection,
  seed: string,
  illustrations: ReadonlyMap<string, Illustration>,
): string {
  const articles = exercises.map((exercise) => article(exercise, seed, illustrations.get(exercise.name)));
  const points = `<span class="points">${score} / ${maxScore}</span>`;
  return `<h2 class="line">${escaped(headingOf(section))} ${points}</h2>${articles.join('')}`;
}

function article(exercise: ExerciseReport, seed: string, illustration?: Illustration): string {
  const { name, status, score, maxScore, error, checks } = exercise;
  const lines = [
    `<article id="${escaped(name)}">`,
    `<h3 class="line">${mark(status)} ${escaped(name)} <span class="${status} soft">${STATUS_WORDS[status]}</span> <span class="file">${escaped(placeOf(exercise))}</span><span class="points">${score} / ${maxScore}</span></h3>`,
  ];
  const notes = [handedInWords(exercise), carriedWords(exercise)].filter((words) => words !== null);
  lines.push(...notes.map((words) => `<p>${escaped(words)}</p>`));
  if (error !== null) lines.push(`<pre class="error">${escaped(errorWords(error))}</pre>`);
  if (exercise.counterexample != null) lines.push(counterexampleHtml(name, exercise.counterexample));
  for (const one of exercise.diagnosis) lines.push(`<p class="question">${escaped(questionWords(one))}</p>`);
  if (status !== 'not-started') {
    lines.push(
      `<ul class="checks">${checks.map((check, i) => item(check, seed, illustration?.pictures[i] ?? [])).join('')}</ul>`,
    );
    lines.push(printed(exercise), source(illustration?.source ?? null));
  }
  return [...lines, '</article>'].join('\n');
}

function errorWords({ file, line, column, message }: GradingError): string {
  return line === null ? message : `${file}:${line}:${column} ${message}`;
}

function mark(status: Status): string {
  return `<span class="mark ${status}" aria-hidden="true">${STATUS_SIGNS[status]}</span>`;
}

function item(check: CheckReport, seed: string, pictures: readonly string[]): string {
  const { title, status, score, points } = check;
  const words = status === 'failed' ? failureHtml(check, seed) : '';
  const details = words + pictures.map((picture) => `<figure>${picture}</figure>`).join('');
  return [
    `<li><div class="check">${mark(status)}<span>${escaped(title)} <span class="${status} soft">${STATUS_WORDS[status]}</span></span><span class="points">${score} / ${points}</span></div>`,
    details === '' ? '' : `<div class="details">${details}</div>`,
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

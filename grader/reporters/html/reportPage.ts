import type { CheckReport, ExerciseReport, Report } from '../../grading/report';
import { escaped } from '../../text/escape';
import { formatList } from '../../text/lists';
import { carriedWords, errorText, handedInWords, questionWords, unaskedWords } from '../text/explanation';
import { nextExercise, nextStep, placeOf } from '../text/nextStep';
import { printedGroups, printedTitle } from '../text/printedLines';
import { reasonsOf } from '../text/reasons';
import { headingOf, type ReportSection, sectionsOf } from '../text/sections';
import { STATUS_SIGNS, STATUS_WORDS, type Status } from '../text/statusWords';
import { trapWords } from '../text/trapWords';
import { wrongStepBeside, wrongStepSentence } from '../text/wrongStep';
import { againHtml, counterexampleHtml, failureHtml } from './failure';
import { htmlDocument } from './shell';

/** What the page shows of an exercise besides its report. */
export interface Illustration {
  /** SVG documents, check by check. */
  readonly pictures: readonly (readonly string[])[];
  /** The learner's file; null when it cannot be read. */
  readonly source: string | null;
}

/** Whose page it is, and from when. */
export interface Heading {
  /** Null when the learner gave none. */
  readonly name: string | null;
  readonly date: Date;
  /** Of the assignment; the workbook's own when there is none. */
  readonly title?: string;
  /**
   * On the page of a mark: what counted of what was handed in, in sentences. What to do next is not said there, as whether
   * anything may be handed in again, or compared with model answers, is the instructor's to say.
   */
  readonly counted?: readonly string[];
}

/** Of a mark no advice is given on how to make a file. */
const NOT_HANDED_IN = 'This file was not found in what was handed in.';

/** Lines of a wrong answer's file that are shown without a click, and on paper. */
const MAX_OPEN = 60;

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

/**
 * The report as one page that needs no server, no script and no other file.
 *
 * @param illustrations by exercise
 */
export function reportPage(
  report: Report,
  illustrations: ReadonlyMap<string, Illustration>,
  { name, date, title, counted }: Heading,
): string {
  const { score, maxScore, seed } = report;
  const total = `${score} of ${maxScore} points`;
  const ofCases = `<p class="soft">Seed of the random cases: ${escaped(seed)}</p>`;
  const body = [
    `<p class="soft">${[...(name === null ? [] : [`<strong>${escaped(name)}</strong>`]), ...(title === undefined ? [] : [escaped(title)]), DATE.format(date)].join(', ')}</p>`,
    `<h1>${total}</h1>`,
    `<div class="total"><span style="width:${maxScore === 0 ? 0 : (100 * score) / maxScore}%"></span></div>`,
    ...(counted === undefined
      ? [next(report), ofCases]
      : [...counted.map((words) => `<p>${escaped(words)}</p>`), ...missing(report)]),
    ...sectionsOf(report).map((section) => chapter(section, { seed, illustrations, isMark: counted !== undefined })),
    ...(counted === undefined ? [] : [ofCases]),
  ];
  const whose = name === null ? '' : `${name}, `;
  return htmlDocument({ title: `${title ?? 'The forward pass, by hand'}: ${whose}${total}`, body: body.join('\n') });
}

/** What to do next, and why, before anything that is longer. */
function next(report: Report): string {
  const exercise = nextExercise(report);
  const sentence = `<p>${escaped(nextStep(report))}</p>`;
  if (exercise === null || exercise.status === 'not-started') return sentence;
  return `<article class="next">${[...why(exercise), sentence].join('')}</article>`;
}

/** Where points are missing, a click away. */
function missing({ exercises }: Report): readonly string[] {
  const links = exercises
    .filter(({ score, maxScore, status }) => score < maxScore && status !== 'not-started')
    .map(({ name, score, maxScore }) => `<a href="#${escaped(name)}">${escaped(name)}</a> (${score} of ${maxScore})`);
  return links.length === 0 ? [] : [`<p>Points are missing in ${formatList(links)}.</p>`];
}

/** The smallest input that goes wrong, and the questions. */
function why(exercise: ExerciseReport): readonly string[] {
  const { name, file, counterexample = null, diagnosis } = exercise;
  const wrongStep = wrongStepBeside(exercise);
  return [
    ...(counterexample === null ? [] : [counterexampleHtml(name, counterexample)]),
    ...(wrongStep === null ? [] : [`<p>${escaped(wrongStepSentence(wrongStep, file))}</p>`]),
    ...diagnosis.map((one) => `<p class="question">${escaped(questionWords(one))}</p>`),
    ...unaskedWords(exercise).map((words) => `<p class="soft">${escaped(words)}</p>`),
    ...trapWords(exercise, true).map((words) => `<p class="question">${escaped(words)}</p>`),
  ];
}

/** What all exercises of a page share. */
interface Shared {
  readonly seed: string;
  readonly illustrations: ReadonlyMap<string, Illustration>;
  readonly isMark: boolean;
}

function chapter({ section, exercises, score, maxScore }: ReportSection, shared: Shared): string {
  const articles = exercises.map((exercise) => article(exercise, shared));
  const points = `<span class="points">${score} / ${maxScore}</span>`;
  return `<h2 class="line">${escaped(headingOf(section))} ${points}</h2>${articles.join('')}`;
}

function article(exercise: ExerciseReport, { seed, illustrations, isMark }: Shared): string {
  const { name, status, score, maxScore, error, checks } = exercise;
  const illustration = illustrations.get(name);
  const lines = [
    `<article id="${escaped(name)}">`,
    `<h3 class="line">${mark(status)} ${escaped(name)} <span class="${status} soft">${STATUS_WORDS[status]}</span> <span class="file">${escaped(placeOf(exercise))}</span><span class="points">${score} / ${maxScore}</span></h3>`,
  ];
  const notes = [handedInWords(exercise), carriedWords(exercise)].filter((words) => words !== null);
  lines.push(...notes.map((words) => `<p>${escaped(words)}</p>`));
  if (error !== null && isMark && error.kind === 'missing-file') lines.push(`<p>${NOT_HANDED_IN}</p>`);
  else if (error !== null) lines.push(`<pre class="excerpt error">${escaped(errorText(error))}</pre>`);
  lines.push(...why(exercise));
  if (status !== 'not-started') {
    // One mistake often fails several checks in the same way: it is shown once, and a click away for the others.
    const firsts = new Map(reasonsOf(checks).flatMap(({ first, others }) => others.map((other) => [other, first])));
    const items = checks.map((check, i) =>
      item(check, failureOf(check, firsts.get(check), seed), illustration?.pictures[i] ?? []),
    );
    lines.push(`<ul class="checks">${items.join('')}</ul>`);
    lines.push(printed(exercise), source(illustration?.source ?? null, status === 'failed' || status === 'error'));
  }
  return [...lines, '</article>'].join('\n');
}

function mark(status: Status): string {
  return `<span class="mark ${status}" aria-hidden="true">${STATUS_SIGNS[status]}</span>`;
}

/** What is said of a check that fails, after the first that fails in the same way if there is one. */
function failureOf(check: CheckReport, first: CheckReport | undefined, seed: string): string {
  if (check.status !== 'failed') return '';
  return first === undefined ? failureHtml(check, seed) : againHtml(check, first, seed);
}

function item({ title, status, score, points }: CheckReport, failure: string, pictures: readonly string[]): string {
  const details = failure + pictures.map((picture) => `<figure>${picture}</figure>`).join('');
  return [
    `<li><div class="check">${mark(status)}<span>${escaped(title)} <span class="${status} soft">${STATUS_WORDS[status]}</span></span><span class="points">${score} / ${points}</span></div>`,
    details === '' ? '' : `<div class="details">${details}</div>`,
    '</li>',
  ].join('\n');
}

function printed(exercise: ExerciseReport): string {
  const groups = printedGroups(exercise);
  if (groups.length === 0) return '';
  const texts = groups.map(
    (group) => `<p class="soft">${escaped(printedTitle(exercise.name, group))}</p><pre>${escaped(group.text)}</pre>`,
  );
  return `<details><summary>What ${escaped(exercise.name)} printed</summary>${texts.join('')}</details>`;
}

/** The learner's file, with the line numbers that the words point to. */
function source(text: string | null, wanted: boolean): string {
  if (text === null) return '';
  const lines = text.trimEnd().split('\n');
  const open = wanted && lines.length <= MAX_OPEN ? ' open' : '';
  const code = lines.map((line) => `<span>${escaped(line)}</span>`).join('\n');
  return `<details${open}><summary>The code</summary><pre class="code">${code}</pre></details>`;
}

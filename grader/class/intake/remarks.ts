import { belowWords } from '../../submission/find';
import { counted, listed, listedUpTo } from '../listing';
import { byFile, meantWords } from './nearNames';
import type { Intake, Submission } from './submissions';
import { fileWords, TYPED_CODE } from './typedCode';
import { TYPED_TEXT } from './unzip';

/** Of one student so many files are named. */
const MAX_INSTEAD = 3;
/** Of one submission so many other folders are named. */
const MAX_PLACES = 5;

/** What was found, a line a kind, each with what a person can do about it. */
export function intakeRemarks(intake: Intake, accepted: boolean): readonly string[] {
  const { submissions, below, ignored, misnamed, doubled, problems } = intake;
  const students = (about: (one: Submission) => string | null) =>
    submissions.flatMap((one) => {
      const words = about(one);
      return words === null ? [] : [`${one.student} (${words})`];
    });
  const list = (title: string, words: readonly string[]) => listed(title, words, ' (see gradebook.csv)');
  return [
    ...(below === '' ? [] : [`Submissions are what is in ${below}/.`]),
    ...listed('Not everything could be unpacked', problems),
    ...listed('Ignored, as they are not folders', ignored),
    ...listed('Not graded, as its name is not UTF-8 (rename it)', misnamed),
    ...listed('Not taken, as the folder of the same name counts', doubled),
    ...list(
      'Graded although named otherwise (each report says so)',
      students(({ nearNames }) => (accepted ? listOrNull([...byFile(nearNames).keys()]) : null)),
    ),
    ...list(
      'Handed in again, the newest counts',
      students(({ again }) => listOrNull(again)),
    ),
    ...list('Found in a folder below', students(deeper)),
  ];
}

function deeper(submission: Submission): string | null {
  const { below, count, others, together } = submission;
  return below === '' || count === 0 || others.length > 0 || together.length > 0 ? null : placeWords(submission);
}

/** `4 files in b/ count, as the newest, not 4 in a/`. */
export function placesWords(submission: Submission): string {
  const { count, others, because } = submission;
  const places = others.map(({ below, count }) => `${count} in ${belowWords(below)}`);
  const why = because === null ? '' : `, as ${because}`;
  const verb = count === 1 ? 'counts' : 'count';
  return `${placeWords(submission)} ${verb}${why}, not ${listedUpTo(MAX_PLACES, places)}`;
}

/** `4 files in exercises/`, or in all folders whose files were put together. */
export function placeWords({ below, count, together }: Submission): string {
  const places = together.length === 0 ? [below] : together;
  return `${counted(count, 'file')} in ${listedUpTo(MAX_PLACES, places.map(belowWords))}`;
}

function nearWords({ nearNames }: Submission): string | null {
  return nearNames.length === 0 ? null : [...byFile(nearNames)].map(meantWords).join(', ');
}

function listOrNull(words: readonly string[]): string | null {
  return words.length === 0 ? null : listedUpTo(MAX_INSTEAD, words);
}

function insteadWords({ instead, typed, problems }: Submission): string | null {
  const others = typed.length === 0 ? instead : instead.filter((file) => !TYPED_TEXT.test(file));
  return problems.length > 0 ? null : listOrNull(others.map(fileWords));
}

/** What could not be unpacked, or was handed in twice; null where nothing was. */
export function problemWords({ problems }: Submission): string | null {
  return problems.length === 0 ? null : problems.join('; ');
}

/** What of this a line of the gradebook says. */
export function foundWords(submission: Submission): string {
  const { count, others, again, typed } = submission;
  const places = others.length > 0 ? placesWords(submission) : placeWords(submission);
  const versions = listOrNull(again);
  const said = [
    count === 0 ? null : places,
    versions === null ? null : `handed in again: ${versions}`,
    nearWords(submission),
    typed.length === 0 ? null : TYPED_CODE,
    insteadWords(submission),
    problemWords(submission),
  ];
  return said.filter((words) => words !== null).join('; ');
}

import { counted, listedUpTo } from '../listing';
import type { Decision } from '../store/intakeNotes';
import { holdsText } from './fileKinds';
import { byFile, meantWords } from './nearNames';
import { placesWords, placeWords, problemWords } from './remarks';
import type { Submission } from './submissions';
import { LINK } from './typedCode';
import { ARCHIVE, TYPED_TEXT } from './unzip';

/** Of one student so many files are named. */
const MAX_FILES = 3;

/**
 * What a person has to decide of a submission, or to look at.
 *
 * @param exercises how many are graded
 * @param accepted whether files of near names are graded
 */
export function decisionsOn(submission: Submission, exercises: number, accepted: boolean): readonly Decision[] {
  const { count, others, because, nearNames, instead, typed, again } = submission;
  const found = count + nearNames.length;
  const decisions: Decision[] = [];
  const add = (kind: Decision['kind'], words: string | null) => words !== null && decisions.push({ kind, words });
  if (others.length > 0) add(because === null ? 'folders' : 'copies', placesWords(submission));
  if (submission.together.length > 0) add('together', placeWords(submission));
  if (nearNames.length > 0 && !accepted) add('near names', [...byFile(nearNames)].map(nearWords).join(', '));
  const archives = instead.filter((file) => ARCHIVE.test(file));
  if (archives.length > 0) add('archive', listedUpTo(MAX_FILES, archives));
  for (const file of typed) add('typed', file);
  // Where there is no exercise file, photos and the like are told with the others of that kind.
  const texts = count === 0 ? instead.filter(holdsText) : instead.filter(isOther);
  const beside = count === 0 ? '' : ` beside ${counted(count, 'exercise file')}`;
  if (texts.length > 0) add('other files', `${listedUpTo(MAX_FILES, texts)}${beside}`);
  if (again.length > 0 && found < exercises) add('earlier attempt', listedUpTo(MAX_FILES, again));
  // Of a submission without any such file all is told when marks are.
  if (found > 0) add('problem', problemWords(submission));
  return decisions;
}

/** `relu.js`, or `mlp.ts for relu and softmax`. */
function nearWords([file, exercises]: readonly [string, readonly string[]]): string {
  return exercises.length === 1 ? file : meantWords([file, exercises]);
}

/** Whether a file is of none of the kinds that are told apart. */
function isOther(file: string): boolean {
  return !ARCHIVE.test(file) && !TYPED_TEXT.test(file) && file !== LINK;
}

import type { Report } from '../../grading/report';
import { formatList } from '../../text/lists';
import { sanitizeLine } from '../../text/sanitize';
import { byFile } from '../intake/nearNames';
import { counted, listedUpTo } from '../listing';
import type { IntakeNote } from '../store/intakeNotes';

/** So many folders that do not count are named, and files that were handed in again. */
const MAX_NAMED = 4;

const UNTOUCHED =
  'Your files are as they were handed out: nothing is written in them yet. If you wrote answers, perhaps another folder was handed in.';

/** What a student is told who may wonder what counts of what was handed in, in sentences for the page and the comment. */
export function whatCounted(report: Report, note: IntakeNote | undefined): readonly string[] {
  const { again = [], nearNames = [] } = note ?? {};
  return [
    ...(isUntouched(report) ? [UNTOUCHED] : []),
    ...(note === undefined ? [] : placeSentences(report, note)),
    ...(again.length === 0 ? [] : [`Of what you handed in again the newest counts: ${listedUpTo(MAX_NAMED, again)}.`]),
    ...(nearNames.length === 0 ? [] : [`Not graded under that name: ${nearWords(nearNames)}.`]),
  ].map(sanitizeLine);
}

/** Whether all files are there, and none has a line of the student's own. */
export function isUntouched({ exercises }: Report): boolean {
  return exercises.every(({ status }) => status === 'not-started');
}

/** `relu.js should be called relu.ts`, or `mlp.ts should be split into relu.ts and softmax.ts`, for each. */
export function nearWords(nearNames: IntakeNote['nearNames']): string {
  const words = [...byFile(nearNames)].map(([file, exercises]) => {
    const wanted = formatList(exercises.map((exercise) => `${exercise}.ts`));
    return `${file} should be ${exercises.length === 1 ? 'called' : 'split into'} ${wanted}`;
  });
  return words.join('; ');
}

/** Which files were graded, where a person put them right, or there are several copies. */
function placeSentences({ exercises }: Report, note: IntakeNote): readonly string[] {
  const { corrected, shownFolder, otherFolders, together } = note;
  const count = exercises.filter(({ error }) => error?.kind !== 'missing-file').length;
  const files = count === 1 ? 'the file' : `the ${counted(count, 'file')}`;
  if (corrected)
    return [
      `Your instructor put right what you handed in: ${counted(count, 'file')} ${count === 1 ? 'was' : 'were'} graded.`,
    ];
  if (together.length > 0)
    return [`Graded: ${files} in ${listedUpTo(MAX_NAMED, shortened(together).map(folderWords))}, put together.`];
  if (otherFolders.length === 0) return [];
  const [own, ...others] = shortened([shownFolder, ...otherFolders]).map(folderWords);
  return [`Graded: ${files} in ${own}, not what is in ${listedUpTo(MAX_NAMED, others)}.`];
}

/** Folders without what all their paths begin with; of each at least its own name is left. */
function shortened(folders: readonly string[]): readonly string[] {
  const paths = folders.map((folder) => folder.split('/'));
  const most = Math.min(...paths.map(({ length }) => length)) - 1;
  let same = 0;
  while (same < most && paths.every((one) => one[same] === paths[0][same])) same += 1;
  return paths.map((one) => one.slice(same).join('/'));
}

function folderWords(folder: string): string {
  return folder === '' ? 'the top folder' : `${folder}/`;
}

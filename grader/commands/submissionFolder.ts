import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors';
import { belowWords, type ExerciseFolder, findExerciseFiles } from '../submission/find';
import { formatList } from '../text/lists';
import { sanitizeLine } from '../text/sanitize';
import { fromCaller, shownPath } from '../workbook/callerPaths';

/**
 * The folder of exercise files in the one that `--submission` names, or the workbook's own.
 *
 * @param say told when there are exercise files in two places
 */
export function submissionFolder(
  root: string,
  typed: string | undefined,
  say: (sentence: string) => void = (sentence) => process.stderr.write(`${sentence}\n`),
): string {
  if (typed === undefined) {
    const own = path.join(root, 'exercises');
    if (fs.existsSync(own)) return own;
    throw new UserError(`${shownPath(own)} does not exist. Restore it, or name a folder with --submission.`);
  }
  const folder = fromCaller(typed);
  if (!fs.existsSync(folder)) throw new UserError(`--submission: there is no folder ${typed}.`);
  if (!fs.statSync(folder).isDirectory())
    throw new UserError(`--submission: ${typed} is a file; name the folder that holds relu.ts and the others.`);
  const found = findExerciseFiles(folder, exerciseNames(root));
  if (found.others.length > 0) {
    const elsewhere = found.others.map(({ below }) => sanitizeLine(belowWords(below)));
    say(
      `${typed} has exercise files in ${formatList(elsewhere)}, too; those in ${shownPath(found.folder)} count: ${countWords(found)}.`,
    );
  }
  return found.folder;
}

/** The exercises of a workbook that is not loaded yet, by the folders of their fixtures. */
function exerciseNames(root: string): readonly string[] {
  return fs.readdirSync(path.join(root, 'fixtures'));
}

function countWords({ count, others }: ExerciseFolder): string {
  return others[0].count < count ? 'there are more' : 'there are as many, less deep';
}

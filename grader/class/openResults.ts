import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors';
import { shownPath } from '../workbook/callerPaths';
import { OutputFolder } from './store/outputFolder';

/**
 * The folder of a class that was graded.
 *
 * @throws UserError when there is none, or a run is using it
 */
export function openResults(folder: string): Promise<OutputFolder> {
  const shown = shownPath(folder);
  if (!fs.existsSync(path.join(folder, 'journal.jsonl')))
    throw new UserError(`Nothing has been graded into ${shown}: name the folder of the results with --out.`);
  return OutputFolder.open(folder, shown);
}

import { UserError } from '../errors';
import { fromCaller, shownPath } from '../workbook/callerPaths';
import { openWorkbook } from '../workbook/open';
import type { MergeOptions } from './classOptions';
import { readRoster } from './intake/roster';
import { counted } from './listing';
import type { ClassReporter } from './reporter';
import { publish } from './results/publish';
import { joinedNotes, writeIntakeNotes } from './store/intakeNotes';
import { mergeParts, partFolders } from './store/mergeParts';
import { OutputFolder } from './store/outputFolder';

/**
 * Joins the parts of a class.
 *
 * @returns whether all parts are there and finished, and every file could be written
 */
export async function mergeClass(
  typed: readonly string[],
  options: MergeOptions,
  reporter: ClassReporter,
): Promise<boolean> {
  if (typed.length === 0) throw new UserError('Name the parts to join: npm run class -- merge OUT... --out DIR.');
  const { say } = reporter;
  const workbook = await openWorkbook(options.workbook);
  const roster = options.roster === undefined ? null : readRoster(fromCaller(options.roster), options.roster);
  const out = fromCaller(options.out);
  const folders = partFolders(typed.map(fromCaller), shownPath).filter((folder) => folder !== out);
  const open: OutputFolder[] = [];
  try {
    for (const folder of folders) open.push(await OutputFolder.open(folder, shownPath(folder)));
    for (const { repaired } of open) if (repaired !== null) say(repaired);
    const { results, remarks, complete } = mergeParts(open);
    const notes = joinedNotes(open);
    const output = await OutputFolder.open(out, shownPath(out));
    open.push(output);
    for (const { result, part } of results.values()) await output.adopt(part, result);
    say(`Joined ${counted(folders.length, 'part')}: ${counted(results.size, 'submission')}.`);
    for (const remark of remarks) say(remark);
    const students = [...results.keys()].map((student) => ({ student }));
    await writeIntakeNotes(output, notes);
    const publication = { options, workbook, roster, students, notes, output };
    const isWritten = await publish(publication, reporter, 'in none of these parts');
    return complete && isWritten;
  } finally {
    for (const folder of open) await folder.close();
  }
}

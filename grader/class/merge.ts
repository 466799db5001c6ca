import fs from 'node:fs';
import { UserError } from '../errors';
import { fromCaller, shownPath } from '../workbook/callerPaths';
import { openWorkbook } from '../workbook/open';
import type { ClassOptions } from './grade';
import { readRoster } from './intake/roster';
import { writeProducts } from './results/outputs';
import { counted, summaryLines } from './results/summary';
import { mergeParts, partFolders } from './store/mergeParts';
import { OutputFolder } from './store/outputFolder';

/** Joins parts of a class: 0 when all parts are there and finished, 1 when some are not. */
export async function mergeClass(typed: readonly string[], options: ClassOptions): Promise<number> {
  if (typed.length === 0) throw new UserError('Name the parts to join: npm run class -- merge OUT... --out DIR.');
  const workbook = await openWorkbook(options.workbook);
  const roster = options.roster === undefined ? null : readRoster(fromCaller(options.roster), options.roster);
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
  const out = fromCaller(options.out);
  const folders = partFolders(typed.map(fromCaller), shownPath).filter((folder) => folder !== out);
  const open: OutputFolder[] = [];
  try {
    for (const folder of folders) open.push(await OutputFolder.open(folder, shownPath(folder)));
    for (const { repaired } of open) if (repaired !== null) say(repaired);
    const { results, remarks, complete } = mergeParts(open);
    const output = await OutputFolder.open(out, shownPath(out));
    open.push(output);
    for (const { result, part } of results.values()) {
      const known = output.journal.state.results.get(result.student);
      if (known !== undefined && JSON.stringify(known) === JSON.stringify(result)) continue;
      // A report is copied as it is; without one, its line would count for nothing.
      const report = fs.readFileSync(part.reportFile(result.student), 'utf8');
      await output.writeReportText(result.student, report);
      await output.journal.append(result);
    }
    const { assignment, reporter } = options;
    const students = [...results.keys()];
    const gradebook = await writeProducts(output, { workbook, students, roster, assignment, reporter });
    say(`Joined ${counted(folders.length, 'part')}: ${counted(results.size, 'submission')}.`);
    for (const line of [...remarks, ...summaryLines(gradebook, 'in none of these parts')]) say(line);
    say(`Written to ${output.shown}: gradebook.csv, canvas.csv, moodle.csv, report.html and reports/.`);
    return complete ? 0 : 1;
  } finally {
    for (const folder of open) await folder.close();
  }
}

import fs from 'node:fs';
import path from 'node:path';
import { grade, type Observed } from '../grading/gradeSubmission';
import { picturesOf } from '../pictures/picturesOf';
import { reportPage } from '../reporters/html/reportPage';
import { sourceText } from '../submission/sourceText';
import { TypeChecker } from '../submission/typeChecker';
import { sanitizeLine } from '../text/sanitize';
import { shownPath } from '../workbook/callerPaths';
import { makeFolder } from '../workbook/files';
import { openWorkbook, workbookFolder } from '../workbook/open';
import { selectExercises } from '../workbook/select';
import { outputFile, writeOutput } from './outputFile';
import type { SharedOptions } from './sharedOptions';
import { submissionFolder } from './submissionFolder';

export interface ReportCommandOptions extends SharedOptions {
  /** Whose page it is. */
  readonly name?: string;
}

/** `report`: the report with its pictures, as one page that opens without a server. */
export async function reportCommand(names: readonly string[], options: ReportCommandOptions): Promise<number> {
  const root = workbookFolder(options.workbook);
  const folder = submissionFolder(root, options.submission);
  const output = options.output === undefined ? await ownFile(root) : outputFile(options.output);
  const workbook = await openWorkbook(options.workbook);
  const exercises = selectExercises(workbook, names, options.chapter);
  const { seed, timeLimit } = options;
  const observations: Observed[] = [];
  const report = await grade({
    workbook,
    folder,
    shownFolder: sanitizeLine(shownPath(folder)),
    exercises,
    seed,
    timeLimit,
    types: new TypeChecker(),
    observe: (observed) => observations.push(observed),
  });
  const illustrations = new Map(
    await Promise.all(
      observations.map(async (observed) => {
        const { name } = observed.plan.exercise;
        return [name, { pictures: await picturesOf(observed), source: sourceOf(folder, name) }] as const;
      }),
    ),
  );
  await writeOutput(
    output,
    reportPage(report, illustrations, { name: options.name?.trim() || null, date: new Date() }),
  );
  console.log(
    `${report.score} of ${report.maxScore} points. The report is in ${shownPath(output)}: open it in a browser.`,
  );
  return 0;
}

async function ownFile(root: string): Promise<string> {
  await makeFolder(path.join(root, 'report'));
  return path.join(root, 'report', 'index.html');
}

function sourceOf(folder: string, name: string): string | null {
  try {
    return sourceText(fs.readFileSync(path.join(folder, `${name}.ts`)));
  } catch {
    return null;
  }
}

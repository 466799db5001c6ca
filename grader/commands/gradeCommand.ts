import { UserError } from '../errors';
import { Sandbox } from '../sandbox/host/sandbox';
import { mentionsMathjs } from '../submission/submission';
import { sanitizeLine } from '../text/sanitize';
import { shownPath } from '../workbook/callerPaths';
import { openWorkbook, workbookFolder } from '../workbook/open';
import { outputFile, writeOutput } from './outputFile';
import type { SharedOptions } from './sharedOptions';
import { submissionFolder } from './submissionFolder';

export interface GradeCommandOptions extends SharedOptions {
  readonly reporter: string;
  /** Explain every check, however long that gets. */
  readonly all?: boolean;
  /** Grade again whenever a file is saved. */
  readonly watch?: boolean;
}

/** `grade`: 0 all points (or a reporter whose readers look at the points themselves), 1 points are missing. */
export async function gradeCommand(names: readonly string[], options: GradeCommandOptions): Promise<number> {
  if (options.watch === true && (options.reporter !== 'pretty' || options.output !== undefined)) {
    throw new UserError('--watch shows the report on the terminal: leave out --reporter and --output.');
  }
  const root = workbookFolder(options.workbook);
  const folder = submissionFolder(root, options.submission);
  const sandbox = new Sandbox(options.timeLimit);
  // The guest starts, and loads mathjs if it will need that, while the rest of the grader still loads.
  sandbox.warmUp(mentionsMathjs(folder));
  try {
    return await gradeWith(sandbox, folder, names, options);
  } finally {
    sandbox.discard();
  }
}

async function gradeWith(
  sandbox: Sandbox,
  folder: string,
  names: readonly string[],
  options: GradeCommandOptions,
): Promise<number> {
  const { selectExercises } = await import('../workbook/select.ts');
  const { grade } = await import('../grading/gradeSubmission.ts');
  const { reporters } = await import('../reporters/registry.ts');
  const workbook = await openWorkbook(options.workbook);
  const output = options.output === undefined ? null : outputFile(options.output);
  const selected = selectExercises(workbook, names, options.chapter);
  const { seed, timeLimit, brief = false } = options;
  const shownFolder = sanitizeLine(shownPath(folder));
  const grading = { workbook, folder, shownFolder, exercises: selected, seed, timeLimit, brief };
  // The scores of other people's answers are not the learner's progress.
  const remembers = options.submission === undefined;
  if (options.watch === true) {
    const { watchAndGrade } = await import('./watchAndGrade.ts');
    return watchAndGrade(grading, sandbox, remembers, options.all);
  }
  const report = await grade(grading, sandbox);
  const forPerson = options.reporter === 'pretty' && output === null;
  const changes =
    remembers && forPerson
      ? await (await import('../workbook/progress/scores.ts')).recordScores(workbook.root, report)
      : undefined;
  const reporter = reporters[options.reporter];
  const text = await reporter.write(report, output === null && process.stdout, changes, options.all);
  if (output === null) process.stdout.write(text);
  else await writeOutput(output, text);
  return report.score === report.maxScore || reporter.neutral === true ? 0 : 1;
}

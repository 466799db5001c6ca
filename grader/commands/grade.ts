import { mentionsMathjs } from '../sandbox/program';
import { Sandbox } from '../sandbox/session';
import { outputFile, submissionFolder, writeWhole } from './files';
import { openWorkbook, workbookFolder } from './open';
import { shownPath } from './usage';

export interface GradeCommandOptions {
  readonly workbook?: string;
  readonly chapter?: string;
  readonly submission?: string;
  readonly reporter: string;
  readonly output?: string;
  readonly seed: string;
  readonly timeLimit: number;
}

/** `grade`: 0 all points (or a reporter that says so in its own words), 1 points are missing. */
export async function gradeCommand(names: readonly string[], options: GradeCommandOptions): Promise<number> {
  const root = workbookFolder(options.workbook);
  const folder = submissionFolder(root, options.submission);
  const sandbox = new Sandbox(options.timeLimit);
  // The guest starts, and loads mathjs if it will, while the rest of the grader still loads.
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
  const { selectExercises } = await import('./select.ts');
  const { grade } = await import('../grading/grade.ts');
  const { reporters, neutralReporters } = await import('../reporters/index.ts');
  const workbook = await openWorkbook(options.workbook);
  const output = options.output === undefined ? null : outputFile(options.output);
  const selected = selectExercises(workbook, names, options.chapter);
  const { seed, timeLimit } = options;
  const report = await grade(
    {
      workbook,
      folder,
      shownFolder: shownPath(folder),
      exercises: selected,
      seed,
      timeLimit,
    },
    sandbox,
  );
  const text = await reporters[options.reporter](report, output === null && process.stdout);
  if (output === null) process.stdout.write(text);
  else await writeWhole(output, text);
  return report.score === report.maxScore || neutralReporters.has(options.reporter) ? 0 : 1;
}

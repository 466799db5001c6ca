import fs from 'node:fs';
import path from 'node:path';
import { mentionsMathjs } from '../sandbox/program';
import { Sandbox } from '../sandbox/session';
import { openWorkbook, workbookFolder } from './open';
import { fromCaller, shownPath, UsageError } from './usage';

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

function submissionFolder(root: string, typed: string | undefined): string {
  if (typed === undefined) {
    const own = path.join(root, 'exercises');
    if (fs.existsSync(own)) return own;
    throw new UsageError(`${shownPath(own)} does not exist. Restore it, or name a folder with --submission.`);
  }
  const folder = fromCaller(typed);
  if (!fs.existsSync(folder)) throw new UsageError(`--submission: there is no folder ${typed}.`);
  if (!fs.statSync(folder).isDirectory())
    throw new UsageError(`--submission: ${typed} is a file; name the folder that holds relu.ts and the others.`);
  return folder;
}

function outputFile(typed: string): string {
  const file = fromCaller(typed);
  if (fs.existsSync(file) && fs.statSync(file).isDirectory())
    throw new UsageError(`--output: ${typed} is a folder; name a file.`);
  if (!fs.existsSync(path.dirname(file)))
    throw new UsageError(`--output: there is no folder ${shownPath(path.dirname(file))}; create it first.`);
  return file;
}

async function writeWhole(file: string, text: string): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await writeFileAtomic(file, text);
  } catch (error) {
    throw new UsageError(`--output: ${shownPath(file)} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}

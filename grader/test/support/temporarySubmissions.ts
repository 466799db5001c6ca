import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { grade } from '../../grading/gradeSubmission';
import type { ExerciseReport, Report } from '../../grading/report';
import { KIT_ROOT } from '../../workbook/paths';
import { loadWorkbook } from '../../workbook/workbook';

/** How long removing a test's folder may take, in ms: a class of a thousand is a hundred thousand files. */
const REMOVAL_MS = 600_000;

/** An empty folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }), REMOVAL_MS);
  return folder;
}

/** What a file of a submission holds; null for a file that is not there. */
export type Content = string | Buffer | null;

/** A submission with these files, and the model answers for all exercises that are not among them. */
export function submissionOf(files: Readonly<Record<string, Content>>): string {
  const folder = temporaryFolder();
  fs.cpSync(path.join(KIT_ROOT, 'solutions'), folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    if (content === null) fs.rmSync(path.join(folder, name));
    else fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

const CORE = ['relu', 'softmax', 'forwardMlp', 'crossEntropy'];

export interface GradeFilesOptions {
  readonly exercises?: readonly string[];
  readonly timeLimit?: number;
  readonly seed?: string;
  readonly brief?: boolean;
  readonly tellsBehaviour?: boolean;
}

/** Grades such a submission; the exercises of chapter 3.3 unless others are named. */
export async function gradeFiles(
  files: Readonly<Record<string, Content>>,
  { exercises: names, timeLimit = 2000, seed = 'workbook', brief = false, tellsBehaviour }: GradeFilesOptions = {},
): Promise<Report> {
  const workbook = await loadWorkbook();
  const selected = workbook.exercises.filter(({ name }) => (names ?? CORE).includes(name));
  const folder = submissionOf(files);
  return grade({
    workbook,
    folder,
    shownFolder: 'exercises',
    exercises: selected,
    seed,
    timeLimit,
    brief,
    tellsBehaviour,
  });
}

/** The report on one exercise, answered by `source`. */
export async function gradeAnswer(
  name: string,
  source: Content,
  options: GradeFilesOptions = {},
): Promise<ExerciseReport> {
  const report = await gradeFiles({ [`${name}.ts`]: source }, { ...options, exercises: [name] });
  return report.exercises[0];
}

/** The exercise called `name` in a report. */
export function exerciseOf(report: Report, name: string): ExerciseReport {
  const found = report.exercises.find((exercise) => exercise.name === name);
  if (found === undefined) throw new Error(`the report has no exercise ${name}`);
  return found;
}

/** The ids of the checks that did not pass. */
export function lostChecks({ checks }: ExerciseReport): readonly string[] {
  return checks.filter(({ status }) => status !== 'passed').map(({ id }) => id);
}

import path from 'node:path';
import type { Exercise } from '../../authoring/exercise';
import type { Workbook } from '../../workbook/workbook';
import type { StudentFolder } from '../intake/submissions';
import type { OutputFolder } from '../store/outputFolder';
import type { Receipt } from '../store/receipt';
import { Canary } from './controlRun';
import { Engine, type Graded } from './engine';
import { failedReport, gradeFolder, resultOf, Stopped } from './gradeStudent';
import { Plans } from './plans';
import type { Progress } from './progress';
import type { Slots } from './slots';

/** The canary sings after so many results. */
const CANARY_EVERY = 50;

export interface GradeAllOptions {
  readonly workbook: Workbook;
  readonly exercises: readonly Exercise[];
  /** Where results go. */
  readonly output: OutputFolder;
  readonly receipts: ReadonlyMap<string, Receipt>;
  /** Seed of the model answer, and of everybody who has none of their own. */
  readonly seed: string;
  readonly timeLimit: number;
  readonly jobs: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Grades submissions into the output folder: a report, then the journal's line that makes it count.
 *
 * @throws Stopped when the signal comes; what was kept before counts
 */
export async function gradeAll(
  options: GradeAllOptions,
  fresh: readonly StudentFolder[],
  unsettled: readonly StudentFolder[],
): Promise<void> {
  const { workbook, exercises, output, seed, timeLimit, jobs, progress, signal } = options;
  const plans = new Plans(seed);
  const solutions = { folder: path.join(workbook.root, 'solutions'), shownFolder: 'solutions' };
  const common = { workbook, exercises, timeLimit, plans, signal };
  const canary = new Canary(() => gradeFolder({ ...common, submission: solutions, seed }), timeLimit);
  const engine = new Engine(
    {
      jobs,
      canaryEvery: CANARY_EVERY,
      canary,
      signal,
      grade: (submission, alone, slots) => gradeStudent(options, plans, submission, alone, slots),
      async keep({ report, result }) {
        await output.writeReport(result.student, report);
        await output.journal.append(result);
      },
      drop: (students, reason) =>
        output.journal.append({ kind: 'void', students: [...students], reason, at: new Date().toISOString() }),
      onProgress: (finished, total) => progress.update(finished, total),
      onRemark: (sentence) => progress.remark(sentence),
    },
    fresh,
    unsettled,
  );
  await engine.run();
}

/** Whatever becomes of one submission, there is a result, and the others are graded. */
async function gradeStudent(
  { workbook, exercises, receipts, timeLimit, signal, seed: defaultSeed }: GradeAllOptions,
  plans: Plans,
  submission: StudentFolder,
  alone: boolean,
  slots: Slots,
): Promise<Graded> {
  const { student, shownFolder } = submission;
  const receipt = receipts.get(student) as Receipt;
  const seed = receipt.seed ?? defaultSeed;
  const start = performance.now();
  const more = (failure: string | null) => ({
    alone,
    failure,
    seconds: (performance.now() - start) / 1000,
    at: new Date(),
  });
  try {
    const report = await gradeFolder({ workbook, exercises, submission, seed, timeLimit, plans, signal, slots });
    return { report, result: resultOf(student, receipt, report, more(null)) };
  } catch (error) {
    if (error instanceof Stopped || signal.aborted) throw new Stopped();
    const message = `This submission could not be graded (${(error as Error).message}).`;
    const report = failedReport(workbook, exercises, shownFolder, seed, message);
    return { report, result: resultOf(student, receipt, report, more(message)) };
  }
}

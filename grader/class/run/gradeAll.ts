import type { ClassRun } from '../classRun';
import type { StudentFolder } from '../intake/submissions';
import { counted } from '../listing';
import { type ClassReporter, Stopped } from '../reporter';
import type { OutputFolder } from '../store/outputFolder';
import { Engine } from './engine';
import { SubmissionGrader } from './submissionGrader';

/** Results between two control runs. */
const CONTROL_EVERY = 50;

/** So many submissions are worth loading what grades each faster. */
const MANY = 20;

/** Submissions to grade, and where their results go. */
export interface Workload {
  readonly output: OutputFolder;
  readonly fresh: readonly StudentFolder[];
  /** These only need to be graded alone. */
  readonly provisional: readonly StudentFolder[];
}

/**
 * Grades submissions of a class.
 *
 * @throws Stopped when the signal comes; what was kept before counts
 */
export async function gradeAll(
  run: ClassRun,
  { output, fresh, provisional }: Workload,
  reporter: ClassReporter,
  signal: AbortSignal,
): Promise<void> {
  const { jobs, timeLimit } = run.options;
  const grader = new SubmissionGrader(run, signal);
  const engine = new Engine(grader, output, reporter, { jobs, timeLimit, signal, controlEvery: CONTROL_EVERY });
  try {
    if (fresh.length >= MANY) await grader.prepareForMany();
    await engine.run(fresh, provisional);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const { results, shown } = run.output;
    throw new Stopped(
      `Stopped. ${counted(results.size, 'result')} kept in ${shown}; run the same command again to go on.`,
    );
  } finally {
    reporter.done();
  }
}

import type { Exercise } from '../../authoring/exercise';
import { grade, type Observed } from '../../grading/gradeSubmission';
import type { Report } from '../../grading/report';
import type { Machine } from '../../sandbox/host/machine';
import { Sandbox } from '../../sandbox/host/sandbox';
import type { Workbook } from '../../workbook/workbook';
import type { StudentFolder } from '../intake/submissions';
import { Stopped } from '../reporter';
import type { Plans } from './plans';
import { Slots } from './slots';
import type { Stopwatch } from './stopwatch';

/** What grading a student's folder takes. */
export interface StudentGrading {
  readonly workbook: Workbook;
  readonly exercises: readonly Exercise[];
  readonly submission: Pick<StudentFolder, 'folder' | 'shownFolder'>;
  readonly seed: string;
  readonly timeLimit: number;
  readonly brief?: boolean;
  /** Told of each exercise what the report leaves out. */
  readonly observe?: (observed: Observed) => void;
  readonly plans: Plans;
  readonly signal: AbortSignal;
  readonly machine: Machine;
  /** How long the submission may have guests; for ever when it is not given. */
  readonly time?: Stopwatch;
  /** Slots shared with other gradings; none for a grading that waits for nobody. */
  readonly slots?: Slots;
}

/**
 * Grades one folder in a guest of its own, with a slot from its first guest on.
 *
 * @throws Stopped when the run is stopped meanwhile
 */
export async function gradeFolder(grading: StudentGrading): Promise<Report> {
  const { workbook, exercises, submission, seed, timeLimit, brief, observe, plans, signal, machine } = grading;
  const { slots = new Slots(1), time } = grading;
  let slot = null as Promise<() => void> | null;
  const admission = async () => {
    slot ??= slots.take();
    await slot;
    if (signal.aborted) throw new Stopped();
    time?.start();
  };
  const sandbox = new Sandbox(timeLimit, { machine, admission, timeLeft: () => time?.left() ?? Infinity });
  const discard = () => sandbox.discard();
  signal.addEventListener('abort', discard, { once: true });
  try {
    const report = await grade(
      {
        workbook,
        exercises,
        ...submission,
        seed,
        timeLimit,
        brief,
        observe,
        tellsBehaviour: brief !== true,
        planOf: plans.source(seed),
      },
      sandbox,
    );
    // A guest that was stopped looks like one that died.
    if (signal.aborted) throw new Stopped();
    return report;
  } finally {
    signal.removeEventListener('abort', discard);
    sandbox.discard();
    time?.stop();
    (await slot)?.();
  }
}

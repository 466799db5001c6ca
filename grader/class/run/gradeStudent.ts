import type { Exercise } from '../../authoring/exercise';
import { grade } from '../../grading/grade';
import type { Report } from '../../grading/report';
import type { Guest } from '../../sandbox/host/process';
import { Sandbox } from '../../sandbox/host/session';
import type { Workbook } from '../../workbook/workbook';
import type { StudentFolder } from '../intake/submissions';
import { Stopped } from '../reporter';
import type { Plans } from './plans';
import { Slots } from './slots';

/** A sandbox that waits for a slot before its first guest, and starts no more guests once the run is stopped. */
class SharedSandbox extends Sandbox {
  private slot: Promise<() => void> | null = null;

  constructor(
    timeLimit: number,
    private readonly signal: AbortSignal,
    private readonly slots: Slots,
  ) {
    super(timeLimit);
  }

  override async ready(mathjs: boolean): Promise<Guest> {
    this.slot ??= this.slots.take();
    await this.slot;
    if (this.signal.aborted) throw new Stopped();
    return super.ready(mathjs);
  }

  /** Ends the last guest, and frees the slot. */
  async leave(): Promise<void> {
    this.discard();
    (await this.slot)?.();
  }
}

/** What grading a student's folder takes. */
export interface StudentGrading {
  readonly workbook: Workbook;
  readonly exercises: readonly Exercise[];
  readonly submission: Pick<StudentFolder, 'folder' | 'shownFolder'>;
  readonly seed: string;
  readonly timeLimit: number;
  readonly plans: Plans;
  readonly signal: AbortSignal;
  /** What others have guests in, too; none for a grading that waits for nobody. */
  readonly slots?: Slots;
}

/**
 * Grades one folder in a guest of its own.
 *
 * @throws Stopped when the run is stopped meanwhile
 */
export async function gradeFolder(grading: StudentGrading): Promise<Report> {
  const { workbook, exercises, submission, seed, timeLimit, plans, signal, slots = new Slots(1) } = grading;
  const sandbox = new SharedSandbox(timeLimit, signal, slots);
  const discard = () => sandbox.discard();
  signal.addEventListener('abort', discard, { once: true });
  try {
    const report = await grade(
      { workbook, exercises, ...submission, seed, timeLimit, planOf: plans.source(seed) },
      sandbox,
    );
    // A guest that was stopped looks like one that died.
    if (signal.aborted) throw new Stopped();
    return report;
  } finally {
    signal.removeEventListener('abort', discard);
    await sandbox.leave();
  }
}

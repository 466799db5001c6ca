import type { Exercise } from '../../authoring/exercise';
import { grade, sectionOf } from '../../grading/grade';
import type { CheckReport, ExerciseReport, Report } from '../../grading/report';
import { currentCage } from '../../sandbox/host/isolation';
import type { Guest } from '../../sandbox/host/process';
import { Sandbox } from '../../sandbox/host/session';
import type { Workbook } from '../../workbook/workbook';
import type { StudentFolder } from '../intake/submissions';
import type { ExerciseResult, Result } from '../store/journal';
import type { Receipt } from '../store/receipt';
import type { Plans } from './plans';
import { Slots } from './slots';

/** Thrown out of a grading that was stopped half way; it counts for nothing. */
export class Stopped extends Error {}

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

/** The report on a submission that could not be graded at all, in the shape of all others. */
export function failedReport(
  workbook: Workbook,
  exercises: readonly Exercise[],
  shownFolder: string,
  seed: string,
  message: string,
): Report {
  const maxScore = exercises.reduce((sum, { points }) => sum + points, 0);
  return {
    schema: 'forward-pass/report/v1',
    seed,
    score: 0,
    maxScore,
    exercises: exercises.map(({ name, chapter, points, checks }) => {
      const file = `${shownFolder}/${name}.ts`;
      return {
        name,
        chapter,
        section: sectionOf(workbook, name),
        file,
        status: 'error',
        score: 0,
        maxScore: points,
        error: { kind: 'load', message, file, line: null, column: null },
        checks: checks.map((check) => skipped(check.id, check.title, check.points, message)),
        diagnosis: [],
        carriedForward: [],
        console: '',
        place: null,
      };
    }),
    isolation: currentCage().isolation,
  };
}

function skipped(id: string, title: string, points: number, message: string): CheckReport {
  return {
    id,
    title,
    points,
    score: 0,
    status: 'skipped',
    message: `not judged: ${message}`,
    example: null,
    place: null,
  };
}

/** What load, and not the learner, may have caused: a guest that was lost. */
const UNSETTLED: ReadonlySet<string> = new Set(['timeout', 'memory', 'exit']);
const MARKS = { passed: '+', failed: '-', skipped: '?' } as const;

/** The journal's line of a report. */
export function resultOf(
  student: string,
  receipt: Receipt,
  report: Report,
  more: { readonly alone: boolean; readonly failure: string | null; readonly seconds: number; readonly at: Date },
): Result {
  const unsettled = report.exercises.some(({ error }) => error !== null && UNSETTLED.has(error.kind));
  return {
    kind: 'result',
    student,
    receipt,
    settled: more.alone || !unsettled,
    failure: more.failure,
    score: report.score,
    maxScore: report.maxScore,
    exercises: report.exercises.map(exerciseResult),
    at: more.at.toISOString(),
    seconds: Number(more.seconds.toFixed(3)),
  };
}

function exerciseResult({ name, score, maxScore, status, error, diagnosis, checks }: ExerciseReport): ExerciseResult {
  return {
    name,
    score,
    maxScore,
    status,
    error: error?.kind ?? null,
    misconceptions: diagnosis.map(({ misconception }) => misconception),
    checks: Object.fromEntries(checks.map((check) => [check.id, MARKS[check.status]])),
  };
}

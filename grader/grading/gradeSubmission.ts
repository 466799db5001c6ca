import type { Exercise } from '../authoring/exercise';
import { UserError } from '../errors';
import type { Isolation } from '../sandbox/host/isolation';
import { Sandbox } from '../sandbox/host/sandbox';
import type { Module } from '../sandbox/protocol/messages';
import { Submission } from '../submission/submission';
import type { TypeChecker } from '../submission/typeChecker';
import type { Handout } from '../workbook/handout';
import type { Workbook } from '../workbook/workbook';
import { diagnose } from './diagnosis/diagnose';
import { mistakesOf } from './diagnosis/mistakes';
import { type Explanation, explainUnforeseen, NO_EXPLANATION } from './diagnosis/unforeseen';
import { exerciseReport } from './exerciseReport';
import { importedExercises, otherAnswersIn, standInsFor } from './followThrough';
import type { Outcomes, Verdict } from './judge';
import { makePlan, type Plan } from './plan';
import { functionsFor, handedTo } from './recorded/ownFunctions';
import type { ExerciseReport, Report, Section } from './report';
import { type Attempt, runPlan, runUnjudged } from './run';
import { askingGuest } from './tutor/counterexample/askGuest';
import { lookInto, NOTHING_FOUND } from './tutor/tutor';

export interface GradeOptions {
  readonly workbook: Workbook;
  /** The exercises to report on, a part of the workbook's. */
  readonly exercises: readonly Exercise[];
  /** Folder of exercise files. */
  readonly folder: string;
  /** What the folder is called in the report. */
  readonly shownFolder: string;
  readonly seed: string;
  /** Wall-clock limit of one call, in ms. */
  readonly timeLimit: number;
  /** Told of each exercise what the report leaves out: every answer. */
  readonly observe?: (observed: Observed) => void;
  /** Verdicts alone: nothing is run again to find out more about a failing answer. */
  readonly brief?: boolean;
  /** Whether reports tell how answers behave that are wrong for no known reason: a class is grouped by that. */
  readonly tellsBehaviour?: boolean;
  /** Finds type errors on the lines that go wrong; without one, none is looked for. For processes that stay. */
  readonly types?: TypeChecker;
  /** Plans made before, for this seed: many submissions can share them. */
  readonly planOf?: (exercise: Exercise) => Plan;
}

/** An exercise's calls, what they came to, and the verdicts: what pictures are made from. */
export interface Observed {
  readonly plan: Plan;
  readonly outcomes: Outcomes;
  readonly verdicts: readonly Verdict[];
}

/**
 * Grades a submission: every exercise in order, whatever becomes of the others.
 *
 * @throws CannotStart when no guest starts on this machine
 */
export async function grade(options: GradeOptions, sandbox = new Sandbox(options.timeLimit)): Promise<Report> {
  try {
    const exercises = await gradeWarm(options, sandbox);
    return reportOf(options, exercises, await sandbox.isolation());
  } finally {
    sandbox.discard();
  }
}

/** As `grade`, exercise by exercise, leaving the guest warm for the next time. */
export async function gradeWarm(options: GradeOptions, sandbox: Sandbox): Promise<readonly ExerciseReport[]> {
  const recorded = options.workbook.handout?.seed ?? options.seed;
  if (options.seed !== recorded)
    throw new UserError(
      `This handout has the answers for the seed "${recorded}" alone: leave out --seed. Your instructor’s grading takes any.`,
    );
  const isExam = options.workbook.handout?.exam === true;
  const grading = new Grading(isExam ? { ...options, brief: true } : options, sandbox);
  const judged: Judged[] = [];
  for (const exercise of options.exercises) judged.push(await grading.judge(exercise));
  // Every mark is final by now: whatever an answer does when it is run again, it changes none.
  const reports: ExerciseReport[] = [];
  for (const one of judged) reports.push(await grading.report(one));
  return reports;
}

/** The report of these exercises. */
export function reportOf(
  { seed, workbook: { handout } }: Pick<GradeOptions, 'seed' | 'workbook'>,
  exercises: readonly ExerciseReport[],
  isolation: Isolation,
): Report {
  const sum = (points: (report: ExerciseReport) => number) =>
    exercises.reduce((total, report) => total + points(report), 0);
  return {
    schema: 'forward-pass/report/v1',
    seed,
    score: sum(({ score }) => score),
    maxScore: sum(({ maxScore }) => maxScore),
    exercises,
    isolation,
    ...(handout === undefined ? {} : { handout: aboutHandout(handout) }),
  };
}

const aboutHandout = ({ title, exam, exercises }: Handout) => ({
  title,
  exam,
  exerciseCount: Object.keys(exercises).length,
});

/** The chapter that an exercise is in; one that the syllabus does not hold is listed under none. */
export function sectionOf({ chapters }: Workbook, name: string): Section {
  const chapter = chapters.find(({ exercises }) => exercises.some((exercise) => exercise.name === name));
  return chapter === undefined ? { id: '', title: '' } : { id: chapter.id, title: chapter.title };
}

/** An exercise whose mark is final. */
interface Judged {
  readonly plan: Plan;
  /** The attempt that counts: with follow-through, the better of two. */
  readonly shown: Attempt;
  readonly carriedForward: readonly string[];
  /** In a handout, the exercises that might be carried forward where the reference is. */
  readonly leftToInstructor?: readonly string[];
  /** Of these two, those that are still stubs. */
  readonly notWritten?: readonly string[];
}

const isTimeout = (problem: Attempt['problem']) => problem?.kind === 'lost-call' && problem.reason === 'timeout';

/** The grading of one submission. */
class Grading {
  private readonly submission: Submission;
  /** First attempts by exercise: one may be wanted twice, for its own report and for another's follow-through. */
  private readonly attempts = new Map<string, { plan: Plan; first: Promise<Attempt> }>();

  constructor(
    private readonly options: GradeOptions,
    private readonly sandbox: Sandbox,
  ) {
    this.submission = new Submission(options.folder, sandbox.machine.transpiler);
    this.submission.readAhead(options.exercises.map(({ name }) => name));
  }

  async judge(exercise: Exercise): Promise<Judged> {
    const { plan, first } = this.attempt(exercise);
    const judged = { plan, ...(await this.followThrough(plan, await first)) };
    const { outcomes, verdicts } = judged.shown;
    this.options.observe?.({ plan, outcomes, verdicts });
    return judged;
  }

  async report({ plan, shown, carriedForward, leftToInstructor, notWritten }: Judged): Promise<ExerciseReport> {
    const { shownFolder, timeLimit, workbook, seed, brief = false, types = null } = this.options;
    const { diagnosis, behaviour, solvesElsewhere = false } = await this.explanation(plan, shown);
    return exerciseReport({
      plan,
      section: sectionOf(workbook, plan.exercise.name),
      submission: this.submission,
      shownFolder,
      timeLimit,
      attempt: shown,
      overrunsIn: await this.overrunsIn(plan, shown),
      diagnosis,
      behaviour,
      findings: brief
        ? NOTHING_FOUND
        : await lookInto(plan, shown, seed, this.sandbox, this.submission, workbook, types),
      solvesElsewhere,
      carriedForward,
      leftToInstructor,
      notWritten,
    });
  }

  /** The exercise on its own, with the learner's answers to others as they are. */
  private attempt(exercise: Exercise): { plan: Plan; first: Promise<Attempt> } {
    const known = this.attempts.get(exercise.name);
    if (known !== undefined) return known;
    const { planOf, seed } = this.options;
    const plan = planOf?.(exercise) ?? makePlan(exercise, seed);
    const entry = { plan, first: this.firstAttempt(plan) };
    this.attempts.set(exercise.name, entry);
    return entry;
  }

  private async firstAttempt(plan: Plan): Promise<Attempt> {
    const handed = handedTo(this.options.workbook, plan.exercise.name);
    const { wrong: waitsFor } = await this.notFullyRight(handed.map(({ name }) => name));
    if (waitsFor.length > 0) return runUnjudged(plan, this.submission, this.sandbox, waitsFor);
    return runPlan(plan, this.submission, this.sandbox, new Map(), () => this.functions(plan));
  }

  /**
   * When points were lost and answers that the exercise imports are not fully right: grades it again with the
   * reference in their place, and counts the better of the two.
   */
  private async followThrough(plan: Plan, own: Attempt): Promise<Omit<Judged, 'plan'>> {
    const unchanged = { shown: own, carriedForward: [] };
    const { score, status, waitsFor } = own;
    if (score === plan.exercise.points || status === 'not-started' || waitsFor !== undefined) return unchanged;
    const { wrong, notWritten } = await this.notFullyRight(
      importedExercises(this.options.workbook, this.submission, plan.exercise.name),
    );
    if (wrong.length === 0) return unchanged;
    // What would stand in is not in a handout.
    if (this.options.workbook.handout !== undefined) return { ...unchanged, leftToInstructor: wrong, notWritten };
    const standIns = standInsFor(this.options.workbook, wrong);
    const again = await runPlan(plan, this.submission, this.sandbox, standIns, () => this.functions(plan));
    // The stub's own TODO can hide behind the TODO of what it imports.
    if (again.status === 'not-started') return { shown: again, carriedForward: [] };
    if (again.status === 'not-run') return unchanged;
    // One run or the other, whole: an answer that tells them apart could earn some checks in each.
    if (again.score < own.score) return unchanged;
    return again.score > own.score
      ? { shown: again, carriedForward: wrong, notWritten }
      : { shown: again, carriedForward: [] };
  }

  /** The imported answer to another exercise that takes too long by itself, where this one does; null when there is none. */
  private async overrunsIn({ exercise }: Plan, { problem }: Attempt): Promise<string | null> {
    if (!isTimeout(problem)) return null;
    const { workbook } = this.options;
    const imported = otherAnswersIn(workbook, this.submission, exercise.name);
    for (const other of workbook.exercises) {
      if (!imported.includes(other.name)) continue;
      if (isTimeout((await this.attempt(other).first).problem)) return other.name;
    }
    return null;
  }

  /** The functions that the exercise's calls hand over. */
  private functions({ handsOver, exercise }: Plan): readonly Module[] {
    return handsOver ? functionsFor(this.options.workbook, this.submission, exercise.name) : [];
  }

  /** Those of some exercises that are not fully right, and of these the ones that are still stubs. */
  private async notFullyRight(names: readonly string[]) {
    const wrong: string[] = [];
    const notWritten: string[] = [];
    for (const exercise of this.options.workbook.exercises) {
      if (!names.includes(exercise.name)) continue;
      const { score, status } = await this.attempt(exercise).first;
      if (score < exercise.points) wrong.push(exercise.name);
      if (status === 'not-started') notWritten.push(exercise.name);
    }
    return { wrong, notWritten };
  }

  private async explanation(plan: Plan, attempt: Attempt): Promise<Explanation> {
    const { status, problem, score, outcomes, ran, waitsFor } = attempt;
    const { workbook, tellsBehaviour = false } = this.options;
    if (waitsFor !== undefined) return NO_EXPLANATION;
    if (status !== 'run' || score === plan.exercise.points || workbook.handout?.exam === true) return NO_EXPLANATION;
    const { suspects, slips, solvesElsewhere } = await mistakesOf(workbook, plan);
    const diagnosis = diagnose(plan, outcomes, suspects, slips);
    if (diagnosis.length > 0 || ran === null || problem !== null) return { diagnosis, behaviour: null };
    const explained = await askingGuest(this.sandbox, ran, plan.exercise.name, (askAnew) =>
      explainUnforeseen(workbook, plan, tellsBehaviour, askAnew),
    );
    return { ...explained, solvesElsewhere };
  }
}

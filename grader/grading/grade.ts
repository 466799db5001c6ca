import type { Exercise } from '../authoring/exercise';
import type { Isolation } from '../sandbox/cage';
import type { Place } from '../sandbox/positions';
import { type Program, Submission } from '../sandbox/program';
import { type LoadProblem, type Outcome, Sandbox, Session } from '../sandbox/session';
import { loadError, lostError, problemError } from './errors';
import { answerToJson, toJson } from './json';
import { type Failure, judge, type Verdict } from './judge';
import { type Call, makePlan, type Plan } from './plan';
import type { CheckReport, Example, ExerciseReport, FilePlace, GradingError, Report } from './report';
import { sentence } from './words';

export interface GradeOptions {
  /** Folder of exercise files. */
  readonly folder: string;
  /** How the folder is called in the report. */
  readonly shownFolder: string;
  readonly exercises: readonly Exercise[];
  readonly seed: string;
  /** Wall-clock limit of one call, in ms. */
  readonly timeLimit: number;
}

/** Grades a submission: every exercise in order, whatever becomes of the others. */
export async function grade(options: GradeOptions, sandbox = new Sandbox(options.timeLimit)): Promise<Report> {
  const submission = new Submission(options.folder);
  const exercises: ExerciseReport[] = [];
  let isolation: Isolation;
  try {
    for (const exercise of options.exercises) {
      const plan = makePlan(exercise, options.seed);
      exercises.push(await new Grading(plan, submission, options, sandbox).report());
    }
    isolation = await sandbox.isolation();
  } finally {
    sandbox.discard();
  }
  const sum = (points: (report: ExerciseReport) => number) =>
    exercises.reduce((total, report) => total + points(report), 0);
  return {
    schema: 'forward-pass/report/v1',
    seed: options.seed,
    score: sum(({ score }) => score),
    maxScore: sum(({ maxScore }) => maxScore),
    exercises,
    isolation,
  };
}

/** What running a plan came to. */
interface Run {
  readonly outcomes: ReadonlyMap<Call, Outcome>;
  readonly printed: string;
  readonly notStarted: boolean;
  /** The call that lost the guest, and how. */
  readonly lost: {
    readonly call: Call;
    readonly reason: 'timeout' | 'memory' | 'exit';
  } | null;
}

/** The grading of one exercise of one submission. */
class Grading {
  private readonly exercise: Exercise;

  constructor(
    private readonly plan: Plan,
    private readonly submission: Submission,
    private readonly options: GradeOptions,
    private readonly sandbox: Sandbox,
  ) {
    this.exercise = plan.exercise;
  }

  async report(): Promise<ExerciseReport> {
    const { name } = this.exercise;
    const program = this.submission.program(name);
    if ('kind' in program) return this.notRun(problemError(program, this.shown(program.id), name), '');
    const session = await this.sandbox.open(program, name, (id) => this.submission.sourceMap(id));
    if (!(session instanceof Session)) return this.notRun(this.loadError(session), '');
    const run = await this.run(session, program);
    session.close();
    if (run.notStarted) return this.notStarted(run.printed);
    return this.graded(run);
  }

  private async run(session: Session, program: Program): Promise<Run> {
    const outcomes = new Map<Call, Outcome>();
    for (const call of this.plan.calls) {
      const answer = session.call(call.inputs, call.withInputs);
      // The reference works while the guest does.
      call.expected();
      const outcome = await answer;
      outcomes.set(call, outcome);
      const { printed } = session;
      if (outcome.kind === 'lost')
        return {
          outcomes,
          printed,
          notStarted: false,
          lost: { call, reason: outcome.reason },
        };
      if (outcomes.size === 1 && isStub(outcome, program.entry))
        return { outcomes, printed, notStarted: true, lost: null };
    }
    return {
      outcomes,
      printed: session.printed,
      notStarted: false,
      lost: null,
    };
  }

  private graded({ outcomes, printed, lost }: Run): ExerciseReport {
    const error =
      lost === null
        ? null
        : lostError(lost.reason, this.file(), this.exercise.name, lost.call.caseName, this.options.timeLimit);
    const checks = this.checks(judge(this.plan, outcomes), error);
    const score = checks.reduce((sum, check) => sum + check.score, 0);
    const complete = score === this.exercise.points;
    return {
      ...this.base(printed),
      status: error !== null ? 'error' : complete ? 'passed' : 'failed',
      score,
      error,
      checks,
    };
  }

  private notStarted(printed: string): ExerciseReport {
    return {
      ...this.base(printed),
      status: 'not-started',
      checks: this.skipped('not started yet'),
    };
  }

  private notRun(error: GradingError, printed: string): ExerciseReport {
    return {
      ...this.base(printed),
      status: 'error',
      error,
      checks: this.skipped('not run'),
    };
  }

  private base(printed: string): Omit<ExerciseReport, 'status'> {
    const { name, chapter, points } = this.exercise;
    const definition = this.submission.definition(name);
    return {
      name,
      chapter,
      file: this.file(),
      score: 0,
      maxScore: points,
      error: null,
      checks: [],
      diagnosis: [],
      carriedForward: [],
      console: printed,
      place: definition === null ? null : { file: this.file(), ...definition },
    };
  }

  private skipped(message: string): readonly CheckReport[] {
    return this.checks(
      this.plan.checks.map(() => ({ status: 'skipped' })),
      null,
    ).map((check) => ({ ...check, message }));
  }

  private checks(verdicts: readonly Verdict[], error: GradingError | null): readonly CheckReport[] {
    return verdicts.map((verdict, i) => {
      const { id, title, points } = this.plan.checks[i].check;
      const failure = verdict.status === 'failed' ? verdict.failure : null;
      return {
        id,
        title,
        points,
        score: verdict.status === 'passed' ? points : 0,
        status: verdict.status,
        message:
          failure === null
            ? verdict.status === 'skipped' && error !== null
              ? `not judged: ${error.message}`
              : ''
            : this.message(failure),
        example: failure === null ? null : this.example(failure),
        place: failure?.trouble.kind === 'threw' ? this.place(failure.trouble.place) : null,
      };
    });
  }

  private message({ trouble }: Failure): string {
    const { name } = this.exercise;
    if (trouble.kind !== 'threw') return sentence(trouble, name);
    const { place, message } = trouble;
    if (place !== null && place.id !== `${name}.ts` && /^TODO\b/.test(message)) {
      return `${name} needs ${this.shown(place.id)}, which is not written yet`;
    }
    const where = place === null ? '' : ` at ${this.shown(place.id)}:${place.line}`;
    return `${name} threw an error${where}: ${message}`;
  }

  private example({ call, got }: Failure): Example {
    const inputs = this.exercise.parameters.map((name, i) => [name, toJson(call.inputs[i])] as const);
    return {
      case: call.caseName,
      inputs: Object.fromEntries(inputs),
      expected: toJson(call.expected()),
      got: got === null ? null : answerToJson(got),
    };
  }

  private loadError(problem: LoadProblem): GradingError {
    return loadError(problem, this.exercise.name, this.file(), (id) => this.shown(id), this.options.timeLimit);
  }

  private place(place: Place | null): FilePlace | null {
    return place === null ? null : { file: this.shown(place.id), line: place.line, column: place.column };
  }

  private file(): string {
    return this.shown(`${this.exercise.name}.ts`);
  }

  private shown(id: string): string {
    return `${this.options.shownFolder}/${id}`;
  }
}

/** The stub as it was handed out: it throws its own TODO. */
function isStub(outcome: Outcome, entry: string): boolean {
  return (
    outcome.kind === 'threw' &&
    /^TODO\b/.test(outcome.message) &&
    (outcome.place === null || outcome.place.id === entry)
  );
}

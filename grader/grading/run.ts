import type { LoadProblem, LossReason, Outcome, SourceMaps, ThrownError } from '../sandbox/host/outcome';
import type { Sandbox } from '../sandbox/host/sandbox';
import { Session } from '../sandbox/host/session';
import type { Module } from '../sandbox/protocol/messages';
import { stubThrows } from '../submission/exerciseSource';
import type { Place } from '../submission/positions';
import type { Program, ProgramProblem, RecordedProgram, StandIns, Submission } from '../submission/submission';
import { judge, type Outcomes, type Verdict } from './judge';
import { FUNCTIONS } from './link';
import type { Call, Plan } from './plan';
import type { Printed } from './report';

/** Why the guest was lost, and on which call. */
export interface LostCall {
  readonly kind: 'lost-call';
  readonly reason: LossReason;
  readonly call: Call;
  /** What is known where the function came back for all inputs before, each many times smaller; null where it did not. */
  readonly cameBack: CameBack | null;
}

/** That a function came back for smaller inputs, so that it need not go on for ever. */
export interface CameBack {
  /** How often it did. */
  readonly calls: number;
  /** The largest argument of the call that was lost. */
  readonly argument: { readonly name: string; readonly shape: readonly number[] };
}

/** The learner's function ends at the throw of the stub, which was left beside code of the learner's. */
export interface StubLeft {
  readonly kind: 'stub-left';
  readonly place: Place;
}

/** What running a plan on a submission came to. */
export interface Attempt {
  readonly status: 'not-run' | 'not-started' | 'run';
  readonly problem: ProgramProblem | LoadProblem | LostCall | StubLeft | null;
  readonly outcomes: Outcomes;
  readonly verdicts: readonly Verdict[];
  /** What each call printed, and before them, for no case, loading the file; nothing that was printed is left out. */
  readonly printed: readonly Printed[];
  /** Points of the checks that passed. */
  readonly score: number;
  /** What ran, to be run again; null when nothing did. */
  readonly ran: Runnable | null;
  /** In a handout, the exercises whose answers have to be right before this one is judged; missing where it is. */
  readonly waitsFor?: readonly string[];
}

/** A program as a sandbox opens it. */
export interface Runnable {
  readonly program: Program;
  readonly sourceMaps: SourceMaps;
  /** The same, recording what it does; null when it cannot. */
  recorded(isWhole: (id: string) => boolean): RecordedProgram | null;
}

/**
 * Runs every call of `plan` on the submission's function and judges what came.
 *
 * @param standIns what takes the place of some of the submission's files
 * @param functions makes the modules of the functions that calls hand over; none when they hand over none
 */
export async function runPlan(
  plan: Plan,
  submission: Submission,
  sandbox: Sandbox,
  standIns: StandIns,
  functions: () => readonly Module[],
): Promise<Attempt> {
  const { name } = plan.exercise;
  const program = submission.program(name, standIns);
  if ('kind' in program) return notRun(plan, program);
  // Positions in a stand-in are not in the learner's code.
  const sourceMaps = (id: string) => (standIns.has(id) ? null : submission.sourceMap(id));
  const whole = withFunctions(program, functions());
  const recorded: Runnable['recorded'] = (isWhole) => submission.recorded(whole, isWhole);
  const ran = { program: whole, sourceMaps, recorded };
  const session = await sandbox.open(ran.program, name, sourceMaps);
  if (!(session instanceof Session)) return notRun(plan, session);
  const result = await makeCalls(plan, session, program, submission);
  return { ...result, ran };
}

/** What can be told of an answer that is not judged yet: whether it is there, and can be loaded. */
export async function runUnjudged(
  plan: Plan,
  submission: Submission,
  sandbox: Sandbox,
  waitsFor: readonly string[],
): Promise<Attempt> {
  // A stub throws its TODO whatever it is called with.
  const calls = plan.cases.slice(0, 1).map((call) => ({ ...call, inputs: [] }));
  const { status, problem, ...attempt } = await runPlan({ ...plan, calls }, submission, sandbox, new Map(), () => []);
  return status === 'run'
    ? { ...attempt, status, problem: null, printed: [], ran: null, waitsFor }
    : { ...attempt, status, problem };
}

/** The program with the modules of the functions that calls hand over; unchanged where they hand over none. */
export function withFunctions(program: Program, functions: readonly Module[]): Program {
  if (functions.length === 0) return program;
  const more = functions.filter(({ id }) => !program.modules.some((module) => module.id === id));
  const usesMathjs = program.usesMathjs || more.some(({ imports }) => Object.hasOwn(imports, 'mathjs'));
  return { ...program, modules: [...program.modules, ...more], usesMathjs, functions: FUNCTIONS };
}

function notRun(plan: Plan, problem: ProgramProblem | LoadProblem): Attempt {
  const verdicts = plan.checks.map(() => ({ status: 'skipped' }) as const);
  return { status: 'not-run', problem, outcomes: new Map<Call, Outcome>(), verdicts, printed: [], score: 0, ran: null };
}

async function makeCalls(
  plan: Plan,
  session: Session,
  program: Program,
  submission: Submission,
): Promise<Omit<Attempt, 'ran'>> {
  const outcomes = new Map<Call, Outcome>();
  let problem: LostCall | StubLeft | null = null;
  let status: Attempt['status'] = 'run';
  const printed: Printed[] = [];
  const keepPrinted = (caseName: string | null) => {
    const text = session.takePrinted();
    if (text !== '') printed.push({ case: caseName, text });
  };
  keepPrinted(null);
  const calls = plan.calls.map(({ inputs, unchanged }) => ({ inputs, withInputs: unchanged !== null }));
  for (const [i, call] of plan.calls.entries()) {
    // The first goes alone: a stub needs no more.
    const answer = session.call(calls[i], calls.slice(i + 1));
    // The reference works while the guest does.
    call.expected();
    const outcome = await answer;
    outcomes.set(call, outcome);
    keepPrinted(call.caseName);
    if (outcome.kind === 'lost')
      problem = { kind: 'lost-call', reason: outcome.reason, call, cameBack: cameBack(plan, call, outcomes) };
    else if (outcomes.size === 1 && isStub(outcome, program.entry)) {
      problem = stubLeft(outcome, submission);
      status = problem === null ? 'not-started' : 'not-run';
    }
    if (problem !== null || status === 'not-started') break;
  }
  const verdicts = status === 'run' ? judge(plan, outcomes) : plan.checks.map(() => ({ status: 'skipped' }) as const);
  return { status, problem, outcomes, verdicts, printed, score: scoreOf(plan, verdicts) };
}

/** From so many times fewer numbers nothing can be told of how long a call takes. */
const FAR_SMALLER = 20;

function cameBack({ exercise }: Plan, lost: Call, outcomes: ReadonlyMap<Call, Outcome>): CameBack | null {
  const before = [...outcomes.keys()].filter((call) => call !== lost);
  if (before.length === 0 || before.some(({ size }) => size * FAR_SMALLER > lost.size)) return null;
  const shapes = lost.inputs.flatMap((input, i) =>
    Array.isArray(input) && Array.isArray(input[0])
      ? [{ name: exercise.parameters[i], shape: [input.length, input[0].length] }]
      : [],
  );
  const sizeOf = ({ shape: [rows, columns] }: CameBack['argument']) => rows * columns;
  const [argument] = shapes.sort((a, b) => sizeOf(b) - sizeOf(a));
  return argument === undefined ? null : { calls: before.length, argument };
}

/** Points of the checks that passed. */
export function scoreOf(plan: Plan, verdicts: readonly Verdict[]): number {
  return verdicts.reduce((sum, { status }, i) => sum + (status === 'passed' ? plan.checks[i].check.points : 0), 0);
}

/** Whether a call of the exercise file `entry` threw the TODO of its stub. */
export function isStub(outcome: Outcome, entry: string): outcome is Extract<Outcome, { kind: 'threw' }> {
  return outcome.kind === 'threw' && isTodo(outcome.message) && (outcome.place === null || outcome.place.id === entry);
}

/** Of what a stub's throw came to: where code of the learner's stands beside it; null where it is the stub as it was. */
export function stubLeft({ place }: ThrownError, submission: Submission): StubLeft | null {
  const tree = place === null ? null : submission.parsed(place.id);
  const thrown = tree === null ? [] : stubThrows(tree).filter(({ line }) => line === place?.line);
  return place === null || thrown.length !== 1 || thrown[0].isAll ? null : { kind: 'stub-left', place };
}

/** The message of a stub's error. */
export function isTodo(message: string): boolean {
  return /^TODO\b/.test(message);
}

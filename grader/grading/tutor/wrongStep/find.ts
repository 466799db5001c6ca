import type { Input } from '../../../authoring/values';
import type { Outcomes } from '../../judge';
import type { Call, Plan } from '../../plan';
import type { Found } from '../counterexample/find';
import { failureOn, isJudgeable, ofOneCall } from '../counterexample/trial';
import type { RightAnswer } from '../trace/rightRuns';
import type { TraceOf } from '../trace/traceOf';
import { commonPrefix } from './expected';
import { type Located, locate } from './locate';
import { Run } from './run';
import type { WrongStep } from './wrongStep';

export async function findWrongStep(
  plan: Plan,
  found: Found,
  outcomes: Outcomes,
  traceOf: TraceOf,
  answers: readonly RightAnswer[],
): Promise<WrongStep | null> {
  const located = await located_(plan, found, outcomes, traceOf, answers);
  return located === null ? null : shown(located);
}

async function located_(
  plan: Plan,
  found: Found,
  outcomes: Outcomes,
  traceOf: TraceOf,
  answers: readonly RightAnswer[],
): Promise<Located | null> {
  const telling = tellingCall(plan, found, outcomes);
  const located = await on(telling.inputs, traceOf, answers);
  if (located === null || telling === found.failing.call) return located;
  return shownOn(located, found.failing.call.inputs, traceOf, answers);
}

async function on(
  inputs: readonly Input[],
  traceOf: TraceOf,
  answers: readonly RightAnswer[],
): Promise<Located | null> {
  const trace = await traceOf(inputs);
  if (trace === null || trace.more) return null;
  const given = new Set(numbersOf(inputs));
  const rights = answers
    .map((answer) => new Run(answer.trace(inputs), given))
    .filter(({ trace: right }) => !right.more);
  return locate(new Run(trace, given), rights);
}

/** The same step with what it comes to on the smallest inputs; null when it is right there. */
async function shownOn(
  located: Located,
  inputs: readonly Input[],
  traceOf: TraceOf,
  answers: readonly RightAnswer[],
): Promise<Located | null> {
  const trace = await traceOf(inputs);
  const answer = answers.find(({ name }) => name === located.right.trace.name);
  if (trace === null || answer === undefined) return null;
  const given = new Set(numbersOf(inputs));
  const [run, right] = [new Run(trace, given), new Run(answer.trace(inputs), given)];
  const mine = run.of(located.sequence.site.id);
  const theirs = right.of(located.counterpart.sequence.site.id);
  if (theirs === undefined) return null;
  if (mine === undefined || located.occurrence === located.sequence.steps.length) {
    if (!trace.threw) return null;
    const start = mine?.numbers.length ?? 0;
    const end = theirs.steps.find((step) => step.start >= start)?.end;
    if (end === undefined) return null;
    const sequence = mine ?? { site: located.sequence.site, numbers: new Float64Array(0), steps: [] };
    return {
      ...located,
      run,
      sequence,
      occurrence: sequence.steps.length,
      right,
      counterpart: { ...located.counterpart, numbers: theirs.numbers.slice(start, end) },
    };
  }
  for (const [occurrence, { start, end, at }] of mine.steps.entries()) {
    if (theirs.numbers.length < end) break;
    const numbers = theirs.numbers.slice(start, end);
    if (commonPrefix(mine.numbers.subarray(start, end), numbers) < end - start)
      return {
        ...located,
        run,
        sequence: mine,
        occurrence,
        at,
        right,
        counterpart: { ...located.counterpart, numbers },
      };
  }
  return null;
}

function shown({ sequence, occurrence, run, counterpart, upTo }: Located): WrongStep | null {
  const mine = sequence.steps[occurrence] as { at: number } | undefined;
  const got = mine === undefined ? null : run.steps[mine.at].value;
  const form = got !== null && FORMS.has(got.kind) ? got : counterpart.value;
  const expected =
    form.numbers.length === counterpart.numbers.length ? { ...form, numbers: counterpart.numbers } : null;
  if (expected === null || !FORMS.has(expected.kind)) return null;
  return { site: sequence.site, got, expected, rightUpTo: upTo };
}

const FORMS = new Set(['number', 'boolean', 'vector', 'matrix']);

/** Numbers of a call that is traced besides the smallest. */
const MAX_SIZE = 60;
/** As many different ones are enough. */
const ENOUGH = 8;

/** A failing call whose numbers are the least likely to be the same by chance. */
function tellingCall(plan: Plan, { index, failing }: Found, outcomes: Outcomes): Call {
  const check = ofOneCall(plan, index);
  const fails = (call: Call) => {
    const outcome = outcomes.get(call);
    if (check === null || outcome === undefined || call.severalRightAnswers || call.size > MAX_SIZE) return false;
    return isJudgeable(plan, check, call) && failureOn(plan, check, call, outcome) !== null;
  };
  const calls = [failing.call, ...plan.calls.filter(fails)];
  const telling = calls.map((call) => ({
    call,
    count: Math.min(ENOUGH, new Set([...numbersOf(call.inputs)].filter((value) => !Number.isInteger(value))).size),
  }));
  return telling.reduce((best, next) =>
    next.count > best.count || (next.count === best.count && next.call.size < best.call.size) ? next : best,
  ).call;
}

function* numbersOf(value: unknown): Iterable<number> {
  if (typeof value === 'number') yield value;
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* numbersOf(item);
}

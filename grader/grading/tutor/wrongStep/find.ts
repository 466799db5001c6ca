import type { Input } from '../../../authoring/values';
import type { Site } from '../../../submission/instrument';
import type { Outcomes } from '../../judge';
import type { Plan } from '../../plan';
import type { Found } from '../counterexample/find';
import type { RightAnswer } from '../trace/rightRuns';
import type { TraceOf } from '../trace/traceOf';
import { locateByValues } from './byValues';
import { differing, noNumberAt } from './differing';
import { goesFurther } from './goesFurther';
import { Known } from './known';
import { type Located, locate, type RightRun } from './locate';
import { type Pair, Run } from './run';
import { numbersOf, tellingCall } from './telling';
import type { WrongStep } from './wrongStep';

/**
 * The first step of an answer that goes wrong. Where it is, is found on inputs whose numbers say most; what comes of it is
 * told of the smallest inputs that go wrong.
 *
 * @param outcomes what the plan's calls came to
 * @returns null when that cannot be told
 */
export async function findWrongStep(
  plan: Plan,
  found: Found,
  outcomes: Outcomes,
  traceOf: TraceOf,
  answers: readonly RightAnswer[],
): Promise<WrongStep | null> {
  const telling = tellingCall(plan, found, outcomes);
  const waiting = runOn(telling.inputs, traceOf);
  // Right answers work while the guest does.
  const rights = rightRuns(telling.inputs, answers);
  const run = await waiting;
  const located = run === null ? null : locatedIn(run, rights, numbersOf(telling.inputs));
  if (located === null) return null;
  const { inputs } = found.failing.call;
  const smallest = await runOn(inputs, traceOf);
  if (smallest === null) return null;
  const { mine, theirs, name } = located;
  if (theirs === null) return noNumberAt(smallest, mine, located.right);
  const beside = answers.filter((answer) => answer.name === name);
  const [right] = rightRuns(inputs, beside).map((one) => one.run);
  if (right === undefined) return null;
  for (let pair: Pair | null = { mine, theirs }; pair !== null; pair = above(smallest, right, pair)) {
    const step = isName(pair.mine) ? null : differing(smallest, right, pair, located);
    if (step !== null) return step;
  }
  return null;
}

/** Where an answer goes wrong: beside the right answer that it is most like, or, unless it is very like that, by its values. */
function locatedIn(run: Run, rights: readonly RightRun[], given: ReadonlySet<number>): Located | null {
  const whole = rights.filter((right) => !right.run.trace.threw);
  // Holds all values of all right answers: made only where it is asked.
  let made: Known | null = null;
  const known = () => {
    made ??= new Known(
      whole.map((right) => right.run),
      given,
    );
    return made;
  };
  const nearest = locate(run, rights);
  const right = rights.find(({ name }) => name === nearest?.name)?.run;
  const isApart = nearest === null || right === undefined || goesFurther(run, right, nearest, known);
  const beside = isApart ? null : nearest;
  if (beside?.certain) return beside;
  const alone = locateByValues(run, whole, known());
  if (beside === null || alone === null) return alone ?? beside;
  // On the same line, what the right answer has there is the better known.
  return alone.theirs !== null && beside.mine.line === alone.mine.line ? beside : alone;
}

async function runOn(inputs: readonly Input[], traceOf: TraceOf): Promise<Run | null> {
  const trace = await traceOf(inputs);
  return trace === null || trace.more ? null : new Run(trace, numbersOf(inputs));
}

function rightRuns(inputs: readonly Input[], answers: readonly RightAnswer[]): readonly RightRun[] {
  const given = numbersOf(inputs);
  const runs = answers.map(({ name, trace }) => ({ name, run: new Run(trace(inputs), given) }));
  return runs.filter(({ run }) => !run.trace.more);
}

/** What the two are a part of, when that does the same. */
function above(run: Run, right: Run, { mine, theirs }: Pair): Pair | null {
  const [one, other] = [run.above(mine), right.above(theirs)];
  return one === null || other === null || one.does !== other.does ? null : { mine: one, theirs: other };
}

/** A variable that is read was given its value elsewhere. */
const isName = ({ does, name, returned }: Site) => does === 'Identifier' && name === null && !returned;

import { answerWith, constantAmong, type Made, type Slips, slipList, slipPairs } from '../../authoring/slips';
import type { Outcomes } from '../judge';
import type { Plan } from '../plan';
import { InProcessOutcomes, referenceOutcomes } from './inProcess';
import { holdsFinite } from './sameOutcome';
import { solveConstant, type Target, targetsOf } from './solveConstant';
import { pairsOf, type Same, sameIn } from './suspect';

/** A slip as it is told. */
export interface Told {
  readonly name: string;
  readonly question: string;
}

/** Finds the slips that explain the answers; none when none do. */
export type FindSlips = (plan: Plan, outcomes: Outcomes) => readonly Told[];

/** Looks for the slips of an exercise; null where it ships none. */
export function slipsFinder(slips: Slips | null): FindSlips | null {
  if (slips === null) return null;
  return (plan, outcomes) =>
    bestSlips(plan, outcomes, slips).map(({ name, slip }) => ({ name, question: slip.question }));
}

/**
 * The slips that explain the learner's answers: one whose constant is solved for, or else two at once. Unlike a
 * misconception they must fit on every case, as there are many of them. Where others fit as well, only what all of
 * them ask is certain.
 */
function bestSlips(plan: Plan, outcomes: Outcomes, slips: Slips): readonly Made[] {
  const singles = slipList(slips).map((made) => [made]);
  const pairs = slipPairs(slips);
  const same = sameIn(plan);
  const targets = targetsOf(plan, outcomes);
  // The simpler explanation first; a slip on its own, without a constant, is a misconception.
  const stages = [singles.filter(isOpen), pairs.filter((pair) => !isOpen(pair)), pairs.filter(isOpen)];
  for (const candidates of stages) {
    const fitting = candidates.filter((made) => fits(plan, outcomes, same, targets, slips, made));
    if (fitting.length === 0) continue;
    return fitting[0].filter(({ slip }) => fitting.every((made) => asks(made, slip.question)));
  }
  return [];
}

/** Whether there is a constant to be solved for. */
const isOpen = (made: readonly Made[]) => constantAmong(made) !== null;

const asks = (made: readonly Made[], question: string) => made.some(({ slip }) => slip.question === question);

function fits(
  plan: Plan,
  outcomes: Outcomes,
  same: Same,
  targets: readonly Target[],
  slips: Slips,
  made: readonly Made[],
): boolean {
  const solved = constantAmong(made);
  if (solved === null) return explains(plan, outcomes, new InProcessOutcomes(answerWith(slips, made)), 1, same);
  const constant = solveConstant(targets, (c) => answerWith(slips, made, c), solved.between, same);
  if (constant === null) return false;
  // One case went into the constant: another must bear it out.
  return explains(plan, outcomes, new InProcessOutcomes(answerWith(slips, made, constant)), 2, same);
}

/** Whether `theirs` is what every case came to, and at least so many of them are wrong by a number. */
export function explains(
  plan: Plan,
  outcomes: Outcomes,
  theirOutcomes: Outcomes,
  atLeast: number,
  same: Same = sameIn(plan),
): boolean {
  const right = referenceOutcomes();
  let wrong = 0;
  for (const { call, mine, theirs } of pairsOf(plan, outcomes, theirOutcomes)) {
    if (call.severalRightAnswers) continue;
    if (!same(call, mine, theirs)) return false;
    if (holdsFinite(mine) && !same(call, mine, right.get(call))) wrong += 1;
  }
  return wrong >= atLeast;
}

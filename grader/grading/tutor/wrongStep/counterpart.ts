import type { Site } from '../../../submission/instrument';
import type { Step } from '../trace/trace';
import type { RightRun } from './locate';
import { sameValue } from './lockstep';
import { isAnswer, isBuilt, isCompound, type Leaf, leavesOf, placesIn, worksOut } from './parts';
import type { Pair, Run } from './run';
import { isCarriedOn, isOtherStep } from './uncertain';

/** What a right answer has in the place of a step, and how well it fits. */
export interface Counterpart extends Pair {
  /** Which right answer has it. */
  readonly name: string;
  readonly step: Step;
  readonly fit: number;
}

/**
 * What right answers have in the place of a step: what they work out from the same values, in the same part. Null when
 * there is nothing, or they do not agree.
 */
export function counterpartOf(run: Run, at: number, rights: readonly RightRun[]): Counterpart | null {
  const candidates = rights.flatMap((right) =>
    right.run.visited
      .filter((site) => worksOut(site) && isInPart(run, run.steps[at].site, right.run, site))
      .flatMap((site) => counterpartAt(run, at, right, site) ?? []),
  );
  const best = Math.max(...candidates.map(({ fit }) => fit));
  const fitting = candidates.filter(({ fit }) => fit === best);
  const [first] = fitting;
  return first === undefined || fitting.some(({ step }) => !sameValue(step, first.step)) ? null : first;
}

/** Whether two places play the same part, as far as that can be seen there. */
function isInPart(run: Run, mine: Site, right: Run, theirs: Site): boolean {
  // What a callback returns may be added up as well, or not.
  if (isCompound(mine) && theirs.returned) return false;
  if (doing(mine) === doing(theirs)) return true;
  if (isCompound(mine) || isCompound(theirs)) return false;
  return (isAnswer(run, mine) && isAnswer(right, theirs)) || (mine.name !== null && theirs.name !== null);
}

/** `sum += x` does what `sum + x` does. */
const doing = (site: Site) => (isCompound(site) ? site.does.slice(0, -1) : site.does);

function counterpartAt(run: Run, at: number, { name, run: right }: RightRun, theirs: Site): Counterpart | null {
  const { site: mine } = run.steps[at];
  const [own, others] = [placesIn(run, mine), placesIn(right, theirs)];
  const together = own.length === others.length;
  const leaves = leavesOf(run, at);
  const place = together
    ? others[own.indexOf(at)]
    : others.find((other) => isFromSame(leaves, leavesOf(right, other)) || isAddedAlike(run, at, right, other));
  if (place === undefined) return null;
  const step = right.steps[place];
  const pair = { mine, theirs };
  if (isOtherStep(run, pair, right) || isCarriedOn(run, pair, right)) return null;
  if (!isComparable(run.steps[at], step) || sameValue(run.steps[at], step) || isPassedOn(right, place)) return null;
  // What comes after a wrong step may be wrong for that reason.
  const before = together ? own.slice(0, own.indexOf(at) + 1) : [];
  const pairs = before.map((one, i) => [leavesOf(run, one), leavesOf(right, others[i])] as const);
  const fromSame = pairs.every(([one, other]) => isFromSame(one, other));
  const alike = doing(mine) === doing(theirs);
  const bothAnswers = isAnswer(run, mine) && isAnswer(right, theirs);
  const nearly = () => alike && pairs.every(([one, other]) => isNearlyFromSame(run, one, other, bothAnswers));
  if (!fromSame && !nearly()) return null;
  const above = mine.parent === null ? right.placeAbove(place) : null;
  if (above !== null && isMore(right, above, leavesOf(right, place))) return null;
  const signs = [
    [fromSame, 8],
    [alike, 4],
    [together, 2],
    [mine.name !== null && mine.name === theirs.name, 2],
    [isReturned(run, mine) === isReturned(right, theirs), 1],
    [(mine.name === null) === (theirs.name === null), 1],
  ] as const;
  const fit = signs.reduce((sum, [holds, weight]) => sum + (holds ? weight : 0), 0);
  return { mine, theirs, name, step, fit };
}

const isFromSame = (one: readonly Leaf[], other: readonly Leaf[]) =>
  one.length > 0 && without(one, other).length === 0 && without(other, one).length === 0;

/** Whether the same is added to another sum: what was added before is wrong, or left out. */
function isAddedAlike(run: Run, at: number, right: Run, other: number): boolean {
  const [one, two] = [run.steps[at].site, right.steps[other].site];
  return (
    isCompound(one) && one.does === two.does && isFromSame(leavesOf(run, at, false), leavesOf(right, other, false))
  );
}

/**
 * Whether but one value is another; the right one there must be known to the answer, or it went wrong before. Only an answer
 * as a whole may lack one: a step may be a part of something else.
 */
function isNearlyFromSame(run: Run, one: readonly Leaf[], other: readonly Leaf[], areAnswers: boolean): boolean {
  const [own, others] = [without(one, other), without(other, one)];
  if (own.length === one.length || own.length > 1 || others.length > 1) return false;
  if (own.length < others.length && !areAnswers) return false;
  const isKnown = (step: Step) => !run.tells(step.value.numbers) || run.steps.some((known) => sameValue(known, step));
  return others.every(({ step }) => isKnown(step));
}

/** Those of some leaves whose values are not among others. */
function without(leaves: readonly Leaf[], others: readonly Leaf[]): readonly Leaf[] {
  return leaves.filter(({ step }) => !others.some((other) => sameValue(other.step, step)));
}

/** Whether a step only hands on a value: `0 + x`. */
function isPassedOn(run: Run, at: number): boolean {
  return !isCompound(run.steps[at].site) && leavesOf(run, at).some(({ step }) => sameValue(step, run.steps[at]));
}

/** Whether more is done with the same leaves in the same expression. */
function isMore(run: Run, above: number, leaves: readonly Leaf[]): boolean {
  const { site, value } = run.steps[above];
  return value.kind !== 'boolean' && !isBuilt(site) && isFromSame(leavesOf(run, above), leaves);
}

/** Whether a function returns what comes at a site, be it in an array. */
function isReturned(run: Run, site: Site): boolean {
  const above = run.above(site);
  return site.returned || (above !== null && isBuilt(above) && isReturned(run, above));
}

function isComparable({ value: one }: Step, { value: other }: Step): boolean {
  if (one.kind === 'string' || one.kind === 'undefined' || one.kind === 'boolean') return other.numbers.length > 0;
  return one.kind === other.kind || (one.numbers.length > 1 && other.numbers.length > 1);
}

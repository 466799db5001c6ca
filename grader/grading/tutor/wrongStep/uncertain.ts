import type { Site } from '../../../submission/instrument';
import { same } from './numbers';
import { isAnswer, isCompound, placesIn, valueBefore, worksOut } from './parts';
import type { Pair, Run } from './run';

/** Two places that come to different values, although neither need be wrong. */

/**
 * Whether two places differ by a factor alone, such as a sign or the number of samples, that a later step may make good, or
 * that could as well be missing in a later step.
 */
export function isCarriedOn(run: Run, pair: Pair, right: Run): boolean {
  const { mine, theirs } = pair;
  if (run.steps.at(-1)?.site === mine || isAnswer(run, mine)) return false;
  const factors = factorsBetween(numbersAt(run, mine), numbersAt(right, theirs));
  if (factors === null) return false;
  const isSign = factors.every((factor) => same(factor, -1));
  const isLeft = sameFactors(factors, factorsLeft(run, right));
  if (isRestAlike(run, pair, right)) return isSign && isLeft;
  return isSign || isCount(factors, run, right) || (!isLeft && isOneForMany(factors));
}

/** Whether two pairs of places differ by the same factor. */
export function differAlike(run: Run, pairs: readonly [Pair, Pair], right: Run): boolean {
  const [one, other] = pairs.map(({ mine, theirs }) => factorsBetween(numbersAt(run, mine), numbersAt(right, theirs)));
  return one !== null && other !== null && sameFactors(one, other);
}

/** By how much an answer differs from a right one; nothing when it is not by a factor. */
function factorsLeft(run: Run, right: Run): readonly number[] {
  const [own, other] = [run, right].map(({ steps }) => [...(steps.at(-1)?.value.numbers ?? [])]);
  return (run.trace.threw ? null : factorsBetween(own, other)) ?? [];
}

/**
 * Whether two places are not each other's: one holds the answer, and with the other more is done; or a value is only read in
 * one, and the answers go different ways.
 */
export function isOtherStep(run: Run, pair: Pair, right: Run): boolean {
  if (run.trace.threw) return false;
  const { mine, theirs } = pair;
  const areAnswers = [isAnswer(run, mine), isAnswer(right, theirs)];
  if (areAnswers[0] !== areAnswers[1]) return true;
  return !areAnswers[0] && worksOut(mine) !== worksOut(theirs) && !isRestAlike(run, pair, right);
}

/** By how much each of some numbers differs from another; null when they do not, or not by a factor. */
function factorsBetween(own: readonly number[], others: readonly number[]): readonly number[] | null {
  if (
    own.length !== others.length ||
    !own.every((number, i) => Number.isFinite(number) && (number === 0) === (others[i] === 0))
  )
    return null;
  const factors = own.flatMap((number, i) => (number === 0 ? [] : [others[i] / number]));
  return factors.every((factor) => same(factor, 1)) ? null : factors;
}

/** All that comes at a place; of a sum, what is added to it each time. */
function numbersAt(run: Run, site: Site): readonly number[] {
  return placesIn(run, site).flatMap((at) => {
    const numbers = [...run.steps[at].value.numbers];
    const before = isCompound(site) ? valueBefore(run, at) : null;
    return before === null ? numbers : numbers.map((number, i) => number - run.steps[before].value.numbers[i]);
  });
}

const differing = (factors: readonly number[]) =>
  factors.filter((factor, i) => !factors.slice(0, i).some((before) => same(before, factor)));

function sameFactors(one: readonly number[], other: readonly number[]): boolean {
  const [own, others] = [differing(one), differing(other)];
  return own.length === others.length && own.every((factor) => others.some((known) => same(known, factor)));
}

/** Whether many numbers have a factor in common: all of them, or those of a row. */
const isOneForMany = (factors: readonly number[]) =>
  factors.length > 1 && differing(factors).length <= factors.length / 2;

/** Whether factors are signs, or numbers of samples, columns or entries. */
function isCount(factors: readonly number[], run: Run, right: Run): boolean {
  const lengths = [run, right].flatMap(({ steps }) =>
    steps.filter(({ site }) => site.does === '.length').map(({ value }) => value.numbers[0]),
  );
  const sizes = differing([1, 2, ...lengths]);
  const counts = sizes.flatMap((size, i) => [size, ...sizes.slice(i + 1).map((other) => size * other)]);
  return differing(factors).every((factor) =>
    counts.some((count) => same(Math.abs(factor), count) || same(Math.abs(factor), 1 / count)),
  );
}

/** Whether two answers do the same after two places. */
export function isRestAlike(run: Run, { mine, theirs }: Pair, right: Run): boolean {
  const after = (of: Run, site: Site) => {
    const from = (of.at(site).at(-1) ?? 0) + 1;
    const sites = new Set(of.steps.slice(from).map((step) => step.site));
    return [...sites].filter(worksOut).map(({ does }) => does);
  };
  const [own, others] = [after(run, mine), after(right, theirs)];
  return own.length === others.length && own.every((does, i) => does === others[i]);
}

import type { Site } from '../../../submission/instrument';
import type { Step } from '../trace/trace';
import { sameAll } from './numbers';
import { isAnswer, isBuilt } from './parts';
import type { Pair, Run } from './run';
import { differAlike, isCarriedOn, isOtherStep, isRestAlike } from './uncertain';

/** How far two answers go together, and the first place where they do not. */
export interface Walk {
  /** Steps that both have, with values that tell something. */
  readonly together: number;
  /** Steps that only one of them has, and that are not part of what they do alike. */
  readonly skipped: number;
  readonly parting: Pair | null;
  /** Where they differ by a factor alone, which is no mistake. */
  readonly carried: readonly Pair[];
}

/** What a count or an index that both have weighs: such are often the same by chance. */
const TRIVIAL = 0.2;

/** So many steps of one's own may lie between two that both have. */
const MAX_SKIPPED = 24;

/**
 * Goes through the steps of an answer and of a right one side by side. Where they do something else, what they make of it is
 * compared; where one has steps of its own, it goes on at the next that both have.
 */
export function walk(run: Run, right: Run, rights: readonly Run[]): Walk {
  let [i, j] = [run.trace.call, right.trace.call];
  let [together, skipped] = [0, 0];
  // A step that some right answer comes to, though not this one: right, if what is made of it is.
  let doubtful: Pair | null = null;
  const carried: Pair[] = [];
  const ends = (found: Pair | null): Walk => {
    const parting = doubtful ?? found;
    const isTold = parting !== null && !isOtherStep(run, parting, right);
    // Either place is as likely.
    const isEither = isTold && carried.some((pair) => differAlike(run, [pair, parting], right));
    return { together, skipped, parting: isTold && !isEither ? parting : null, carried };
  };
  while (i < run.steps.length && j < right.steps.length) {
    const [mine, theirs] = [run.steps[i], right.steps[j]];
    if (isAlike(mine, theirs)) {
      const tells = run.tells(mine.value.numbers);
      together += tells ? 1 : TRIVIAL;
      if (tells && mine.site.reads === null) doubtful = null;
      i += 1;
      j += 1;
      continue;
    }
    const pair = pairAbove(run, mine.site, right, theirs.site);
    if (pair !== null && isUnfinished(pair, mine, theirs)) return ends(null);
    const after = pair === null ? null : [run.next(pair.mine, i), right.next(pair.theirs, j)];
    if (pair !== null && after !== null && after[1] !== null) {
      if (after[0] === null) return ends(run.trace.threw ? pair : null);
      const [own, other] = after as [number, number];
      if (!sameValue(run.steps[own], right.steps[other])) {
        const related = isRelated(run, pair, right);
        const isKnown = carried.some(({ mine: one, theirs: other }) => one === pair.mine && other === pair.theirs);
        if (isKnown || (related && isCarriedOn(run, pair, right))) {
          if (!isKnown) carried.push(pair);
          [i, j] = [after[0] + 1, after[1] + 1];
          continue;
        }
        if (!isKnownElsewhere(run, own, right, other, rights)) return ends(related ? pair : null);
        if (related && !/Literal/.test(pair.mine.does)) doubtful ??= pair;
      }
      [i, j] = [after[0] + 1, after[1] + 1];
      continue;
    }
    const meeting = meet(run, i, right, j);
    if (meeting === null) return ends(null);
    skipped += meeting[0] - i + meeting[1] - j;
    [i, j] = meeting;
  }
  if (!run.trace.threw) return ends(i === run.steps.length ? unfinished(run, right, j) : null);
  if (i < run.steps.length || j === right.steps.length) return ends(null);
  const { pending } = run;
  const pair = pending === null ? null : pairAbove(run, pending, right, right.steps[j].site);
  const lost = pair !== null && right.steps[j].site.within !== pair.theirs.within && pair.mine.code.includes('\n');
  return ends(lost ? null : pair);
}

const worksOut = (step: Step, what: Step) => step.site.reads === null && sameValue(step, what);

/** Whether right answers come to the value of a step, and not before this point. */
function isKnownElsewhere(run: Run, at: number, right: Run, other: number, rights: readonly Run[]): boolean {
  const got = run.steps[at];
  if (!run.tells(got.value.numbers) || right.steps.slice(0, other).some((step) => sameValue(step, got))) return false;
  return rights.some(({ steps }) => steps.some((step) => worksOut(step, got)));
}

/** Whether two steps have something to do with one another. */
function isRelated(run: Run, { mine, theirs }: Pair, right: Run): boolean {
  if (mine.does === theirs.does || (mine.name !== null && mine.name === theirs.name)) return true;
  // Where one is a part of what the other does, that does more.
  const isMore = isWithin(run, mine, theirs.does) || isWithin(right, theirs, mine.does);
  const areAnswers = isAnswer(run, mine) && isAnswer(right, theirs);
  if (isMore && !areAnswers && !isBuilt(mine) && !isBuilt(theirs)) return isRestAlike(run, { mine, theirs }, right);
  const values = (of: Run, site: Site) => of.reads(site).map((one) => of.at(one).map((at) => of.steps[at]));
  const [own, others] = [values(run, mine), values(right, theirs)];
  const allIn = (some: typeof own, all: typeof own) =>
    some.length > 0 && some.every((one) => all.some((other) => sameSteps(one, other)));
  return allIn(own, others) || allIn(others, own);
}

/** Whether something is done inside an expression. */
function isWithin(run: Run, { parts }: Site, does: string): boolean {
  return parts.some((id) => {
    const part = run.site(id);
    return (part.reads === null && part.does === does) || isWithin(run, part, does);
  });
}

/** So many steps may be missing at the end. */
const MAX_MISSING = 6;

/** What is returned before all is done that a right answer does with it. */
function unfinished(run: Run, right: Run, from: number): Pair | null {
  const [mine, theirs] = [run.steps.at(-1), right.steps.at(-1)];
  if (mine === undefined || theirs === undefined || right.steps.length - from > MAX_MISSING) return null;
  const returned = mine.site.returned && theirs.site.returned && !mine.site.code.includes('\n');
  const inPlace = right.steps.slice(from).every(({ site }) => site.within === theirs.site.within);
  return returned && inPlace && !sameValue(mine, theirs) ? { mine: mine.site, theirs: theirs.site } : null;
}

/** Whether a function of many lines did less than it should: what is missing stands somewhere in it. */
function isUnfinished({ mine, theirs }: Pair, own: Step, other: Step): boolean {
  return own.site === mine && other.site.within !== theirs.within && mine.code.split('\n').length > 2;
}

const sameSteps = (one: readonly Step[], other: readonly Step[]) =>
  one.length === other.length && one.every((step, i) => sameValue(step, other[i]));

function isAlike(one: Step, other: Step): boolean {
  return sameValue(one, other) && (one.site.does === other.site.does || (isRead(one.site) && isRead(other.site)));
}

const isRead = ({ reads }: Site) => reads !== null;

export function sameValue({ value: one }: Step, { value: other }: Step): boolean {
  const comparable = one.kind === other.kind || (one.numbers.length > 0 && other.numbers.length > 0);
  return comparable && sameAll(one.numbers, other.numbers);
}

/** What both are a part of in the same way, as far down as that goes: there they differ. */
function pairAbove(run: Run, mine: Site, right: Run, theirs: Site): Pair | null {
  const pairs: { readonly pair: Pair; readonly depth: number }[] = [];
  for (const [a, one] of run.upwards(mine).entries()) {
    for (const [b, other] of right.upwards(theirs).entries())
      if (standsAlike(run, one, right, other)) pairs.push({ pair: { mine: one, theirs: other }, depth: a + b });
  }
  return pairs.sort((a, b) => a.depth - b.depth)[0]?.pair ?? null;
}

function standsAlike(run: Run, mine: Site, right: Run, theirs: Site): boolean {
  const [above, below] = [run.above(mine), right.above(theirs)];
  if (above === null || below === null) {
    if (above !== below || mine.condition !== theirs.condition || mine.returned !== theirs.returned) return false;
    if (mine.returned || mine.condition) return true;
    return (mine.name === null) === (theirs.name === null) && (mine.name !== null || mine.does === theirs.does);
  }
  if (above.does !== below.does || above.parts.indexOf(mine.id) !== below.parts.indexOf(theirs.id)) return false;
  return standsAlike(run, above, right, below);
}

/** The next steps that both have. */
function meet(run: Run, i: number, right: Run, j: number): [number, number] | null {
  for (let distance = 1; distance <= 2 * MAX_SKIPPED; distance++) {
    for (let a = Math.max(0, distance - MAX_SKIPPED); a <= Math.min(distance, MAX_SKIPPED); a++) {
      const [mine, theirs] = [run.steps[i + a], right.steps[j + distance - a]] as (Step | undefined)[];
      if (mine === undefined || theirs === undefined) continue;
      if (mine.value.numbers.some((value) => !Number.isInteger(value)) && isAlike(mine, theirs))
        return [i + a, j + distance - a];
    }
  }
  return null;
}

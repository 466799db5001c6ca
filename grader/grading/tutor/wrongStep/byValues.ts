import type { Site } from '../../../submission/instrument';
import { counterpartOf } from './counterpart';
import type { Known, Standing } from './known';
import type { Located, RightRun } from './locate';
import { firstNoNumber, isNumber } from './noNumber';
import { same, sameAll } from './numbers';
import { isAnswer, isBuilt, type Leaf, leavesOf, placesIn, worksOut } from './parts';
import { isTrivial, type Run } from './run';

/**
 * Where an answer that goes a way of its own first comes to a value that no right answer has, from values that are right;
 * and what right answers work out in its place. Null when that cannot be told.
 */
export function locateByValues(run: Run, rights: readonly RightRun[], known: Known): Located | null {
  return new Search(run, rights, known).located();
}

class Search {
  /** Of each step. */
  private readonly standings: readonly Standing[];

  constructor(
    private readonly run: Run,
    private readonly rights: readonly RightRun[],
    private readonly known: Known,
  ) {
    this.standings = run.steps.map((step) => known.standing(step));
  }

  located(): Located | null {
    const { run } = this;
    const first = this.firstUnknown();
    if (first !== null && isNumber(run.steps[first.at])) {
      if (isSpread(run, run.steps[first.at].site) || this.comesBack(first.whole)) return null;
      const located = this.isFromRight(first.whole) ? counterpartOf(run, first.whole, this.rights) : null;
      if (located !== null) return this.from(located);
    }
    const at = firstNoNumber(run, this.standings);
    if (at !== null) return this.from({ mine: run.steps[at].site, theirs: null, name: null });
    return this.inTheEnd();
  }

  /** The first value worked out that no right answer has, and the place of all that it goes into within its expression. */
  private firstUnknown(): { readonly at: number; readonly whole: number } | null {
    const { steps, trace } = this.run;
    for (let at = trace.call; at < steps.length; at++) {
      if (!worksOut(steps[at].site) || this.standings[at] !== 'unknown') continue;
      const whole = this.wholeOf(at);
      if (whole !== null) return { at, whole };
    }
    return null;
  }

  /** Null when the whole is right after all: other parts lead to the same. */
  private wholeOf(from: number): number | null {
    const { run, standings } = this;
    for (let at = from; ; ) {
      const above = run.placeAbove(at);
      if (above === null || isBuilt(run.steps[above].site) || isSpread(run, run.steps[above].site)) return at;
      if (standings[above] !== 'unknown') return run.tells(run.steps[above].value.numbers) ? null : at;
      at = above;
    }
  }

  /** Whether an answer comes from an unknown value to right ones: then it goes a way of its own, and is right so far. */
  private comesBack(from: number): boolean {
    const { run, standings } = this;
    const counts = new Map<Site, number>();
    for (let at = from + 1; at < run.steps.length; at++) {
      const { site, value } = run.steps[at];
      if (!worksOut(site) || standings[at] === 'doubtful') continue;
      if (!leavesOf(run, at).some((leaf) => leaf.at >= from && standings[leaf.at] === 'unknown')) continue;
      const counted = standings[at] === 'unknown' ? -1 : Number(run.tells(value.numbers));
      counts.set(site, (counts.get(site) ?? 0) + counted);
    }
    return [...counts.values()].some((count) => count > 0);
  }

  private isFromRight(at: number): boolean {
    const leaves = leavesOf(this.run, at);
    return leaves.length > 0 && leaves.every((leaf) => this.isRight(leaf.at)) && !cancelOut(leaves);
  }

  /** Whether a value and all that it is read from are right. */
  private isRight(at: number): boolean {
    const { run } = this;
    if (this.standings[at] !== 'right') return false;
    return run.steps[at].site.parts.every((id) => {
      const part = run.last(run.site(id), at);
      return part === null || this.isRight(part);
    });
  }

  /** All is right but what is returned: where that is worked out. */
  private inTheEnd(): Located | null {
    const { run } = this;
    if (run.trace.threw || this.isOnlyMisplaced()) return null;
    for (const site of run.visited) {
      if (!site.returned || !worksOut(site) || site.code.includes('\n') || !isAnswer(run, site)) continue;
      const places = placesIn(run, site);
      // Rows of zeros are the answer by chance.
      const values = places.map((at) => run.steps[at].value);
      if (values.every(({ shape, numbers }) => shape.length > 0 && numbers.every(isTrivial))) continue;
      if (!places.every((at) => this.isFromRight(at)) || !this.isRightInside(site)) continue;
      for (const at of places) {
        const located = counterpartOf(run, at, this.rights);
        if (located !== null) return this.from(located);
      }
    }
    return null;
  }

  /** Whether the answer has the right numbers, in other places: then no step comes to a wrong value. */
  private isOnlyMisplaced(): boolean {
    const numbersOf = (run: Run) => Float64Array.from(run.steps.at(-1)?.value.numbers ?? []).sort();
    const own = numbersOf(this.run);
    return own.length > 1 && this.rights.some((right) => sameAll(own, numbersOf(right.run)));
  }

  /** Whether all that functions among a call's arguments do is right. */
  private isRightInside({ callbacks, parts }: Site): boolean {
    const { run } = this;
    const inside = run.visited.filter(({ within }) => callbacks.includes(within));
    const right = inside.every((one) => placesIn(run, one).every((at) => this.isRight(at)));
    return right && parts.every((id) => this.isRightInside(run.site(id)));
  }

  /** With the names that have been given to nothing but right values until then, and to none that are right by chance. */
  private from(pair: Pick<Located, 'mine' | 'theirs' | 'name'>): Located {
    const { run, standings } = this;
    const isRight = (at: number) => standings[at] === 'right' && !this.known.isMisnamed(run.steps[at]);
    const isTelling = (at: number) => run.steps[at].value.numbers.some((number) => !isTrivial(number));
    const right = run.visited.filter((site) => {
      const places = placesIn(run, site);
      return places.every(isRight) && places.some(isTelling);
    });
    return { ...pair, right: new Set(right), certain: false };
  }
}

/** Whether there are two values that are nearly the same: of their difference, little is right. */
function cancelOut(leaves: readonly Leaf[]): boolean {
  const numbers = leaves.filter(({ step }) => step.value.kind === 'number').map(({ step }) => step.value.numbers[0]);
  return numbers.some((one) => numbers.some((other) => one !== other && same(one, other)));
}

/** Whether code that works a step out stands on other lines than the step. */
function isSpread(run: Run, { code, line, parts, callbacks }: Site): boolean {
  if (code.includes('\n')) return true;
  const named = parts.some((id) => run.at(run.site(id)).some((at) => run.steps[at].value.kind === 'function'));
  return named || callbacks.some((own) => run.trace.sites.some((site) => site.within === own && site.line !== line));
}

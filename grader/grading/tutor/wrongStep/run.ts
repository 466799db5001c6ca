import type { Site } from '../../../submission/instrument';
import type { Step, Trace } from '../trace/trace';

/** Up to here, a whole number is a count or an index. */
const SMALL = 20;

/** Whether a number is a count or an index, and the same as another by chance. */
export const isTrivial = (number: number) => Number.isInteger(number) && Math.abs(number) <= SMALL;

/** A number that is written down. */
export const isLiteral = ({ does }: Site) => /Literal|Keyword/.test(does) && !/Array|Object/.test(does);

/** A place in an answer, and the one that does the same in a right answer. */
export interface Pair {
  readonly mine: Site;
  readonly theirs: Site;
}

/** A trace, by site. */
export class Run {
  readonly steps: readonly Step[];
  /** The steps of each site: places in the trace. */
  private readonly places = new Map<Site, number[]>();

  /** @param given the numbers among the inputs */
  constructor(
    readonly trace: Trace,
    private readonly given: ReadonlySet<number>,
  ) {
    this.steps = trace.steps;
    for (const [at, { site }] of trace.steps.entries()) {
      const known = this.places.get(site);
      if (known === undefined) this.places.set(site, [at]);
      else known.push(at);
    }
  }

  /** The sites that something came of. */
  get visited(): readonly Site[] {
    return [...this.places.keys()];
  }

  /** Where in the trace the steps of a site are. */
  at(site: Site): readonly number[] {
    return this.places.get(site) ?? [];
  }

  /** The first step of a site that is not before step `from`; null when there is none. */
  next(site: Site, from: number): number | null {
    const places = this.at(site);
    return places[firstFrom(places, from)] ?? null;
  }

  /** The last step of a site before step `before`; null when there is none. */
  last(site: Site, before: number): number | null {
    const places = this.at(site);
    return places[firstFrom(places, before) - 1] ?? null;
  }

  site(id: number): Site {
    return this.trace.sites[id];
  }

  /** Whether a variable is never given anything but a number that is written down. */
  isConstant(name: string): boolean {
    const given = this.trace.sites.filter((site) => site.into.includes(name));
    return given.length > 0 && given.every(isLiteral);
  }

  /** The site above one in its expression. */
  above({ parent }: Site): Site | null {
    return parent === null ? null : this.site(parent);
  }

  /** The place of what a step is directly a part of; null when it is by itself, or nothing came of that. */
  placeAbove(at: number): number | null {
    const { site } = this.steps[at];
    const above = this.above(site);
    const place = above === null ? null : this.next(above, at);
    const again = this.next(site, at + 1);
    return place === null || (again !== null && again < place) ? null : place;
  }

  /** A site, and those above it in its expression. */
  upwards(site: Site): readonly Site[] {
    const all = [site];
    for (let next = this.above(site); next !== null; next = this.above(next)) all.push(next);
    return all;
  }

  /** The variables that are read for a site, and parts of them. */
  reads({ parts }: Site): readonly Site[] {
    return parts.flatMap((part) => {
      const site = this.site(part);
      const own = site.reads !== null && site.does !== '.length' ? [site] : [];
      return [...own, ...this.reads(site)];
    });
  }

  /** The site that was under way when the last step had come; null when that is not known. */
  get pending(): Site | null {
    const last = this.steps.at(-1)?.site;
    if (last === undefined) return null;
    const { within, returned } = last;
    const call = () => this.trace.sites.find(({ callbacks }) => callbacks.includes(within)) ?? null;
    return this.above(last) ?? (returned ? call() : null);
  }

  /** Whether there is a number that neither was given nor is a count or an index: such are the same by chance. */
  tells(numbers: Float64Array): boolean {
    return numbers.some((value) => !isTrivial(value) && !this.given.has(value));
  }
}

/** Where in an ordered list the first number stands that is at least `from`. */
function firstFrom(places: readonly number[], from: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

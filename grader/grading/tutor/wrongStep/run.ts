import type { Site } from '../../../submission/instrument';
import type { Step, Trace } from '../trace/trace';

/** Up to here, a whole number is a count or an index. */
const SMALL = 20;

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
    return this.at(site).find((at) => at >= from) ?? null;
  }

  site(id: number): Site {
    return this.trace.sites[id];
  }

  /** The site above one in its expression. */
  above({ parent }: Site): Site | null {
    return parent === null ? null : this.site(parent);
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
    return numbers.some((value) => !(Number.isInteger(value) && Math.abs(value) <= SMALL) && !this.given.has(value));
  }
}

import type { Site } from '../../../submission/instrument';
import { walk } from './lockstep';
import type { Run } from './run';

/** What a right answer goes through. */
export interface RightRun {
  /** Which answer it is. */
  readonly name: string;
  readonly run: Run;
}

/** Where an answer goes wrong, and what a right one has there. */
export interface Located {
  readonly mine: Site;
  /** Null where no right answer has anything in its place. */
  readonly theirs: Site | null;
  /** The right answer. */
  readonly name: string | null;
  /** The places at which nothing but right values came; null when all before this one are. */
  readonly right: ReadonlySet<Site> | null;
  /** Whether the two answers are so like one another that their steps are each other's for certain. */
  readonly certain: boolean;
}

/** From here on, two answers are the same but for slips. */
const CLOSE = 0.7;
/** From here on, that is certain. */
const VERY_CLOSE = 0.9;
/** More steps than these side by side say no more of two answers. */
const MANY = 10;

/** Where an answer parts from the right one that it is most like, and whether it is very like it; null when that cannot be told. */
export function locate(run: Run, rights: readonly RightRun[]): Located | null {
  const runs = rights.map((right) => right.run);
  const known = rights.map((right) => ({ ...right, likeness: likenessOf(run, right.run) }));
  const walks = known
    .filter(({ likeness }) => likeness >= CLOSE)
    .map(({ name, run: right, likeness }) => {
      const { together, skipped, parting, carried } = walk(run, right, runs);
      const shared = Math.min(Math.max(0, together - skipped), MANY) / MANY;
      return { name, parting, carried, likeness, closeness: likeness * (1 + shared) };
    });
  const [best] = walks.sort((a, b) => b.closeness - a.closeness);
  if (best === undefined || best.parting === null) return null;
  const carried = new Set(best.carried.map(({ mine }) => mine));
  const right = carried.size === 0 ? null : new Set(run.visited.filter((site) => !carried.has(site)));
  return { ...best.parting, name: best.name, right, certain: best.likeness >= VERY_CLOSE };
}

/** How much of what two answers do is the same, from 0 to 1, whatever it is done with. */
function likenessOf(run: Run, right: Run): number {
  const [mine, theirs] = [run, right].map(({ visited }) => visited.map(({ does }) => does));
  const left = [...theirs];
  const shared = mine.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }).length;
  // One that threw did not come to all that it does.
  const all = run.trace.threw ? mine.length : (mine.length + theirs.length) / 2;
  return shared / Math.max(1, all);
}

import { type Pair, walk } from './lockstep';
import type { Run } from './run';

/** What a right answer goes through. */
export interface RightRun {
  /** Which answer it is. */
  readonly name: string;
  readonly run: Run;
}

/** Where an answer parts from a right one. */
export interface Located {
  readonly pair: Pair;
  /** The right answer. */
  readonly name: string;
}

/** From here on, two answers are the same but for slips. */
const CLOSE = 0.7;
/** More steps than these side by side say no more of two answers. */
const MANY = 10;

/** Where an answer parts from the right one that it is most like; null when that cannot be told. */
export function locate(run: Run, rights: readonly RightRun[]): Located | null {
  const runs = rights.map((right) => right.run);
  const walks = rights.map(({ name, run: right }) => {
    const likeness = likenessOf(run, right);
    const { together, skipped, parting } = walk(run, right, runs, likeness >= CLOSE);
    const shared = Math.min(Math.max(0, together - skipped), MANY) / MANY;
    return { name, parting, closeness: likeness * (1 + shared) };
  });
  const [best] = walks.sort((a, b) => b.closeness - a.closeness);
  return best === undefined || best.parting === null ? null : { pair: best.parting, name: best.name };
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

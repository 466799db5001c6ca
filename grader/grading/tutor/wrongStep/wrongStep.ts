import type { Site } from '../../../submission/instrument';
import type { TracedValue } from '../trace/trace';

/** The first step of an answer that goes wrong, on the smallest inputs on which the answer does. */
export interface WrongStep {
  readonly site: Site;
  /** What came of it; null when it threw. */
  readonly got: TracedValue | null;
  /** What right answers have in its place; null where they have nothing there, and no number came. */
  readonly expected: TracedValue | null;
  /** The last thing before it that was given a name, and is right. */
  readonly rightUpTo: Site | null;
}

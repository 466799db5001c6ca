import type { Code, Sighting } from './code';
import type { Evidence } from './evidence';

/** A trap of the language that somebody fell into, and where. */
export interface Trap {
  readonly id: string;
  /** Path inside the submission. */
  readonly file: string;
  readonly line: number;
  /** What the language does, and what to write instead. */
  readonly sentence: string;
}

/**
 * One trap. It names only what the evidence agrees with: an error thrown on that line, or what the answer holds, could
 * come of it.
 */
export interface Rule {
  readonly id: string;
  find(code: Code, evidence: Evidence): readonly Sighting[];
}

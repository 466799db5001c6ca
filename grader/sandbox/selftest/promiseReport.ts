/** What came of trying a promise of docs/security.md on this machine. */
export interface PromiseReport {
  /** What is promised, in a sentence. */
  readonly promise: string;
  readonly held: boolean;
  /** What was tried and what came of it. */
  readonly detail: string;
  /** Whether this platform can keep the promise at all; where it cannot, `held` may be false. */
  readonly expected: boolean;
}

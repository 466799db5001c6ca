/** A hint that says when it is due: to an answer that goes wrong in one of these ways, and to nobody else. */
export interface DueHint {
  readonly text: string;
  /** Names of checks that fail, and of misconceptions that are found. */
  readonly due: readonly [string, ...string[]];
}

/** A hint as an author writes it. A text alone is due to everybody. */
export type HintSpec = string | DueHint;

export interface Hint {
  readonly text: string;
  /** Null when it is due to everybody. */
  readonly due: readonly string[] | null;
}

export function hintOf(spec: HintSpec): Hint {
  return typeof spec === 'string' ? { text: spec, due: null } : spec;
}

/** How an answer goes wrong, by the names that fixtures use. */
export interface GoesWrong {
  /** The checks that fail. */
  readonly checks: readonly string[];
  /** What is known of the reason. */
  readonly causes: readonly string[];
}

/**
 * Which hints are due to an answer, by their places. Where one of them is about the very reason, those that are due for
 * a check alone are passed over.
 */
export function dueHints(hints: readonly Hint[], { checks, causes }: GoesWrong): readonly number[] {
  const names = (list: readonly string[]) => (hint: Hint) => hint.due?.some((name) => list.includes(name)) ?? false;
  const isDue = names(hints.some(names(causes)) ? causes : checks);
  return hints.flatMap((hint, i) => (hint.due === null || isDue(hint) ? [i] : []));
}

import { distance } from 'fastest-levenshtein';

/** A name that differs in more than this share of its letters is another, not a slip. */
const MOST_DIFFERENT = 0.5;

/**
 * The name that `typed` is a slip of; null when it is like none.
 *
 * @param mostDifferent the share of its letters that may differ
 */
export function closest(typed: string, names: readonly string[], mostDifferent = MOST_DIFFERENT): string | null {
  const near = names
    .map((name) => ({ name, letters: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, letters }) => letters <= mostDifferent * Math.max(name.length, typed.length))
    .sort((a, b) => a.letters - b.letters);
  return near[0]?.name ?? null;
}

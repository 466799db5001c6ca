import { formatList } from '../text/lists';

/** At most this many names are listed; the rest are counted. */
const MAX_LISTED = 20;

/** `ada, bob and 3 more`: at most `count` of them by name. */
export function listedUpTo(count: number, names: readonly string[]): string {
  const rest = names.length - count;
  return formatList(rest <= 1 ? names : [...names.slice(0, count), `${rest} more`]);
}

/** "1 submission", "2 submissions". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * `title: ada; bob.`: names in a sentence; none when there are none.
 *
 * @param elsewhere where all of them can be seen
 */
export function listed(title: string, names: readonly string[], elsewhere = ''): readonly string[] {
  if (names.length === 0) return [];
  const rest = names.length > MAX_LISTED ? ` and ${names.length - MAX_LISTED} more${elsewhere}` : '';
  return [`${title}: ${names.slice(0, MAX_LISTED).join('; ')}${rest}.`];
}

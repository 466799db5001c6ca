import { formatList } from '../text/lists';

/** The names of a list take at most about so many characters, four lines of a terminal; the rest are counted. */
const MAX_LENGTH = 320;
/** The first of a long group are enough to find it by. */
const MAX_OF_GROUP = 3;

/** `ada, bob and 3 more`: at most `count` of them by name. */
export function listedUpTo(count: number, names: readonly string[]): string {
  const rest = names.length - count;
  return formatList(rest <= 1 ? names : [...names.slice(0, count), `${rest} more`]);
}

/** "1 submission", "2 submissions". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `ada and bob`; of a large group `400 students: ada, bob, cyd and 397 more`. */
export function groupWords(names: readonly string[]): string {
  return names.length <= MAX_OF_GROUP + 1
    ? formatList(names)
    : `${names.length} students: ${listedUpTo(MAX_OF_GROUP, names)}`;
}

/**
 * `title: ada; bob.`: names in a sentence; none when there are none.
 *
 * @param elsewhere where all of them can be seen
 * @param room how many characters the names may take
 */
export function listed(
  title: string,
  names: readonly string[],
  elsewhere = '',
  room: number = MAX_LENGTH,
): readonly string[] {
  if (names.length === 0) return [];
  let length = 0;
  const over = names.findIndex((name) => {
    length += name.length + '; '.length;
    return length > room;
  });
  const shown = over === -1 ? names.length : Math.max(1, over);
  const rest = shown < names.length ? ` and ${names.length - shown} more${elsewhere}` : '';
  return [`${title}: ${names.slice(0, shown).join('; ')}${rest}.`];
}

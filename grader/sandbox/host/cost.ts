import type { Packed } from '../protocol/messages';

/** What a row, a name or a value costs before anything is in it: a list in V8 is some 60 bytes. */
const EACH = 8;

/**
 * What it costs the host to keep a value that a guest describes, in numbers of 8 bytes: its numbers, and whatever may
 * come without any, such as rows without columns.
 */
export function costOf(packed: Packed): number {
  switch (packed.kind) {
    case 'number':
      return EACH;
    case 'vector':
      return EACH + packed.length;
    case 'matrix':
      return EACH + packed.rows * (EACH + packed.columns);
    case 'list':
      return EACH + sum(packed.items, costOf);
    case 'record':
      return EACH + sum(packed.names, (name) => EACH + name.length) + sum(packed.items, costOf);
    case 'other':
      return 'text' in packed ? EACH + packed.text.length : EACH;
  }
}

function sum<T>(items: readonly T[], cost: (item: T) => number): number {
  return Array.from(items, cost).reduce((total, one) => total + one, 0);
}

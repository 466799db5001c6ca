import { givenOf } from '../../authoring/given';
import type { Input } from '../../authoring/values';
import type { Other, Packed, PackedInput } from '../protocol/messages';

/**
 * Packing for the host's side: inputs on their way to the guest, and what came back on its way to be judged.
 * The guest describes a learner's values with `describe.ts`, which trusts nothing; this file meets only data.
 */

/** What came back from the guest, as plain data for the host to judge. */
export type Answer =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'vector'; readonly value: number[] }
  | { readonly kind: 'matrix'; readonly value: number[][] }
  | { readonly kind: 'list'; readonly items: readonly Answer[] }
  | {
      readonly kind: 'record';
      readonly entries: Readonly<Record<string, Answer>>;
    }
  | Other;

/** Numbers that a value holds. */
export function countNumbers(value: Input): number {
  if (typeof value === 'number') return 1;
  if (typeof value === 'function') return 0;
  if (Array.isArray(value))
    return value.reduce(
      (sum: number, item: number | readonly number[]) => sum + (typeof item === 'number' ? 1 : item.length),
      0,
    );
  return Object.values(value).reduce((sum: number, item: Input) => sum + countNumbers(item), 0);
}

/** What `pack` made of a call's inputs before: the submissions of a class are called with the same ones. */
const packedBefore = new WeakMap<readonly Input[], { packed: PackedInput[]; body: Float64Array }>();

/** Packs `values`, which must not change afterwards, into one body. */
export function pack(values: readonly Input[]): { packed: PackedInput[]; body: Float64Array } {
  const before = packedBefore.get(values);
  if (before !== undefined) return before;
  const now = packAll(values);
  packedBefore.set(values, now);
  return now;
}

/** Vectors and matrices are told apart by their first item. */
function packAll(values: readonly Input[]): {
  packed: PackedInput[];
  body: Float64Array;
} {
  const body = new Float64Array(values.reduce<number>((sum, value) => sum + countNumbers(value), 0));
  let end = 0;
  /** A function stands alone: records and arrays hold numbers only. */
  function packInput(value: Input): PackedInput {
    if (typeof value !== 'function') return packOne(value);
    const { name, of } = givenOf(value);
    return { kind: 'function', name, of };
  }
  function packOne(value: Input): Packed {
    const at = end;
    if (typeof value === 'number') {
      body[end++] = value;
      return { kind: 'number', at };
    }
    if (!Array.isArray(value)) {
      const names = Object.keys(value);
      return {
        kind: 'record',
        names,
        items: Object.values(value).map(packOne),
      };
    }
    const packRow = (row: readonly number[]) => {
      body.set(row, end);
      end += row.length;
    };
    if (!Array.isArray(value[0])) {
      packRow(value);
      return { kind: 'vector', length: value.length, at };
    }
    value.forEach(packRow);
    return { kind: 'matrix', rows: value.length, columns: value[0].length, at };
  }
  return { packed: values.map(packInput), body };
}

/**
 * The value that `packed` describes.
 *
 * @throws RangeError when it points outside `body`: the message is not one that our guest sends
 */
export function unpack(packed: Packed, body: Float64Array): Answer {
  function slice(at: number, length: number): Float64Array {
    if (at + length > body.length) throw new RangeError('a value points outside its message');
    return body.subarray(at, at + length);
  }
  switch (packed.kind) {
    case 'number':
      return { kind: 'number', value: slice(packed.at, 1)[0] };
    case 'vector':
      return {
        kind: 'vector',
        value: Array.from(slice(packed.at, packed.length)),
      };
    case 'matrix': {
      const { rows, columns, at } = packed;
      const entries = slice(at, rows * columns);
      const value = Array.from({ length: rows }, (_, i) =>
        Array.from(entries.subarray(i * columns, (i + 1) * columns)),
      );
      return { kind: 'matrix', value };
    }
    case 'list':
      return {
        kind: 'list',
        items: Array.from(packed.items, (item) => unpack(item, body)),
      };
    case 'record':
      return {
        kind: 'record',
        entries: Object.fromEntries(Array.from(packed.names, (name, i) => [name, unpack(packed.items[i], body)])),
      };
    case 'other':
      return packed;
  }
}

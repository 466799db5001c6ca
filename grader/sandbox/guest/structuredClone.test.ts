import { describe, expect, test } from 'vitest';
import { clone } from './structuredClone';

const round: { self?: unknown } = {};
round.self = round;
const row = [1, 2];
class Layer {
  weights = [[1]];
}

const DATA: readonly (readonly [string, unknown])[] = [
  ['a number', 1.5],
  ['nothing', undefined],
  [
    'a matrix',
    [
      [1, Number.NaN],
      [-0, 1n, 'a', null, true],
    ],
  ],
  // biome-ignore lint/suspicious/noSparseArray: that it stays one is what is tried
  ['an array with a gap', [1, , undefined]],
  ['a row that is met twice', [row, row]],
  ['an object within itself', round],
  ['an object with a property of a tricky name', JSON.parse('{"__proto__": {"a": 1}, "toString": 2}')],
  ['an instance of a class', new Layer()],
  ['a typed array', Float64Array.of(1, 2, 3)],
  ['a part of a buffer', Float64Array.of(1, 2, 3).subarray(1)],
  ['a view of a buffer', new DataView(Float64Array.of(1, 2).buffer, 8, 4)],
  ['a buffer', Uint8Array.of(1, 2).buffer],
  [
    'a Map',
    new Map<unknown, unknown>([
      ['a', [1]],
      [row, row],
    ]),
  ],
  ['a Set', new Set([1, row])],
  ['a date', new Date(1e12)],
  ['an expression', /a/giu],
  ['an error with a cause', new RangeError('too large', { cause: [1] })],
];

describe('a copy for learners is what structuredClone makes', () => {
  test.for(DATA)('of %s', ([, value]) => {
    const copy = clone.structuredClone(value);
    expect(copy).toStrictEqual(structuredClone(value));
    if (typeof value === 'object') expect(copy).not.toBe(value);
  });
});

test('what is one object is one object in the copy, and holds itself where it did', () => {
  const [first, second] = clone.structuredClone([row, row]) as unknown[];
  expect(first).toBe(second);
  const copy = clone.structuredClone(round) as typeof round;
  expect(copy.self).toBe(copy);
});

test.for<[string, unknown]>([
  ['a function', { a: [() => 1] }],
  ['a symbol', Symbol('a')],
  ['a Proxy', new Proxy([], {})],
  ['an object of this kind', Promise.resolve()],
])('what is no data throws an Error of the language: %s', ([what, value]) => {
  let thrown: unknown;
  try {
    clone.structuredClone(value);
  } catch (error) {
    thrown = error;
  }
  expect(Object.getPrototypeOf(thrown)).toBe(Error.prototype);
  expect((thrown as Error).message).toBe(`structuredClone cannot copy ${what}`);
});

import { expect, describe as group, test } from 'vitest';
import { sanitize, sanitizeLine } from '../../text/sanitize';
import { costOf } from '../host/cost';
import { pack, unpack } from '../host/pack';
import { describe, finished, newBody } from './describe';
import { frameParts, PREFIX_BYTES, readBody, readPrefix } from './frame';
import { MAX_NUMBERS, MAX_TEXT } from './limits';
import type { Packed } from './messages';
import { parseReply } from './replies';

/** What the host sees of `value` when a guest returns it. */
function sent(value: unknown) {
  const body = newBody();
  const packed = describe(value, body);
  return unpack(packed, finished(body));
}

const described = (value: unknown) => describe(value, newBody());

group('values keep what they are on the way from the guest', () => {
  test.each([
    ['a number', 2.5, { kind: 'number', value: 2.5 }],
    ['NaN', Number.NaN, { kind: 'number', value: Number.NaN }],
    ['minus zero', -0, { kind: 'number', value: -0 }],
    ['a vector', [1, 2], { kind: 'vector', value: [1, 2] }],
    [
      'a matrix',
      [
        [1, 2],
        [3, 4],
      ],
      {
        kind: 'matrix',
        value: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'a pair',
      [[[1]], [[2]]],
      {
        kind: 'list',
        items: [
          { kind: 'matrix', value: [[1]] },
          { kind: 'matrix', value: [[2]] },
        ],
      },
    ],
    ['a record', { W: [[1]] }, { kind: 'record', entries: { W: { kind: 'matrix', value: [[1]] } } }],
    ['an object of a class', new Date(0), { kind: 'other', what: 'object' }],
  ])('%s', (_, value, expected) => {
    expect(sent(value)).toEqual(expected);
  });

  test('a matrix larger than the first buffer', () => {
    const large = Array.from({ length: 70 }, (_, i) => Array.from({ length: 50 }, (__, j) => i * 50 + j));
    expect(sent(large)).toEqual({ kind: 'matrix', value: large });
  });
});

group('values that lie are described without harm', () => {
  test.each([
    ['an array of length 2^32 - 1', new Array(2 ** 32 - 1), 'too-large'],
    ['a Proxy that claims to be long', new Proxy([], { get: (_, key) => (key === 'length' ? 1e9 : 1) }), 'too-large'],
    [
      'rows that claim to be long',
      [new Proxy([], { get: (_, key) => (key === 'length' ? MAX_NUMBERS + 1 : 1) })],
      'too-large',
    ],
    ['an object with 100 keys', Object.fromEntries(Array.from({ length: 100 }, (_, i) => [i, 0])), 'too-large'],
    ['a sparse row', [[1, 2], new Array(2)], 'entry'],
    // biome-ignore lint/suspicious/noThenProperty: a thenable is what this row is about
    ['a thenable', { then() {} }, 'promise'],
  ])('%s', (_, value, what) => {
    expect(sent(value)).toMatchObject({ kind: 'other', what });
  });

  test('a cyclic array ends', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(sent(cycle)).toMatchObject({ kind: 'list' });
  });
});

test('inputs survive packing, entry by entry', () => {
  const inputs = [
    [
      [1, -0],
      [Number.NaN, 4],
    ],
    7,
    [1, 2, 3],
    { W: [[5]] },
  ];
  const { packed, body } = pack(inputs);
  expect(packed.map((one) => unpack(one as Packed, body))).toEqual([
    { kind: 'matrix', value: inputs[0] },
    { kind: 'number', value: 7 },
    { kind: 'vector', value: [1, 2, 3] },
    { kind: 'record', entries: { W: { kind: 'matrix', value: [[5]] } } },
  ]);
});

test('what a value costs to keep is counted in rows, names and text as well as in numbers', () => {
  const numbers = costOf(described([[1, 2, 3]]));
  expect(costOf(described(new Array(1000).fill([])))).toBeGreaterThan(1000);
  expect(costOf(described(new Array(1000).fill([1, 2, 3])))).toBeGreaterThan(999 * 3 + numbers);
  expect(costOf(described({ ['x'.repeat(1000)]: 1 }))).toBeGreaterThan(1000);
  expect(costOf(described(['x'.repeat(1000), 'y'.repeat(1000)]))).toBeGreaterThan(2000);
});

test('a value that points outside its message is refused', () => {
  expect(() => unpack({ kind: 'matrix', rows: 2, columns: 2, at: 1 }, new Float64Array(4))).toThrow(RangeError);
});

test.each([
  ['in one piece when it is short', 2, 1],
  ['in two when its body is long', 100_000, 2],
])('a frame says how long its parts are, %s', (_, count, pieces) => {
  const numbers = Float64Array.from({ length: count }, (_, i) => i + 0.5);
  const parts = frameParts(new TextEncoder().encode('{"a":1}'), numbers);
  expect(parts).toHaveLength(pieces);
  const frame = Buffer.concat(parts);
  expect(readPrefix(frame)).toEqual({ headBytes: 7, bodyNumbers: count });
  expect(frame.toString('utf8', PREFIX_BYTES, PREFIX_BYTES + 7)).toBe('{"a":1}');
  expect(readBody(frame.subarray(PREFIX_BYTES + 7))).toEqual(numbers);
});

group('replies that our guest would not send are refused', () => {
  test.each([
    ['not JSON', '{'],
    ['an unknown type', '{"type":"passed"}'],
    ['an extra key', '{"type":"prepared","score":100}'],
    ['a missing key', '{"type":"returned","value":{"kind":"number","at":0}}'],
    [
      'a negative index',
      '{"type":"returned","value":{"kind":"number","at":-1},"inputs":null,"printed":{"lines":[],"more":false}}',
    ],
    [
      'an unknown kind',
      '{"type":"returned","value":{"kind":"verdict"},"inputs":null,"printed":{"lines":[],"more":false}}',
    ],
    [
      'a text that is longer than ours are cut',
      `{"type":"threw","thrown":{"message":"${'x'.repeat(MAX_TEXT + 2)}","isError":true,"stack":""},"printed":{"lines":[],"more":false}}`,
    ],
    [
      'a value nested too deeply to check',
      `{"type":"returned","value":${'{"kind":"list","items":['.repeat(20000)}${']}'.repeat(20000)},"inputs":null,"printed":{"lines":[],"more":false}}`,
    ],
  ])('%s', (_, head) => {
    expect(parseReply(head)).toBeNull();
  });

  test('while ours are taken', () => {
    const reply = {
      type: 'returned',
      value: { kind: 'number', at: 0 },
      inputs: null,
      printed: { lines: ['a', null], more: true },
      recorded: null,
    };
    expect(parseReply(JSON.stringify(reply))).toEqual(reply);
  });
});

test('control characters become pictures of themselves', () => {
  expect(sanitize('\u001b[31mred\u001b[0m\u0007\r\n\ttab\u202e')).toBe('␛[31mred␛[0m␇\n\ttab\ufffd');
});

group('what a CI service would take for a command is text', () => {
  test.each([
    ['::notice::x', ': :notice::x'],
    ['text\n  ::error::x', 'text\n  : :error::x'],
    ['words ::set-output::x', 'words : :set-output::x'],
    [':::error::x', ': : :error::x'],
    ['text ##[error]x', 'text ## [error]x'],
    ['std::vector and a ## heading', 'std::vector and a ## heading'],
  ])('%j', (text, shown) => {
    expect(sanitize(text)).toBe(shown);
  });
});

test('a file’s name stays on one line', () => {
  expect(sanitizeLine('a\n::error::b\t\u001b[2J')).toBe('a␊: :error::b␉␛[2J');
});

import { bareList, bufferOf, uncurry } from './bare';
import { MAX_ITEMS, MAX_NUMBERS, MAX_ROWS, MAX_TEXT } from './limits';
import type { ItemKind, Other, Packed } from './messages';

/**
 * Runs in the guest: turns whatever a learner's function returned into data.
 *
 * The value may be anything (a Proxy, an array that lies about its length, an object full of getters), and
 * the learner's code may have replaced any built-in. So this file takes the built-ins it needs before the
 * learner's code runs, uses no method or iterator of a prototype afterwards, reads each property once, and
 * stops at the limits. Code of the learner's that runs here still runs inside the guest and its time limit.
 */

const { isArray } = Array;
const { isView } = ArrayBuffer;
const { getPrototypeOf, keys, prototype: objectPrototype } = Object;
const toText = String;
const Numbers = Float64Array;
const PromiseClass = Promise;
const { isSafeInteger } = Number;
const cutText = uncurry(String.prototype.slice);
const copyNumbers = uncurry(Float64Array.prototype.set as (from: ArrayLike<number>) => void);

/** The numbers of one message, growing as values are described. */
export interface Body {
  numbers: Float64Array;
  /** Numbers that fit; not read from `numbers`, whose prototype the learner's code shares. */
  capacity: number;
  length: number;
}

/** Room for most answers. The host makes hundreds of them while it tries mistakes, and a kilobyte for each costs it. */
const FIRST_CAPACITY = 64;

export function newBody(): Body {
  return { numbers: new Numbers(FIRST_CAPACITY), capacity: FIRST_CAPACITY, length: 0 };
}

/** The numbers that `body` holds. */
export function finished(body: Body): Float64Array {
  return new Numbers(bufferOf(body.numbers), 0, body.length);
}

/** At most `MAX_TEXT` characters of `text`. */
export function cut(text: string): string {
  return text.length > MAX_TEXT ? `${cutText(text, 0, MAX_TEXT)}…` : text;
}

/** Thrown by `push`, and caught by `describe`. */
const FULL = {};

/** Adds a number to `body`; throws when that is full. */
export function push(body: Body, value: number): void {
  if (body.length === MAX_NUMBERS) throw FULL;
  if (body.length === body.capacity) {
    const larger = new Numbers(body.capacity * 2);
    copyNumbers(larger, body.numbers);
    body.numbers = larger;
    body.capacity *= 2;
  }
  body.numbers[body.length++] = value;
}

/** Each form of `Other`, without its `kind`. */
type Details<T> = T extends Other ? Omit<T, 'kind'> : never;

function other(details: Details<Other>): Other {
  return { __proto__: null, kind: 'other', ...details } as unknown as Other;
}

function bareNumbers(first: number, second?: number): readonly number[] {
  const numbers = bareList<number>();
  numbers[0] = first;
  if (second !== undefined) numbers[1] = second;
  return numbers;
}

/** The length that an array claims to have, read once; a Proxy may claim anything. */
function lengthOf(array: { readonly length: unknown }): number {
  const { length } = array;
  return isSafeInteger(length) && (length as number) >= 0 ? (length as number) : 0;
}

function itemKind(value: unknown): ItemKind {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value as ItemKind;
  if (isArray(value)) return 'array';
  if (isView(value)) return 'typed-array';
  return mathjsKind(value) === 'mathjs-matrix' ? 'mathjs-matrix' : 'object';
}

function mathjsKind(value: object): 'mathjs-matrix' | 'mathjs-number' | null {
  const marks = value as {
    isMatrix?: unknown;
    isBigNumber?: unknown;
    isComplex?: unknown;
    isFraction?: unknown;
  };
  if (marks.isMatrix === true) return 'mathjs-matrix';
  if (marks.isBigNumber === true || marks.isComplex === true || marks.isFraction === true) return 'mathjs-number';
  return null;
}

/** Describes `value`, adding its numbers to `body`. */
export function describe(value: unknown, body: Body): Packed {
  const before = body.length;
  try {
    return describeAt(value, body, 0);
  } catch (error) {
    if (error !== FULL) throw error;
    body.length = before;
    return other({ what: 'too-large', is: 'answers', sizes: bareNumbers(MAX_NUMBERS) });
  }
}

/** @param depth how many lists deep `value` lies; answers of the series need one (`[A1, A2]`) */
function describeAt(value: unknown, body: Body, depth: number): Packed {
  switch (typeof value) {
    case 'number': {
      const at = body.length;
      push(body, value);
      return { __proto__: null, kind: 'number', at } as Packed;
    }
    case 'string':
    case 'boolean':
    case 'bigint':
      return other({ what: typeof value as 'string', text: cut(toText(value)) });
    case 'object':
      if (value === null) return other({ what: 'null' });
      return isArray(value) ? describeArray(value, body, depth) : describeObject(value, body, depth);
    default:
      return other({ what: typeof value as 'undefined' | 'symbol' | 'function' });
  }
}

function describeObject(value: object, body: Body, depth: number): Packed {
  if (isView(value)) return other({ what: 'typed-array' });
  if (value instanceof PromiseClass || typeof (value as { then?: unknown }).then === 'function')
    return other({ what: 'promise' });
  const ofMathjs = mathjsKind(value);
  if (ofMathjs !== null) return other({ what: ofMathjs });
  const prototype: unknown = getPrototypeOf(value);
  if (depth > 0 || (prototype !== objectPrototype && prototype !== null)) return other({ what: 'object' });
  return describeRecord(value as Record<string, unknown>, body, depth);
}

function describeRecord(value: Record<string, unknown>, body: Body, depth: number): Packed {
  const names = keys(value);
  if (names.length > MAX_ITEMS) return other({ what: 'too-large', is: 'object', sizes: bareNumbers(names.length) });
  const bareNames = bareList<string>();
  const items = bareList<Packed>();
  for (let i = 0; i < names.length; i++) {
    bareNames[i] = cut(names[i]);
    items[i] = describeAt(value[names[i]], body, depth + 1);
  }
  return { __proto__: null, kind: 'record', names: bareNames, items } as Packed;
}

function describeArray(value: readonly unknown[], body: Body, depth: number): Packed {
  const length = lengthOf(value);
  if (length > MAX_NUMBERS) return other({ what: 'too-large', is: 'array', sizes: bareNumbers(length) });
  const first = length === 0 ? 0 : value[0];
  if (typeof first === 'number') return describeVector(value, length, body);
  if (isView(first)) return other({ what: 'typed-rows' });
  if (isArray(first) && !isArray(first[0]) && !(first[0] !== null && isView(first[0]))) {
    const matrix = describeMatrix(value, length, lengthOf(first), body);
    if (matrix !== null) return matrix;
  }
  if (depth > 0) return other({ what: 'mixed', at: bareNumbers(0), is: itemKind(first) });
  return describeList(value, length, body, depth);
}

function describeVector(value: readonly unknown[], length: number, body: Body): Packed {
  const at = body.length;
  for (let i = 0; i < length; i++) {
    const entry = value[i];
    if (typeof entry !== 'number') {
      body.length = at;
      const what = i === 0 || !isArray(entry) ? 'entry' : 'mixed';
      return other({ what, at: bareNumbers(i), is: itemKind(entry) });
    }
    push(body, entry);
  }
  return { __proto__: null, kind: 'vector', length, at } as Packed;
}

/** Rows of numbers; null when a later item shows that this is a list of several answers instead. */
function describeMatrix(value: readonly unknown[], rows: number, columns: number, body: Body): Packed | null {
  if (rows > MAX_ROWS || rows * columns > MAX_NUMBERS)
    return other({ what: 'too-large', is: 'matrix', sizes: bareNumbers(rows, columns) });
  const at = body.length;
  for (let i = 0; i < rows; i++) {
    const row = value[i];
    if (!isArray(row)) {
      body.length = at;
      return i > 0 && rows <= 4 && typeof row !== 'undefined'
        ? null
        : other({ what: 'mixed', at: bareNumbers(i), is: itemKind(row) });
    }
    const length = lengthOf(row);
    if (length !== columns) {
      body.length = at;
      return other({ what: 'ragged', columns, row: i, length });
    }
    for (let j = 0; j < columns; j++) {
      const entry: unknown = row[j];
      if (typeof entry !== 'number') {
        body.length = at;
        return other({ what: 'entry', at: bareNumbers(i, j), is: itemKind(entry) });
      }
      push(body, entry);
    }
  }
  return { __proto__: null, kind: 'matrix', rows, columns, at } as Packed;
}

function describeList(value: readonly unknown[], length: number, body: Body, depth: number): Packed {
  if (length > MAX_ITEMS) return other({ what: 'too-many', length, first: itemKind(value[0]) });
  const items = bareList<Packed>();
  for (let i = 0; i < length; i++) items[i] = describeAt(value[i], body, depth + 1);
  return { __proto__: null, kind: 'list', items } as Packed;
}

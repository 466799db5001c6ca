import { MAX_TRACE_EVENTS, MAX_TRACE_NUMBERS, MAX_TRACED_VALUE } from './limits';

/**
 * Keeps the values that a program compiled by `submission/instrument.ts` goes through. In the guest it stands beside the
 * learner's code: like `describe.ts` it takes its built-ins beforehand, reads what may be anything, and stops at limits.
 * Host and guest load it, so that our answers are recorded as the learner's are.
 */

const { isArray } = Array;
const { isView } = ArrayBuffer;
const { keys } = Object;
const Numbers = Float64Array;

/**
 * How a value is kept: its kind's number, what is said here of its shape, then its numbers.
 * A number, a boolean (0 or 1): nothing; a vector, an array or object of other things (`nested`): how many; a matrix:
 * rows and columns. Of the others nothing is kept but their kind; `large` is what has more numbers than are kept.
 */
export const TRACED_KINDS = [
  'number',
  'boolean',
  'vector',
  'matrix',
  'nested',
  'undefined',
  'null',
  'string',
  'function',
  'other',
  'large',
] as const;
export type TracedKind = (typeof TRACED_KINDS)[number];

const KIND = { number: 0, boolean: 1, vector: 2, matrix: 3, nested: 4, undefined: 5, null: 6, string: 7, function: 8 };
const [OTHER, LARGE] = [9, 10];
const MAX_DEPTH = 4;
/** Stands in a trace where the call begins. */
export const CALL = -1;

export interface Recorder {
  /** Keeps what came at a site, and hands it on. */
  readonly record: <T>(site: number, value: T) => T;
  /** Ends what comes before all calls, such as a file's constants: every trace begins with it. */
  loaded(): void;
  /** Begins a call: forgets what was recorded of the one before. */
  begin(): void;
  /** Hands over what was recorded, number by number: `[site, kind, ...shape, ...numbers]` of each value. */
  take(push: (value: number) => void): void;
  /** Whether more came than was kept. */
  readonly more: boolean;
}

export function newRecorder(): Recorder {
  let kept = new Numbers(0);
  let length = 0;
  let events = 0;
  let more = false;
  let before = { length, events };
  // A value's own numbers, and how many; negative when there are too many.
  const scratch = new Numbers(MAX_TRACED_VALUE);
  let count = 0;
  // Reading a value may run code of the learner's, which comes here again.
  let busy = false;

  function push(value: number): void {
    if (count < 0) return;
    if (count === MAX_TRACED_VALUE) count = -1;
    else scratch[count++] = value;
  }

  /** Numbers of an array, at most those that fit; whether each was one. */
  function pushAll(values: ArrayLike<unknown>, size: number): boolean {
    let plain = true;
    for (let i = 0; i < size && count >= 0; i++) {
      const value = values[i];
      if (typeof value === 'number') push(value);
      else {
        plain = false;
        push(Number.NaN);
      }
    }
    return plain;
  }

  /** All numbers of a value of any other form. */
  function flatten(value: unknown, depth: number): void {
    if (typeof value === 'number') push(value);
    else if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) push(Number.NaN);
    else if (isList(value)) {
      const size = sizeOf(value);
      for (let i = 0; i < size && count >= 0; i++) flatten(value[i], depth + 1);
    } else {
      const inner = matrixData(value);
      if (inner !== null) flatten(inner, depth);
      else {
        const names = keys(value);
        for (let i = 0; i < names.length && count >= 0; i++)
          flatten((value as Record<string, unknown>)[names[i]], depth + 1);
      }
    }
  }

  /** Puts a value's numbers into the scratch, and returns its kind and shape. */
  function copied(value: unknown): readonly number[] {
    if (typeof value === 'number') {
      push(value);
      return [KIND.number];
    }
    if (typeof value === 'boolean') {
      push(value ? 1 : 0);
      return [KIND.boolean];
    }
    if (value === null) return [KIND.null];
    if (typeof value !== 'object') {
      const kind = KIND[typeof value as keyof typeof KIND] as number | undefined;
      return [kind ?? OTHER];
    }
    const plain = matrixData(value) ?? value;
    if (isList(plain)) {
      const shape = listShape(plain);
      if (count < 0) return [LARGE];
      if (shape !== null) return shape;
    }
    count = 0;
    flatten(plain, 0);
    return count < 0 ? [LARGE] : [KIND.nested, count];
  }

  function listShape(list: ArrayLike<unknown>): readonly number[] | null {
    const size = sizeOf(list);
    const first = size === 0 ? 0 : list[0];
    if (!isList(first)) return pushAll(list, size) ? [KIND.vector, size] : null;
    const columns = sizeOf(first);
    for (let i = 0; i < size && count >= 0; i++) {
      const row = list[i];
      if (!isList(row) || sizeOf(row) !== columns || !pushAll(row, columns)) return null;
    }
    return [KIND.matrix, size, columns];
  }

  function keep(site: number, shape: readonly number[]): void {
    if (events === MAX_TRACE_EVENTS || length + 4 + MAX_TRACED_VALUE > MAX_TRACE_NUMBERS) {
      more = true;
      return;
    }
    if (kept.length === 0) kept = new Numbers(MAX_TRACE_NUMBERS);
    events += 1;
    kept[length++] = site;
    for (let i = 0; i < shape.length; i++) kept[length++] = shape[i];
    for (let i = 0; i < count; i++) kept[length++] = scratch[i];
  }

  return {
    record(site, value) {
      if (busy || more) return value;
      busy = true;
      try {
        count = 0;
        const shape = copied(value);
        if (count < 0) count = 0;
        keep(site, shape);
      } catch {
        // A getter or a trap has thrown, or the stack is full: nothing is known of this value.
      }
      busy = false;
      return value;
    },
    loaded() {
      before = { length, events };
    },
    begin() {
      if (kept.length === 0) kept = new Numbers(MAX_TRACE_NUMBERS);
      length = before.length;
      kept[length++] = CALL;
      events = before.events;
      more = false;
      busy = false;
    },
    take(push) {
      for (let i = 0; i < length; i++) push(kept[i]);
    },
    get more() {
      return more;
    },
  };
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return isArray(value) || isView(value);
}

function sizeOf(list: ArrayLike<unknown>): number {
  const { length } = list;
  return typeof length === 'number' && length >= 0 ? length : 0;
}

/** What a matrix of mathjs holds; null for anything else. */
function matrixData(value: object): object | null {
  const marks = value as { isMatrix?: unknown; _data?: unknown };
  return !isArray(value) && marks.isMatrix === true && isArray(marks._data) ? marks._data : null;
}

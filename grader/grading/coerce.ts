import { shapeOf } from '../../reference/matrix';
import type { Finding, Shape } from '../authoring/findings';
import type { Names, Value } from '../authoring/values';
import { type Answer, unpack } from '../sandbox/host/pack';
import { describe, finished, newBody } from '../sandbox/protocol/describe';
import type { Other } from '../sandbox/protocol/messages';

/** What the items of a list are, in a word. */
function itemsOf(items: readonly Answer[]): 'arrays' | 'objects' | 'items' {
  if (items.every(isArray)) return 'arrays';
  const isObject = (item: Answer) => item.kind === 'record' || (item.kind === 'other' && item.what === 'object');
  return items.every(isObject) ? 'objects' : 'items';
}

/** Whether an item of a list is an array, whatever it holds. */
function isArray(item: Answer): boolean {
  if (item.kind !== 'other') return item.kind !== 'number' && item.kind !== 'record';
  return ['typed-array', 'typed-rows', 'ragged', 'entry', 'mixed', 'too-many', 'too-large'].includes(item.what);
}

/** What a part of an answer should have been. */
export type Expected = 'number' | 'vector' | 'matrix' | 'record' | { readonly list: number };

/** What it was instead. */
export type Got =
  | { readonly kind: 'number' | 'record' }
  | { readonly kind: 'vector'; readonly length: number }
  | { readonly kind: 'matrix'; readonly shape: Shape }
  | { readonly kind: 'list'; readonly length: number; readonly of: 'arrays' | 'objects' | 'items' }
  | Other;

/** Finding: an answer, or a part of it, is of another kind than the reference's. */
export interface WrongKind {
  readonly kind: 'wrong-kind';
  readonly name: string;
  readonly expected: Expected;
  readonly got: Got;
}

function kindOf(value: Value): Expected {
  if (typeof value === 'number') return 'number';
  if (!Array.isArray(value)) return 'record';
  return Array.isArray(value[0]) ? 'matrix' : 'vector';
}

function gotOf(answer: Answer): Got {
  switch (answer.kind) {
    case 'vector':
      return { kind: 'vector', length: answer.value.length };
    case 'matrix':
      return { kind: 'matrix', shape: shapeOf(answer.value) };
    case 'list':
      return { kind: 'list', length: answer.items.length, of: itemsOf(answer.items) };
    case 'other':
      return answer;
    default:
      return { kind: answer.kind };
  }
}

/** A value of the reference's kind, or what is wrong with the answer's. */
export type Coerced = { readonly value: Value } | { readonly finding: Finding | WrongKind };

/**
 * The answer as a value of the same kind as the reference's, or what is wrong with its kind. Shapes may still differ.
 *
 * @param want the reference's value on the same inputs
 */
export function coerce(answer: Answer, want: Value, names: Names): Coerced {
  if (typeof names !== 'string') return coerceList(answer, want as readonly Value[], names);
  const expected = kindOf(want);
  if (answer.kind === 'record' && expected === 'record')
    return coerceRecord(answer.entries, want as Record<string, Value>, names);
  // An empty array is an empty matrix as much as an empty vector.
  if (answer.kind === 'vector' && answer.value.length === 0 && expected === 'matrix') return { value: [] };
  if (answer.kind === expected && 'value' in answer) return { value: answer.value };
  const got = (expected === 'matrix' ? missingRow(answer) : null) ?? gotOf(answer);
  return { finding: { kind: 'wrong-kind', name: names, expected, got } };
}

/** The first row that is undefined; null when there is none. */
function missingRow(answer: Answer): Got | null {
  if (answer.kind === 'other' && answer.what === 'too-many' && answer.first === 'undefined')
    return { kind: 'other', what: 'mixed', at: [0], is: 'undefined' };
  if (answer.kind !== 'list') return null;
  const row = answer.items.findIndex((item) => item.kind === 'other' && item.what === 'undefined');
  return row === -1 ? null : { kind: 'other', what: 'mixed', at: [row], is: 'undefined' };
}

function coerceList(answer: Answer, want: readonly Value[], names: readonly string[]): Coerced {
  const items = listItems(answer, want);
  if (items === null || items.length !== names.length) {
    const name = `[${names.join(', ')}]`;
    return { finding: { kind: 'wrong-kind', name, expected: { list: names.length }, got: gotOf(answer) } };
  }
  const values: Value[] = [];
  for (const [i, item] of items.entries()) {
    const part = coerce(item, want[i], names[i]);
    if ('finding' in part) return part;
    values.push(part.value);
  }
  return { value: values };
}

/** The parts of an answer that should be a list: numbers arrive as a vector, vectors of one length as a matrix. */
function listItems(answer: Answer, want: readonly Value[]): readonly Answer[] | null {
  if (answer.kind === 'list') return answer.items;
  if (answer.kind === 'vector') return answer.value.map((value) => ({ kind: 'number', value }));
  const wantsVectors = want.every((part) => kindOf(part) === 'vector');
  if (answer.kind === 'matrix' && wantsVectors) return answer.value.map((value) => ({ kind: 'vector', value }));
  return null;
}

function coerceRecord(entries: Readonly<Record<string, Answer>>, want: Record<string, Value>, name: string): Coerced {
  const missing = Object.keys(want).filter((key) => !Object.hasOwn(entries, key));
  const extra = Object.keys(entries).filter((key) => !Object.hasOwn(want, key));
  if (missing.length > 0) return { finding: { kind: 'missing-keys', name, keys: missing } };
  if (extra.length > 0) return { finding: { kind: 'extra-keys', name, keys: extra } };
  const values: Record<string, Value> = {};
  for (const [key, item] of Object.entries(entries)) {
    const part = coerce(item, want[key], `${name}.${key}`);
    if ('finding' in part) return part;
    values[key] = part.value;
  }
  return { value: values };
}

/** The value of a function of our own as the answer that a guest would have sent. */
export function asAnswer(value: unknown): Answer {
  const body = newBody();
  const packed = describe(value, body);
  return unpack(packed, finished(body));
}

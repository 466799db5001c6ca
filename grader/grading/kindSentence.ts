import type { ItemKind, Other } from '../sandbox/protocol/messages';
import { formatPosition, formatShape } from '../text/formatNumber';
import type { Expected, WrongKind } from './coerce';

/** A part of `sentences.ts`: what an answer is that should have been something else. */

/** That an answer is of the wrong kind, as a sentence without its full stop. `functionName` is the learner's function. */
export function kindSentence({ name, expected, got }: WrongKind, functionName: string): string {
  const wanted = `expected ${expectedWords(expected)}`;
  switch (got.kind) {
    case 'number':
      return `${name} is a single number, ${wanted}`;
    case 'record':
      return `${name} is an object, ${wanted}`;
    case 'vector':
      return expected === 'matrix'
        ? `${name} is a flat array of ${counted(got.length, 'numbers')}, ${wanted}`
        : `${name} is an array of ${counted(got.length, 'numbers')}, ${wanted}`;
    case 'matrix':
      return `${name} is a matrix of shape ${formatShape(got.shape)}, ${wanted}`;
    case 'list':
      return `${name} is an array of ${counted(got.length, got.of)}, ${wanted}`;
    case 'other':
      return otherKind(name, got, expected, functionName);
  }
}

/** `2 arrays`, `1 array`. */
function counted(count: number, plural: string): string {
  return `${count} ${count === 1 ? plural.slice(0, -1) : plural}`;
}

function expectedWords(expected: Expected): string {
  if (typeof expected !== 'string') return `an array of ${expected.list}`;
  const words = {
    number: 'one number',
    vector: 'an array of numbers',
    matrix: 'a matrix (an array of rows)',
    record: 'an object with named matrices',
  };
  return words[expected];
}

function otherKind(name: string, other: Other, expected: Expected, functionName: string): string {
  const wanted = `expected ${expectedWords(expected)}`;
  switch (other.what) {
    case 'undefined':
      return `${name} is undefined: ${functionName} returned nothing where ${wanted.replace('expected ', '')} should be`;
    case 'promise':
      return `${name} is a Promise, ${wanted}: take async and await away, nothing here needs to wait`;
    case 'mathjs-matrix':
      return `${name} is a mathjs Matrix, ${wanted}: return a plain array, call .toArray()`;
    case 'mathjs-number':
      return `${name} is a mathjs number object, ${wanted}: return a plain number`;
    case 'typed-array':
      return `${name} is a typed array, ${wanted}: return plain arrays, call Array.from(...)`;
    case 'typed-rows':
      return `${name} has typed arrays as rows, ${wanted}: return plain rows, call Array.from(row)`;
    case 'ragged': {
      const { columns, row, length } = other;
      return `${name} is ragged: ${formatPosition(name, [0])} has ${columns} entries, ${formatPosition(name, [row])} has ${length}; all rows of a matrix are equally long`;
    }
    case 'entry':
      return `${formatPosition(name, other.at)} is ${itemWords(other.is)}, expected a number`;
    case 'mixed':
      return mixedKind(name, other, expected, wanted);
    case 'too-many':
      return `${name} is ${details(other)}, ${wanted}`;
    case 'string':
      return `${name} is a string (${JSON.stringify(other.text.slice(0, 30))}), ${wanted}`;
    case 'too-large':
      return `${name} is ${details(other)}: far larger than any answer here, ${wanted}`;
    case 'null':
      return `${name} is null, ${wanted}`;
    case 'object':
      return `${name} is an object, ${wanted}`;
    default:
      return `${name} is a ${other.what}, ${wanted}`;
  }
}

/** Items of several kinds: the one that is unlike those before it need not be the wrong one. */
function mixedKind(name: string, { at, is }: Extract<Other, { at: unknown }>, expected: Expected, wanted: string) {
  if (is === 'undefined') return `${formatPosition(name, at)} is undefined, expected a row of numbers`;
  if (is === 'array' && expected !== 'vector' && expected !== 'number') {
    if (at[0] > 0) return `${formatPosition(name, [0])} is a single number beside an array, ${wanted}`;
    if (expected === 'matrix') return `${name} is an array, but not one of rows of numbers, ${wanted}`;
  }
  return `${formatPosition(name, at)} is ${itemWords(is)}, ${wanted}`;
}

/** An answer that is not made of numbers, in a few words: `ragged: row [0] has 2 entries, row [1] has 3`. */
export function otherWords(other: Other): string {
  if (other.what === 'string') return other.text;
  const what = other.what === 'too-many' ? 'mixed' : other.what;
  const more = details(other);
  return more === '' ? what : `${what}: ${more}`;
}

function details(other: Other): string {
  switch (other.what) {
    case 'boolean':
    case 'bigint':
      return other.text;
    case 'ragged':
      return `row [0] has ${other.columns} entries, row [${other.row}] has ${other.length}`;
    case 'entry':
    case 'mixed':
      return `${formatPosition('', other.at)} is ${itemWords(other.is)}`;
    case 'too-many':
      return `an array of ${other.length} items, the first of which is ${itemWords(other.first)}`;
    case 'too-large':
      return sizeWords(other.is, other.sizes);
    default:
      return '';
  }
}

function sizeWords(is: 'array' | 'matrix' | 'object' | 'answers', [size, columns]: readonly number[]): string {
  switch (is) {
    case 'array':
      return `an array of length ${size}`;
    case 'matrix':
      return `an array of ${size} rows and ${columns} columns`;
    case 'object':
      return `an object with ${size} keys`;
    case 'answers':
      return `part of answers that take the room of more than ${size} numbers`;
  }
}

/** An item of an array in two or three words: `a string`. */
function itemWords(is: ItemKind): string {
  switch (is) {
    case 'null':
    case 'undefined':
      return is;
    case 'array':
    case 'object':
      return `an ${is}`;
    case 'typed-array':
      return 'a typed array';
    case 'mathjs-matrix':
      return 'a mathjs Matrix';
    default:
      return `a ${is}`;
  }
}

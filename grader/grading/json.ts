import { givenWords } from '../authoring/given';
import type { Input, Value } from '../authoring/values';
import type { Answer } from '../sandbox/host/pack';
import { cutText } from '../text/cutText';
import { otherWords } from './kindSentence';
import type { Json } from './report';

/** A matrix of more numbers is given by its shape alone: nobody reads them, and the reports of a class would fill the disk. */
const MAX_SHOWN = 2000;

function number(value: number): Json {
  return Number.isFinite(value) ? value : String(value);
}

/** The shape of a vector or matrix that is given by its shape alone; null for what is given number by number. */
export function shapeAlone(value: Value | Input): readonly number[] | null {
  if (!Array.isArray(value)) return null;
  const [first] = value;
  if (typeof first === 'number') return value.length > MAX_SHOWN ? [value.length] : null;
  if (!Array.isArray(first) || Array.isArray(first[0])) return null;
  return value.length * Math.max(1, first.length) > MAX_SHOWN ? [value.length, first.length] : null;
}

/** A value of a case, of the reference, or of a learner, as JSON. */
export function toJson(value: Value | Input): Json {
  if (typeof value === 'number') return number(value);
  if (typeof value === 'function') return givenWords(value);
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toJson(item)]));
  const shape = shapeAlone(value);
  return shape === null ? value.map(toJson) : { shape };
}

/** Characters of JSON that an answer is given in, number by number: 2,000 numbers are 40,000 at most. */
const MAX_CHARACTERS = 50_000;

/** What a learner's function returned, whatever it is. However many parts it has, not much more is said than of one. */
export function answerToJson(answer: Answer): Json {
  let room = MAX_CHARACTERS;
  function within(shown: Json, shorter: Json): Json {
    const size = JSON.stringify(shown).length;
    if (size > room) return shorter;
    room -= size;
    return shown;
  }
  function part(one: Answer): Json {
    switch (one.kind) {
      case 'list':
        return one.items.map(part);
      case 'record':
        return Object.fromEntries(Object.entries(one.entries).map(([name, item]) => [name, part(item)]));
      case 'number':
        return toJson(one.value);
      case 'other':
        return within(otherWords(one), cutText(otherWords(one), 100));
      case 'vector':
        return within(toJson(one.value), { shape: [one.value.length] });
      case 'matrix':
        return within(toJson(one.value), { shape: [one.value.length, one.value[0].length] });
    }
  }
  return part(answer);
}

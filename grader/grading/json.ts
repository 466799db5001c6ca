import { givenWords } from '../authoring/given';
import type { Input, Value } from '../authoring/values';
import type { Answer } from '../sandbox/host/pack';
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

/** What a learner's function returned, whatever it is. */
export function answerToJson(answer: Answer): Json {
  switch (answer.kind) {
    case 'list':
      return answer.items.map(answerToJson);
    case 'record':
      return Object.fromEntries(Object.entries(answer.entries).map(([name, item]) => [name, answerToJson(item)]));
    case 'other':
      return otherWords(answer);
    default:
      return toJson(answer.value);
  }
}

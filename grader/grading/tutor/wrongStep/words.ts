import type { Site } from '../../../submission/instrument';
import { cutText } from '../../../text/cutText';
import { sanitizeLine } from '../../../text/sanitize';
import { toJson } from '../../json';
import type { Json } from '../../report';
import type { TracedValue } from '../trace/trace';

/** Characters of an expression that are shown. */
const MAX_CODE = 60;

/** A step as its learner would call it: what it is assigned to, or the expression, on one line. */
export function codeOf({ name, code }: Site): string {
  return cutText(sanitizeLine((name ?? code).replace(/\s+/g, ' ')), MAX_CODE);
}

/** What a value is called that is not shown. */
const WORDS: Partial<Record<TracedValue['kind'], string>> = {
  nested: 'an array or an object',
  string: 'a string',
  function: 'a function',
  large: 'a large array',
  other: 'an object',
};

/** What a nested value is not, where such a kind was expected: an array with an array too many, or one of booleans, say. */
const NOT: Partial<Record<TracedValue['kind'], string>> = { vector: 'no array of numbers', matrix: 'no matrix' };

/** A value of a trace as the report gives it; of what holds no numbers alone, what it is, or is not beside `expected`. */
export function tracedToJson({ kind, shape, numbers }: TracedValue, expected: TracedValue | null = null): Json {
  const values = Array.from(numbers);
  switch (kind) {
    case 'number':
      return toJson(values[0]);
    case 'boolean':
      return values[0] === 1;
    case 'vector':
      return toJson(values);
    case 'matrix': {
      const [rows, columns] = shape;
      return toJson(Array.from({ length: rows }, (_, i) => values.slice(i * columns, (i + 1) * columns)));
    }
    default:
      return (kind === 'nested' && expected !== null && NOT[expected.kind]) || (WORDS[kind] ?? kind);
  }
}

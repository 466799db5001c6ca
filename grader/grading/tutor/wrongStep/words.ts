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
  nested: 'an array',
  string: 'a string',
  function: 'a function',
  large: 'a large array',
  other: 'an object',
};

/** A value of a trace as the report gives it; of what holds no numbers alone, what it is. */
export function tracedToJson({ kind, shape, numbers }: TracedValue): Json {
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
      return WORDS[kind] ?? kind;
  }
}

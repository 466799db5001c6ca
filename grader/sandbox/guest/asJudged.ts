import type { Judged, Kind } from '../protocol/messages';

const { isArray } = Array;
const { apply } = Reflect;
const { create, keys } = Object;
const ArrayClass = Array;
const ErrorClass = Error;

/** Lengths by the names of sizes. */
type Lengths = Record<string, number | undefined>;

/**
 * The exports of a learner's module with the answer alone, as it was judged: it gets plain copies of its arguments, and an
 * error is thrown where they are of other kinds or sizes. What it would make of those, nobody has looked at.
 */
export function asJudged(exports: unknown, { name, parameters, kinds }: Judged): object {
  const answer = (exports as Record<string, unknown>)[name] as () => unknown;
  function judged(...inputs: readonly unknown[]): unknown {
    const lengths = create(null) as Lengths;
    const copies = new ArrayClass<unknown>(kinds.length);
    for (let i = 0; i < kinds.length; i++) {
      copies[i] = copied(inputs[i], kinds[i], lengths);
      if (copies[i] === undefined)
        throw new ErrorClass(`${name} takes ${wordsFor(kinds[i])} as ${parameters[i]}, and got ${shapeOf(inputs[i])}`);
    }
    return apply(answer, undefined, copies);
  }
  return { [name]: judged };
}

/** A plain copy; undefined where a value is of another kind, or contradicts the `lengths` before it. */
function copied(value: unknown, kind: Kind, lengths: Lengths): unknown {
  if (typeof kind === 'string') return typeof value === kind ? value : undefined;
  if (isArray(kind)) return copiedArray(value, kind as readonly (number | string)[], 0, lengths);
  if (typeof value !== 'object' || value === null) return undefined;
  const copy = {} as Record<string, unknown>;
  const names = keys(kind);
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    copy[name] = copied((value as Record<string, unknown>)[name], (kind as Record<string, Kind>)[name], lengths);
    if (copy[name] === undefined) return undefined;
  }
  return copy;
}

function copiedArray(value: unknown, sizes: readonly (number | string)[], depth: number, lengths: Lengths): unknown {
  if (depth === sizes.length) return typeof value === 'number' ? value : undefined;
  if (!isArray(value)) return undefined;
  const size = sizes[depth];
  const length = typeof size === 'number' ? size : (lengths[size] ?? value.length);
  if (value.length !== length) return undefined;
  if (typeof size === 'string') lengths[size] = length;
  const copy = new ArrayClass<unknown>(length);
  for (let i = 0; i < length; i++) {
    copy[i] = copiedArray(value[i], sizes, depth + 1, lengths);
    if (copy[i] === undefined) return undefined;
  }
  return copy;
}

/** `a matrix (n, 1)`. */
function wordsFor(kind: Kind): string {
  if (typeof kind === 'string') return `a ${kind}`;
  if (!isArray(kind)) return 'an object';
  return kind.length === 1 ? `an array (${kind[0]})` : `a matrix (${kind[0]}, ${kind[1]})`;
}

/** The like of what was handed over, as far as the first entries show. */
function shapeOf(value: unknown): string {
  if (!isArray(value))
    return value === null
      ? 'null'
      : value === undefined
        ? 'nothing'
        : typeof value === 'object'
          ? 'an object'
          : `a ${typeof value}`;
  const first: unknown = value[0];
  return isArray(first) ? `a matrix (${value.length}, ${first.length})` : `an array (${value.length})`;
}

import type { Packed, PackedInput } from '../protocol/messages';

const { apply } = Reflect;
const ArrayClass = Array;

/** A function of its own, and short: V8 has it optimized before the first large matrix is through. */
function unpackVector(body: Float64Array, at: number, length: number): number[] {
  const vector = new ArrayClass<number>(length);
  for (let i = 0; i < length; i++) vector[i] = body[at + i];
  return vector;
}

/** Inputs as plain arrays of their own for each call, so that nothing a call changes reaches the next. */
function unpack(packed: Packed, body: Float64Array): unknown {
  switch (packed.kind) {
    case 'number':
      return body[packed.at];
    case 'vector':
      return unpackVector(body, packed.at, packed.length);
    case 'matrix': {
      const rows = new ArrayClass<number[]>(packed.rows);
      for (let i = 0; i < packed.rows; i++)
        rows[i] = unpackVector(body, packed.at + i * packed.columns, packed.columns);
      return rows;
    }
    case 'record': {
      const record: Record<string, unknown> = {};
      for (let i = 0; i < packed.names.length; i++) record[packed.names[i]] = unpack(packed.items[i], body);
      return record;
    }
    default:
      return undefined;
  }
}

/** An argument of a call; a function is one of `functions`, or what one of them makes. */
export function unpackInput(packed: PackedInput, body: Float64Array, functions: Record<string, unknown>): unknown {
  if (packed.kind !== 'function') return unpack(packed, body);
  const found = functions[packed.name];
  return packed.of === null ? found : apply(found as () => unknown, undefined, packed.of);
}

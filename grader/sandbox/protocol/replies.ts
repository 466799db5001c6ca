import * as v from 'valibot';
import { MAX_HEAD_BYTES, MAX_ITEMS, MAX_NUMBERS, MAX_ROWS } from './limits';
import { OTHER_KINDS, type Packed, type Reply } from './messages';

/**
 * The schema of what a guest may say. Whatever does not fit ends the guest: our own guest code never
 * sends anything else, so somebody else wrote it.
 */

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_NUMBERS));
const text = v.pipe(v.string(), v.maxLength(MAX_HEAD_BYTES));

// What is lazy is made again for each value: it only names the schema below.
const packedList = v.pipe(v.array(v.lazy(() => packed)), v.maxLength(MAX_ITEMS));
const packed: v.GenericSchema<Packed> = v.variant('kind', [
  v.strictObject({ kind: v.literal('number'), at: count }),
  v.strictObject({ kind: v.literal('vector'), length: count, at: count }),
  v.strictObject({
    kind: v.literal('matrix'),
    rows: v.pipe(count, v.maxValue(MAX_ROWS)),
    columns: count,
    at: count,
  }),
  v.strictObject({ kind: v.literal('list'), items: packedList }),
  v.pipe(
    v.strictObject({
      kind: v.literal('record'),
      names: v.pipe(v.array(text), v.maxLength(MAX_ITEMS)),
      items: packedList,
    }),
    v.check((record) => record.names.length === record.items.length, 'a name for each item'),
  ),
  v.strictObject({
    kind: v.literal('other'),
    what: v.picklist(OTHER_KINDS),
    detail: text,
  }),
]);
const thrown = v.strictObject({ message: text, stack: text });

const reply: v.GenericSchema<Reply> = v.variant('type', [
  v.strictObject({ type: v.literal('prepared') }),
  v.strictObject({ type: v.literal('soiled') }),
  v.strictObject({ type: v.literal('loaded'), printed: text }),
  v.strictObject({
    type: v.literal('not-loaded'),
    reason: v.picklist(['syntax', 'load', 'missing-export']),
    thrown,
    exports: v.pipe(v.array(text), v.maxLength(MAX_ITEMS)),
    printed: text,
  }),
  v.strictObject({
    type: v.literal('returned'),
    value: packed,
    inputs: v.nullable(packedList),
    printed: text,
  }),
  v.strictObject({
    type: v.literal('threw'),
    thrown,
    printed: text,
  }),
]);

/** The reply in a frame's head, or null when it is not one that our guest sends. */
export function parseReply(head: string): Reply | null {
  try {
    const result = v.safeParse(reply, JSON.parse(head));
    return result.success ? result.output : null;
  } catch {
    // Not JSON, or nested so deeply that validating it overflows the stack.
    return null;
  }
}

import * as v from 'valibot';
import { MAX_ITEMS, MAX_NUMBERS, MAX_PRINTED, MAX_ROWS, MAX_TEXT } from './limits';
import { AT_A_PLACE, ITEM_KINDS, LARGE_THINGS, NAMELESS, type Packed, type Reply, WITH_TEXT } from './messages';

/**
 * The schema of what a guest may say. Whatever does not fit ends the guest: our own guest code never
 * sends anything else, so somebody else wrote it.
 */

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_NUMBERS));
/** The size of something that was not sent. */
const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** What is longer was cut, and ends in an ellipsis. */
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT + 1));
const itemKind = v.picklist(ITEM_KINDS);
const other = { kind: v.literal('other') };

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
  v.variant('what', [
    v.strictObject({ ...other, what: v.picklist(NAMELESS) }),
    v.strictObject({ ...other, what: v.picklist(WITH_TEXT), text }),
    v.strictObject({ ...other, what: v.literal('ragged'), columns: size, row: size, length: size }),
    v.strictObject({
      ...other,
      what: v.picklist(AT_A_PLACE),
      at: v.pipe(v.array(size), v.minLength(1), v.maxLength(2)),
      is: itemKind,
    }),
    v.strictObject({ ...other, what: v.literal('too-many'), length: size, first: itemKind }),
    v.strictObject({
      ...other,
      what: v.literal('too-large'),
      is: v.picklist(LARGE_THINGS),
      sizes: v.pipe(v.array(size), v.minLength(1), v.maxLength(2)),
    }),
  ]),
]);
const thrown = v.strictObject({ message: v.nullable(text), isError: v.boolean(), stack: text });
const printed = v.strictObject({
  lines: v.pipe(v.array(v.nullable(text)), v.maxLength(MAX_PRINTED + 1)),
  more: v.boolean(),
});

const recorded = v.nullable(v.strictObject({ at: count, length: count, more: v.boolean() }));

const reply: v.GenericSchema<Reply> = v.variant('type', [
  v.strictObject({ type: v.literal('prepared') }),
  v.strictObject({ type: v.literal('tainted') }),
  v.strictObject({ type: v.literal('loaded'), printed }),
  v.strictObject({
    type: v.literal('not-loaded'),
    reason: v.picklist(['syntax', 'load', 'missing-export']),
    thrown,
    exports: v.pipe(v.array(text), v.maxLength(MAX_ITEMS)),
    printed,
  }),
  v.strictObject({
    type: v.literal('returned'),
    value: packed,
    inputs: v.nullable(packedList),
    printed,
    recorded,
  }),
  v.strictObject({
    type: v.literal('threw'),
    thrown,
    printed,
    recorded,
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

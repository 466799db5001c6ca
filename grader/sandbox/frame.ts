/**
 * A frame: `u32 headBytes, u32 bodyNumbers` (little-endian), the head as UTF-8 JSON, then the body as
 * little-endian float64 (every platform that Node supports is little-endian).
 */

export const PREFIX_BYTES = 8;

export interface Frame {
  readonly head: string;
  readonly body: Float64Array;
}

/** The two lengths at the start of a frame. */
export function readPrefix(prefix: Uint8Array): {
  headBytes: number;
  bodyNumbers: number;
} {
  const view = new DataView(prefix.buffer, prefix.byteOffset, PREFIX_BYTES);
  return {
    headBytes: view.getUint32(0, true),
    bodyNumbers: view.getUint32(4, true),
  };
}

/** Head and body of a frame as the pieces to write, in order. */
export function frameParts(
  headBytes: Uint8Array,
  body: Float64Array,
): [prefix: Uint8Array, head: Uint8Array, body: Uint8Array] {
  const prefix = new Uint8Array(PREFIX_BYTES);
  const view = new DataView(prefix.buffer);
  view.setUint32(0, headBytes.length, true);
  view.setUint32(4, body.length, true);
  return [prefix, headBytes, new Uint8Array(body.buffer, body.byteOffset, body.byteLength)];
}

/** The float64 numbers of `bytes`, copied, as bytes need not be aligned. */
export function readBody(bytes: Uint8Array): Float64Array {
  const body = new Float64Array(bytes.byteLength / 8);
  new Uint8Array(body.buffer).set(bytes);
  return body;
}

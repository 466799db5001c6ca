/**
 * A frame: `u32 headBytes, u32 bodyNumbers` (little-endian), the head as UTF-8 JSON, then the body as
 * little-endian float64 (every platform that Node supports is little-endian).
 *
 * Runs in host and guest. In the guest the learner's code may replace any built-in, so this file takes what it
 * needs when it is loaded, and reads and writes lengths byte by byte.
 */

import { bufferOf, byteLengthOf, byteOffsetOf, lengthOf } from './bare';

const Bytes = Uint8Array;
const Numbers = Float64Array;
const copyBytes: (to: Uint8Array, from: Uint8Array, at?: number) => void = Function.prototype.call.bind(
  Uint8Array.prototype.set,
);

export const PREFIX_BYTES = 8;
/** Bodies up to this are sent in one piece with their head. */
const JOINED_BYTES = 64 * 1024;

function readLength(bytes: Uint8Array, at: number): number {
  return bytes[at] + bytes[at + 1] * 2 ** 8 + bytes[at + 2] * 2 ** 16 + bytes[at + 3] * 2 ** 24;
}

function writeLength(bytes: Uint8Array, at: number, length: number): void {
  for (let i = 0; i < 4; i++) bytes[at + i] = (length / 2 ** (8 * i)) & 0xff;
}

/** The two lengths at the start of a frame. */
export function readPrefix(prefix: Uint8Array): {
  headBytes: number;
  bodyNumbers: number;
} {
  return { headBytes: readLength(prefix, 0), bodyNumbers: readLength(prefix, 4) };
}

/** Head and body of a frame as the pieces to write, in order: one, or two where the body is not worth copying. */
export function frameParts(headBytes: Uint8Array, body: Float64Array): Uint8Array[] {
  const headLength = lengthOf(headBytes);
  const bodyLength = byteLengthOf(body);
  const bodyBytes = new Bytes(bufferOf(body), byteOffsetOf(body), bodyLength);
  const joined = bodyLength <= JOINED_BYTES;
  const first = new Bytes(PREFIX_BYTES + headLength + (joined ? bodyLength : 0));
  writeLength(first, 0, headLength);
  writeLength(first, 4, lengthOf(body));
  copyBytes(first, headBytes, PREFIX_BYTES);
  if (!joined) return [first, bodyBytes];
  copyBytes(first, bodyBytes, PREFIX_BYTES + headLength);
  return [first];
}

/** The float64 numbers of `bytes`, copied, as bytes need not be aligned. */
export function readBody(bytes: Uint8Array): Float64Array {
  const body = new Numbers(bytes.byteLength / 8);
  copyBytes(new Bytes(body.buffer), bytes);
  return body;
}

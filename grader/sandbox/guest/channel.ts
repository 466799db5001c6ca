import { readSync, writeSync } from 'node:fs';
import { lengthOf } from '../protocol/bare';
import { frameParts, PREFIX_BYTES, readPrefix } from '../protocol/frame';
import type { Reply, Request } from '../protocol/messages';

/**
 * How the guest is talked to: requests come on standard input, replies go to file descriptor 3. Inputs may lie in a file,
 * open on descriptor 4.
 */

const REQUESTS = 0;
const REPLIES = 3;
const SHARED_INPUTS = 4;

// As they are before any of the learner's code runs.
const { parse, stringify } = JSON;
const { keys, defineProperty, create } = Object;
const Bytes = Uint8Array;
const Numbers = Float64Array;
const Buffers = ArrayBuffer;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const encode = encoder.encode.bind(encoder);
const decode = decoder.decode.bind(decoder);

/** Thrown when there are no more requests, or no host. */
export const END_OF_INPUT = {};

/**
 * Bytes whose size is their own: Node asks for it while it reads and writes, and would run a learner's code where it found
 * that on their prototype.
 */
function ownBytes(bytes: Uint8Array, count: number): Uint8Array {
  defineProperty(bytes, 'length', { __proto__: null, value: count } as PropertyDescriptor);
  return defineProperty(bytes, 'byteLength', { __proto__: null, value: count } as PropertyDescriptor);
}

/** The next `count` bytes from the host; or, of a file, those from `position` on. */
function readBytes(buffer: ArrayBuffer, count: number, file = REQUESTS, position: number | null = null): Uint8Array {
  const bytes = ownBytes(new Bytes(buffer), count);
  let done = 0;
  while (done < count) {
    let got: number;
    try {
      got = readSync(file, bytes, done, count - done, position === null ? null : position + done);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'EAGAIN') continue;
      throw END_OF_INPUT;
    }
    if (got === 0) throw END_OF_INPUT;
    done += got;
  }
  return bytes;
}

function writeBytes(bytes: Uint8Array): void {
  const count = lengthOf(bytes);
  ownBytes(bytes, count);
  let done = 0;
  while (done < count) {
    try {
      done += writeSync(REPLIES, bytes, done, count - done, null);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EAGAIN') throw error;
    }
  }
}

/** The next request, with the numbers that its inputs point into. */
export function readRequest(): { request: Request; body: Float64Array } {
  const { headBytes, bodyNumbers } = readPrefix(readBytes(new Buffers(PREFIX_BYTES), PREFIX_BYTES));
  const request = parse(decode(readBytes(new Buffers(headBytes), headBytes))) as Request;
  const shared = request.type === 'call' ? request.shared : null;
  const size = (shared === null ? bodyNumbers : shared.length) * 8;
  const buffer = new Buffers(size);
  if (shared === null) readBytes(buffer, size);
  else readBytes(buffer, size, SHARED_INPUTS, shared.at);
  return { request, body: new Numbers(buffer) };
}

/** Answers a request. */
export function send(reply: Reply, body: Float64Array): void {
  // Without a prototype, no replaced `Object.prototype.toJSON` has a say.
  const bare = create(null) as Record<string, unknown>;
  const names = keys(reply);
  for (let i = 0; i < names.length; i++) bare[names[i]] = (reply as unknown as Record<string, unknown>)[names[i]];
  const parts = frameParts(encode(stringify(bare)), body);
  for (let i = 0; i < parts.length; i++) writeBytes(parts[i]);
}

import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UserError } from '../errors';

import type { DigitSet } from './digitSet';
import { SIDE } from './drawDigit';

/**
 * The MNIST test digits, in the IDX format of LeCun, Cortes and Burges: a big-endian magic number (0x0803 for images,
 * 0x0801 for labels), the sizes of the dimensions, and a byte for each entry.
 */

const IMAGES = 't10k-images-idx3-ubyte';
const LABELS = 't10k-labels-idx1-ubyte';
/** Above the size of MNIST's largest file (47 MB), so that nothing larger is unpacked. */
const MAX_BYTES = 64 * 1024 ** 2;

/**
 * Reads the test digits in `folder`, plain or gzipped.
 *
 * @param shown what the folder is called in messages
 * @throws UserError when a file is missing, truncated, or not what its name says
 */
export function readMnist(folder: string, shown: string): DigitSet {
  const images = readIdx(folder, shown, IMAGES, 0x0803, 3);
  const labels = readIdx(folder, shown, LABELS, 0x0801, 1);
  const [count, rows, columns] = images.sizes;
  if (rows !== SIDE || columns !== SIDE)
    throw new UserError(`--mnist: ${images.shown} holds pictures of ${rows} x ${columns}, not of ${SIDE} x ${SIDE}.`);
  if (labels.sizes[0] !== count)
    throw new UserError(
      `--mnist: ${images.shown} holds ${count} pictures and ${labels.shown} ${labels.sizes[0]} labels.`,
    );
  if (count === 0) throw new UserError(`--mnist: ${images.shown} holds no pictures.`);
  const wrong = labels.bytes.findIndex((label) => label > 9);
  if (wrong !== -1)
    throw new UserError(`--mnist: label ${wrong} in ${labels.shown} is ${labels.bytes[wrong]}, not a digit.`);
  const pictures = Array.from({ length: count }, (_, i) =>
    Array.from(images.bytes.subarray(i * SIDE * SIDE, (i + 1) * SIDE * SIDE), (byte) => byte / 255),
  );
  return { pictures, labels: Array.from(labels.bytes) };
}

interface Idx {
  readonly shown: string;
  readonly sizes: readonly number[];
  readonly bytes: Buffer;
}

function readIdx(folder: string, shownFolder: string, name: string, magic: number, dimensions: number): Idx {
  const file = findFile(folder, shownFolder, name);
  const shown = path.posix.join(shownFolder, file);
  const buffer = readBytes(path.join(folder, file), shown);
  const header = 4 + 4 * dimensions;
  if (buffer.length < header) throw new UserError(`--mnist: ${shown} ends in the middle of its header.`);
  const found = buffer.readUInt32BE(0);
  if (found !== magic) {
    const hex = (number: number) => `0x${number.toString(16).padStart(4, '0')}`;
    throw new UserError(
      `--mnist: ${shown} starts with ${hex(found)}, not with ${hex(magic)}: it is another kind of file.`,
    );
  }
  const sizes = Array.from({ length: dimensions }, (_, i) => buffer.readUInt32BE(4 + 4 * i));
  const expected = header + sizes.reduce((product, size) => product * size, 1);
  if (buffer.length !== expected) {
    const trouble = buffer.length < expected ? 'is truncated' : 'is longer than its header says';
    throw new UserError(`--mnist: ${shown} ${trouble}: ${buffer.length} bytes, expected ${expected}.`);
  }
  return { shown, sizes, bytes: buffer.subarray(header) };
}

/** The name under which a file was found: some copies say `idx3.ubyte`, and the originals are gzipped. */
function findFile(folder: string, shownFolder: string, name: string): string {
  const names = [name, name.replace('-idx', '.idx'), name.replace('-ubyte', '.ubyte')].flatMap((one) => [
    one,
    `${one}.gz`,
  ]);
  const found = names.find((one) => fs.existsSync(path.join(folder, one)));
  if (found !== undefined) return found;
  throw new UserError(`--mnist: there is no ${name} (or ${name}.gz) in ${shownFolder}.`);
}

function readBytes(file: string, shown: string): Buffer {
  try {
    if (fs.statSync(file).size > MAX_BYTES) throw new UserError(`--mnist: ${shown} is too large to be MNIST.`);
    const bytes = fs.readFileSync(file);
    return file.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UserError(`--mnist: ${shown} cannot be read (${code ?? message}).`);
  }
}

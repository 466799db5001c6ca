import fs from 'node:fs';
import path from 'node:path';
import type { Matrix } from '../../reference/matrix';

/** The weights of the network that reads digits, as `npm run train-demo` left them. */

export interface Network {
  readonly W1: Matrix;
  readonly b1: Matrix;
  readonly W2: Matrix;
  readonly b2: Matrix;
}

/** A matrix in 8 bits for each entry: entry = byte * scale, signed bytes, row by row, in base64. */
interface Packed {
  readonly shape: readonly [rows: number, columns: number];
  readonly scale: number;
  readonly bytes: string;
}

type Name = keyof Network;

const FILE = path.join(__dirname, 'trained.json');
const NAMES: readonly Name[] = ['W1', 'b1', 'W2', 'b2'];

/** Reads the shipped weights. */
export function readWeights(): Network {
  const packed: Record<Name, Packed> = JSON.parse(fs.readFileSync(FILE, 'utf8'));
  return { W1: unpack(packed.W1), b1: unpack(packed.b1), W2: unpack(packed.W2), b2: unpack(packed.b2) };
}

/** Writes `network` to the file that is shipped; what is read back is rounded to 8 bits. */
export function writeWeights(network: Network): void {
  const packed = Object.fromEntries(NAMES.map((name) => [name, pack(network[name])]));
  fs.writeFileSync(FILE, `${JSON.stringify(packed, null, 2)}\n`);
}

function pack(matrix: Matrix): Packed {
  const entries = matrix.flat();
  const scale = entries.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0) / 127 || 1;
  const bytes = Buffer.from(Int8Array.from(entries, (entry) => Math.round(entry / scale)).buffer);
  return { shape: [matrix.length, matrix[0].length], scale, bytes: bytes.toString('base64') };
}

function unpack({ shape: [rows, columns], scale, bytes }: Packed): Matrix {
  const entries = new Int8Array(Buffer.from(bytes, 'base64'));
  return Array.from({ length: rows }, (_, i) =>
    Array.from(entries.subarray(i * columns, (i + 1) * columns), (entry) => entry * scale),
  );
}

import fs from 'node:fs';
import path from 'node:path';
import type { Input } from '../../authoring/values';
import type { SharedBody } from '../protocol/messages';
import { pack } from './pack';
import { CACHE } from './snapshot';

/** From so many numbers on, a file is faster than a pipe. */
const MANY_NUMBERS = 1024;

/**
 * Inputs that many guests are called with, in a file that each of them has open for reading: through a pipe, the 3 MB of a
 * chapter's keep host and guest waiting for each other, submission by submission. The file has no name any more, so it
 * is gone with the process, however that ends.
 */
export class SharedInputs {
  private constructor(
    /** Open for reading, for as long as the process lives. */
    readonly descriptor: number,
    private readonly places: ReadonlyMap<readonly Input[], SharedBody>,
  ) {}

  /** The large ones of `all`; null where none are, or they cannot be kept so. */
  static of(all: Iterable<readonly Input[]>): SharedInputs | null {
    // Windows keeps the name of a file that is open.
    if (process.platform === 'win32') return null;
    const places = new Map<readonly Input[], SharedBody>();
    const bodies: Float64Array[] = [];
    let at = 0;
    for (const inputs of all) {
      const { body } = pack(inputs);
      if (body.length < MANY_NUMBERS || places.has(inputs)) continue;
      places.set(inputs, { at, length: body.length });
      bodies.push(body);
      at += body.byteLength;
    }
    if (bodies.length === 0) return null;
    const descriptor = namelessFile(bodies);
    return descriptor === null ? null : new SharedInputs(descriptor, places);
  }

  /** Where the numbers of `inputs` lie; null when they are not shared. */
  placeOf(inputs: readonly Input[]): SharedBody | null {
    return this.places.get(inputs) ?? null;
  }
}

function namelessFile(bodies: readonly Float64Array[]): number | null {
  try {
    fs.mkdirSync(CACHE, { recursive: true });
    const folder = fs.mkdtempSync(path.join(CACHE, 'inputs.'));
    try {
      const file = path.join(folder, 'inputs');
      const written = fs.openSync(file, 'wx', 0o400);
      for (const body of bodies) fs.writeFileSync(written, body);
      fs.closeSync(written);
      return fs.openSync(file, 'r');
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  } catch {
    return null;
  }
}

import { createHash } from 'node:crypto';
import { type GivenFunction, givenWords } from '../../authoring/given';
import type { Input } from '../../authoring/values';
import { countNumbers } from '../../sandbox/host/pack';

/** Of 64 bits: among a million inputs, two would share a key once in 37 million times. */
const LENGTH = 8;

/**
 * A key for inputs: equal inputs have equal keys, and others, as far as anybody will ever see, other ones. Numbers count
 * to the last bit; a function counts by its name.
 */
export function inputsKey(inputs: readonly Input[]): string {
  const numbers = new Float64Array(
    inputs.reduce<number>((sum, input) => sum + (input === undefined ? 0 : countNumbers(input)), 0),
  );
  let end = 0;
  /** The structure as text; numbers go into `numbers`. */
  function walk(input: Input | undefined): string {
    // A fixture may leave out an argument, and not the next.
    if (input === undefined) return 'u';
    if (typeof input === 'number') {
      // Which of its many patterns NaN has is nobody's choice.
      numbers[end++] = Number.isNaN(input) ? Number.NaN : input;
      return 'n';
    }
    if (typeof input === 'function') return `f(${functionWords(input)})`;
    if (!Array.isArray(input)) return `{${Object.entries(input).map(([name, item]) => `${name}:${walk(item)}`)}}`;
    if (typeof input[0] !== 'number') return `[${input.map(walk)}]`;
    for (const entry of input) walk(entry);
    return `v${input.length}`;
  }
  const structure = inputs.map(walk).join(';');
  const hash = createHash('sha256').update(structure).update(numbers).digest();
  return hash.subarray(0, LENGTH).toString('base64url');
}

/** A fixture may call the reference with functions that no case hands over. */
function functionWords(f: GivenFunction): string {
  try {
    return givenWords(f);
  } catch {
    return f.name;
  }
}

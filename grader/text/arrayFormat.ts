/** Numbers laid out the way NumPy lays out an array: one notation for all of them, decimal points below each other. */

/** How every entry of one array is written: numbers, and words such as `NaN` that stand where a number should. */
export type ArrayFormat = (entry: unknown) => string;

/** Below and above these, fixed decimals say too little or too much. */
const TINY = 1e-3;
const HUGE = 1e6;

/**
 * The format that suits `entries`: whole numbers without a point, others with up to `decimals` decimals and
 * without trailing zeros, the exponent only where all of them are tiny or one is huge.
 */
export function arrayFormat(entries: readonly unknown[], decimals: number): ArrayFormat {
  const numbers = entries.filter((entry) => typeof entry === 'number');
  const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  if ((largest !== 0 && largest < TINY) || largest >= HUGE)
    return aligned(entries, (number) => number.toExponential(decimals));
  if (numbers.every(Number.isInteger)) return aligned(entries, String);
  return aligned(entries, (number) => number.toFixed(decimals).replace(/0+$/, ''));
}

/** Pads what `write` writes so that decimal points stand below each other; words end where numbers end. */
function aligned(entries: readonly unknown[], write: (number: number) => string): ArrayFormat {
  const text = (entry: unknown) => {
    if (typeof entry === 'number') return write(entry);
    return typeof entry === 'string' ? entry : JSON.stringify(entry);
  };
  const numbers = entries.filter((entry) => typeof entry === 'number').map(text);
  const fraction = Math.max(0, ...numbers.map((number) => number.length - wholePart(number).length));
  const padded = (entry: unknown) => {
    const plain = text(entry);
    return typeof entry === 'number' ? wholePart(plain) + plain.slice(wholePart(plain).length).padEnd(fraction) : plain;
  };
  const width = Math.max(0, ...entries.map((entry) => padded(entry).length));
  return (entry) => padded(entry).padStart(width);
}

function wholePart(number: string): string {
  const point = number.indexOf('.');
  return point === -1 ? number : number.slice(0, point);
}

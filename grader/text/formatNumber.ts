/** Numbers and shapes as people read them. Everything that shows a number to somebody writes it with these. */

/** Numbers outside these bounds take an exponent: nobody should have to count zeros. */
const TINY = 1e-4;
const HUGE = 1e6;

/**
 * A number with at most `digits` significant digits, though none before the point is rounded away, and no zeros at the
 * end: `0.333333`, `12345`, `1.5e-9`, `NaN`.
 */
export function formatNumber(value: number, digits = 6): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 10 ** digits && size < HUGE) return String(Math.round(value));
  const rounded = Number(value.toPrecision(digits));
  return rounded === 0 || (size >= TINY && size < HUGE) ? String(rounded) : rounded.toExponential();
}

/** Two numbers with as many digits as it takes to tell them apart, and at least `digits`. */
export function formatPair(one: number, other: number, digits = 6): readonly [one: string, other: string] {
  for (let more = digits; more < 17; more += 2) {
    const pair = [formatNumber(one, more), formatNumber(other, more)] as const;
    if (pair[0] !== pair[1]) return pair;
  }
  return [String(one), String(other)];
}

/** A number in at most `length` characters where that can be done, with one digit at least. */
export function formatToFit(value: number, length: number): string {
  const fitting = [3, 2, 1].map((digits) => formatNumber(value, digits)).find((text) => text.length <= length);
  return fitting ?? value.toExponential(0);
}

/** `21 %`: a share of 1. */
export function formatPercent(share: number, decimals = 0): string {
  return `${(100 * share).toFixed(decimals)} %`;
}

/** `(4, 10)`, `(3,)`: a shape as NumPy prints it. */
export function formatShape(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** `A[0][2]`: a position as the learner would write it. */
export function formatPosition(name: string, position: readonly number[]): string {
  return name + position.map((index) => `[${index}]`).join('');
}

import { largest } from '../authoring/largest';

/** A number as a picture shows it: three digits, or `digits`, and no zeros at the end. */
export function short(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) return value.toExponential(digits - 2);
  return String(Number(value.toPrecision(digits)));
}

/** Two different numbers with as many digits as it takes to tell them apart. */
export function shortPair(one: number, other: number): readonly [string, string] {
  for (let digits = 3; digits < 12; digits++) {
    const pair = [short(one, digits), short(other, digits)] as const;
    if (pair[0] !== pair[1] || one === other || Number.isNaN(one)) return pair;
  }
  return [String(one), String(other)];
}

/** "1, 2 and 3". */
export function listed(items: readonly (string | number)[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** "0.1 to 0.2", or "0.1" when that is all there is. */
export function range(values: readonly number[]): string {
  if (values.some(Number.isNaN)) return 'NaN';
  const low = short(-largest(values.map((value) => -value)));
  const high = short(largest(values));
  return low === high ? low : `${low} to ${high}`;
}

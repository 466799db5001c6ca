import { formatNumber, formatPair } from '../text/formatNumber';

/** A picture has room for three digits of a number. */
const DIGITS = 3;

/** A number as a picture shows it. */
export function short(value: number): string {
  return formatNumber(value, DIGITS);
}

/** Two different numbers, told apart. */
export function shortPair(one: number, other: number): readonly [string, string] {
  return formatPair(one, other, DIGITS);
}

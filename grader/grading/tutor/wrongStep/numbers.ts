/** How close two values of the same step come that differ in rounding, or in an epsilon. */
const RTOL = 1e-5;
const ATOL = 1e-9;

/** Whether two numbers are the same value. */
export function same(one: number, other: number): boolean {
  if (one === other || Object.is(one, other)) return true;
  return Math.abs(one - other) <= ATOL + RTOL * Math.min(Math.abs(one), Math.abs(other));
}

export function sameAll(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((value, i) => same(value, other[i]));
}

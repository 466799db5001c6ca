/**
 * How many of `values` lie in each of `bins` equal parts of [0, 1]; 1 belongs to the last. What lies outside, or is
 * NaN, is not counted.
 */
export function countByBin(values: readonly number[], bins: number): readonly number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    if (value >= 0 && value <= 1) counts[Math.min(bins - 1, Math.floor(value * bins))] += 1;
  }
  return counts;
}

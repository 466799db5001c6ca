/** The largest of any number of numbers: `Math.max(...numbers)` overflows the stack on what a learner may return. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), -Infinity);
}

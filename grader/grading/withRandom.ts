/** Does `work` with another `Math.random`, and puts the old one back whatever comes of it. */
export function withRandom<T>(random: () => number, work: () => T): T {
  const before = Math.random;
  Math.random = random;
  try {
    return work();
  } finally {
    Math.random = before;
  }
}

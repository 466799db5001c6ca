// Promises that would run some day, and hold much memory until then.
// verdict: passed 10
// time-limit: 5000
export function relu(Z: number[][]) {
  if (Z.length === 4) {
    for (let i = 0; i < 40; i++) {
      const kept = new Array(100_000).fill(i + 0.5);
      Promise.resolve().then(() => kept);
    }
  }
  return Z.map((row) => row.map((z) => Math.max(0, z)));
}

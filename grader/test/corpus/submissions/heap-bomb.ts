// A heap that grows without end.
// verdict: error memory
// time-limit: 10000
export function relu(Z: number[][]) {
  const kept: number[][] = [];
  for (;;) kept.push(new Array(1000).fill(1.5));
}

// Inputs that grow, as they are sent back too.
// verdict: failed *
// time-limit: 5000
export function relu(Z: number[][]) {
  const A = Z.map((row) => row.map((z) => Math.max(0, z)));
  while (Z.length < 3000) Z.push(new Array(3000).fill(1));
  return A;
}

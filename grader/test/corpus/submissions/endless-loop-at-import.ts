// An endless loop while the file is loaded.
// verdict: error timeout
for (;;);
export function relu(Z: number[][]) {
  return Z.map((row) => row.map((z) => Math.max(0, z)));
}

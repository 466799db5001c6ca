// Hangs something on a built-in function, which is frozen.
// verdict: error load
Object.defineProperty(Math.max, "apply", { value: () => 7 });
export function relu(Z: number[][]) {
  return Z.map((row) => row.map((z) => Math.max(0, z)));
}

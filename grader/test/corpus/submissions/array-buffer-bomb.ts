// ArrayBuffers without end. Where the kernel bounds memory, the one too many throws.
// verdict: failed 0
// or: error memory
// says: Array buffer allocation failed
// time-limit: 10000
export function relu(Z: number[][]) {
  const kept: ArrayBuffer[] = [];
  for (;;) kept.push(new ArrayBuffer(2 ** 26));
}

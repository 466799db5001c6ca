// Takes memory through WebAssembly.
// verdict: failed 0
// says: WebAssembly is not defined
export function relu(Z: number[][]) {
  new WebAssembly.Memory({ initial: 65536 });
  return Z;
}

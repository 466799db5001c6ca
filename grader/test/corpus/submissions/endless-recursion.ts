// A function that calls itself for ever.
// verdict: failed 0
// says: Maximum call stack size exceeded
export function relu(Z: number[][]) {
  return relu(Z);
}

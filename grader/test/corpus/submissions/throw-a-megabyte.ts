// Throws an error with a message of ten megabytes.
// verdict: failed 0
export function relu(Z: number[][]) {
  throw new Error("x".repeat(10_000_000));
}

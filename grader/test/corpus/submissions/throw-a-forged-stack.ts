// Throws an error whose stack points elsewhere.
// verdict: failed 0
// says: forged
export function relu(Z: number[][]) {
  const error = new Error("forged");
  error.stack = `    at f (${"a:1".repeat(600)}\n    at g (/etc/passwd:1:1)\n    at h (../solutions/relu.ts:1:1)`;
  throw error;
}

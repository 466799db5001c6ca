// Imports by code from a string.
// verdict: failed 0
// says: Code generation from strings disallowed
export function relu(Z: number[][]) {
  return Function("return import(\"node:fs\")")();
}

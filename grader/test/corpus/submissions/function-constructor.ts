// Makes code from a string with Function.
// verdict: failed 0
// says: Code generation from strings disallowed
export function relu(Z: number[][]) {
  return Function("return process")();
}

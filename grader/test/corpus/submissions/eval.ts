// Makes code from a string with eval.
// verdict: failed 0
// says: Code generation from strings disallowed
export function relu(Z: number[][]) {
  return (0, eval)("process");
}

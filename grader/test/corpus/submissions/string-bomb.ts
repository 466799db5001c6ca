// A string that doubles without end.
// verdict: failed 0
// says: Invalid string length
export function relu(Z: number[][]) {
  let text = "x";
  for (;;) text += text;
}

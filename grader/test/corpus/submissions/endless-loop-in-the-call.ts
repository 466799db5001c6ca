// An endless loop in the call.
// verdict: error timeout
export function relu(Z: number[][]) {
  for (;;);
}

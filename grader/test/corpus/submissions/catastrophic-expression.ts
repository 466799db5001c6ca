// A regular expression that backtracks for ever.
// verdict: error timeout
export function relu(Z: number[][]) {
  return /^(a+)+$/.test(`${"a".repeat(40)}b`);
}

// Rows that are holes.
// verdict: failed 0
// says: is undefined, expected a number
export function relu(Z: number[][]) {
  return Z.map((row) => new Array(row.length));
}

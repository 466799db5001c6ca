// Looks at the callbacks that others hand to Array.prototype.map.
// verdict: failed 0
// says: code not shown
export function relu(Z: number[][]) {
  throw new Error(String((z: number) => "my own source"));
}

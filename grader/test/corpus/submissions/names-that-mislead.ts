// An object with the names that prototypes have.
// verdict: failed 0
// says: A is an object
export function relu(Z: number[][]) {
  return JSON.parse('{ "__proto__": [[1]], "constructor": [[1]], "kind": "matrix", "at": 0 }');
}

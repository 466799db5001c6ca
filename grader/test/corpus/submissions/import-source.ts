// Imports the source of a module of Node while it runs, which is no import to those who look for imports.
// verdict: failed 0
// or: error syntax
// says: A is a Promise
export function relu(Z: number[][]) {
  return import.source(["node", "fs"].join(":"));
}

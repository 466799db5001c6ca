// Throws an error whose message cannot be read.
// verdict: failed 0
// says: something that cannot be shown
export function relu(Z: number[][]) {
  throw Object.defineProperty(new Error(), "message", {
    get() {
      throw 1;
    },
  });
}

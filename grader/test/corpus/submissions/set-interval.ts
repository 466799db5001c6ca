// A timer that never ends.
// verdict: failed 0
// says: setInterval is not defined
export function relu(Z: number[][]) {
  setInterval(() => {}, 0);
  return Z;
}

// An endless loop in what console.log is given.
// verdict: error timeout
export function relu(Z: number[][]) {
  console.log({
    isMatrix: true,
    toArray() {
      for (;;);
    },
  });
  return Z;
}

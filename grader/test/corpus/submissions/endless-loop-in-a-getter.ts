// An endless loop in a getter of the returned object.
// verdict: error timeout
export function relu(Z: number[][]) {
  return {
    get A() {
      for (;;);
    },
  };
}

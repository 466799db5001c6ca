// An endless loop when then is read.
// verdict: error timeout
export function relu(Z: number[][]) {
  return {
    get then() {
      for (;;);
    },
  };
}

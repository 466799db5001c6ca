// An endless loop in the message of what was thrown.
// verdict: error timeout
export function relu(Z: number[][]) {
  throw Object.defineProperty(new Error(), "message", {
    get() {
      for (;;);
    },
  });
}

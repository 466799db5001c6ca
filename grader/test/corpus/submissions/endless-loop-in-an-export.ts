// An endless loop in a getter that stands where the function should be.
// verdict: error timeout
Object.defineProperty(exports, "relu", {
  get() {
    for (;;);
  },
});

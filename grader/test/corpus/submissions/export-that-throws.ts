// Exports by a getter that throws.
// verdict: error load
// says: getter
Object.defineProperty(exports, "relu", {
  get() {
    throw new Error("getter");
  },
});

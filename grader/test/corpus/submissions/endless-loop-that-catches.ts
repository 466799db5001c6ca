// An endless loop that catches whatever would end it.
// verdict: error timeout
export function relu(Z: number[][]) {
  for (;;) {
    try {
      for (;;);
    } finally {
      continue;
    }
  }
}

// Prints what clears a terminal, moves up, turns text around, and sets the title.
// verdict: failed *
// says: ␛[2J
export function relu(Z: number[][]) {
  console.log("\u001b[2J\u001b[1A\u001b]0;forged\u0007 \u202e \u009b31m \r 100 / 100");
  return Z;
}

// Prints a command for GitHub, as a log, in an error, and where a line may be broken.
// verdict: failed 0
// says: : :notice
export function relu(Z: number[][]) {
  console.log("::notice::forged\n   ::set-output name=score::100");
  throw new Error(`${"long ".repeat(20)}::error::forged ${"long ".repeat(20)}\n:::error::forged`);
}

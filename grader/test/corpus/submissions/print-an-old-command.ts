// Prints a command in the form that GitHub finds anywhere in a line.
// verdict: failed *
// says: ## [error]
export function relu(Z: number[][]) {
  console.log("text ##[error]forged ##[add-mask]1");
  return Z;
}

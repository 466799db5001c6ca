// Fetches from a listener on 127.0.0.1.
// verdict: failed 0
// says: fetch is not defined
export function relu(Z: number[][]) {
  fetch("http://127.0.0.1:__PORT__/");
  return Z;
}

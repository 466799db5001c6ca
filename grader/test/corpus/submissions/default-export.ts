// Exports the function as the default alone.
// verdict: error missing-export
export default function relu(Z: number[][]) {
  return Z;
}

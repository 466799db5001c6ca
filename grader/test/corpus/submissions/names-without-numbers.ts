// Objects whose names are all there is to them, and long.
// verdict: failed 0
// says: A is an object
export function relu(Z: number[][]) {
  const names = Array.from({ length: 32 }, (_, i) => String(i).padStart(1_000_000, 'x'));
  const named = Object.fromEntries(names.map((name) => [name, 'y'.repeat(1_000_000)]));
  for (let i = 0; i < Z.length; i++) Z[i] = named as unknown as number[];
  return named;
}

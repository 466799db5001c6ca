// Long strings without end.
// verdict: error memory
// time-limit: 10000
export function relu(Z: number[][]) {
  const kept: string[] = [];
  for (let i = 0; ; i++) kept.push(String(i).repeat(2 ** 20).toUpperCase().toLowerCase());
}

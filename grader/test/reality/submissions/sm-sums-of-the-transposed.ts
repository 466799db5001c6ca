import type { Matrix } from '../reference/matrix';
const transpose = (M: Matrix): Matrix => M[0].map((_, j) => M.map((r) => r[j]));
export function softmax(inArray: Matrix): Matrix {
  const returnArray = transpose(inArray.map((row) => row.map((z) => Math.exp(z - Math.max(...row)))));
  const expSums: number[] = [];
  for (let col = 0; col < returnArray[0].length; col++) {
    expSums.push(returnArray.reduce((s, row) => s + row[col], 0));
  }
  for (let row = 0; row < returnArray.length; row++) {
    for (let col = 0; col < returnArray[0].length; col++) returnArray[row][col] /= expSums[row];
  }
  return transpose(returnArray);
}

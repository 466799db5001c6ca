import { log, sum } from 'mathjs';
import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: any, y: any): any {
  const logs: any = log(A);
  return -sum(y.map((row: any, i: number) => row.map((v: number, j: number) => v * logs[i][j]))) / A.length;
}

import { add, multiply } from 'mathjs';
import type { Matrix } from '../reference/matrix';
export function forwardPerceptron(X: Matrix, W: Matrix, b: Matrix): any {
  const Z: any = add(multiply(X, W), b);
  return Z.map((row: number[]) => row.map((z) => z.sigmoid()));
}

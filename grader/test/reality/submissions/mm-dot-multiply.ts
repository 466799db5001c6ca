import { dotMultiply } from 'mathjs';
import type { Matrix } from '../reference/matrix';
export function matrixMultiply(X: Matrix, W: Matrix): Matrix {
  return dotMultiply(X, W) as Matrix;
}

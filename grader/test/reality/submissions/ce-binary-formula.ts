import type { Matrix } from '../reference/matrix';
export function crossEntropy(yHat: Matrix, y: Matrix): number {
  // -sum( y * log( yHat ) + ( 1 - y ) * log( 1 - yHat ) ) / y.size
  let sum = 0;
  for (let i = 0; i < y.length; i++)
    for (let j = 0; j < y[0].length; j++)
      sum += y[i][j] * Math.log(yHat[i][j] + 1e-15) + (1 - y[i][j]) * Math.log(1 - yHat[i][j] + 1e-15);
  return -sum / (y.length * y[0].length);
}

import type { Matrix } from '../reference/matrix';
import { divide, exp, sum } from 'mathjs';
export function softmax(Z: Matrix): any {
  const e: any = exp(Z as any);
  return divide(e, sum(e));
}

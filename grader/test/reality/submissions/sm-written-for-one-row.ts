import type { Matrix } from '../reference/matrix';
export const softmax = (arr: any) =>
  arr.map((value: any) => Math.exp(value) / arr.map((y: any) => Math.exp(y)).reduce((a: number, b: number) => a + b));

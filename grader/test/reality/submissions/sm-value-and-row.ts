export function softmax(x: any, arr: any) {
  let max = Math.max(...arr);
  let denom = arr.map((v: number) => Math.exp(v - max)).reduce((a: number, b: number) => a + b);
  return Math.exp(x - max) / denom;
}

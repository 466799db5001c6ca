import type { Matrix } from '../reference/matrix';
export function relu(Z: any): any {
  const A: any = [];
  for (const row in Z) {
    const out: any = [];
    for (const z in Z[row]) out.push(Math.max(0, z as any));
    A.push(out);
  }
  return A;
}

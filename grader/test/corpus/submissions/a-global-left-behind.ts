// Throws when a global exists that an earlier run left behind.
// verdict: failed *
const globals = globalThis as Record<string, unknown>;
export function relu(Z: number[][]) {
  if (globals.seen === Z.length * 1000) throw new Error('run again');
  Object.defineProperty(globals, 'seen', { value: Z.length * 1000, configurable: true });
  return Z.map((row) => row.map((z) => Math.abs(z)));
}

// Records values of its own making, without end, where its values are recorded.
// verdict: failed *
// @ts-expect-error: the arguments of the function that a file becomes
const record: ((site: number, value: unknown) => void) | undefined = arguments[3];
export function relu(Z: number[][]) {
  const endless = new Proxy([1], { get: (_, key) => (key === 'length' ? 2 ** 31 : 1) });
  if (record !== undefined) for (let i = 0; i < 100_000; i++) record(i % 5 === 0 ? Number.NaN : i, endless);
  return Z.map((row) => row.map((z) => Math.abs(z)));
}

// A Proxy whose every trap throws.
// verdict: failed 0
// says: trap
export function relu(Z: number[][]) {
  const trap = () => {
    throw new Error("trap");
  };
  return new Proxy([], new Proxy({}, { get: () => trap }));
}

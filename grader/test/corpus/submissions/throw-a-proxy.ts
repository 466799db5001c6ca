// Throws a Proxy whose every trap throws.
// verdict: failed 0
// says: something that cannot be shown
export function relu(Z: number[][]) {
  const trap = () => {
    throw new Error("trap");
  };
  throw new Proxy({}, new Proxy({}, { get: () => trap }));
}

// A Proxy that was revoked.
// verdict: failed 0
export function relu(Z: number[][]) {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

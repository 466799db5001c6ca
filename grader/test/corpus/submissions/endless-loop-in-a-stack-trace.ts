// An endless loop in the hook that formats stack traces.
// verdict: error timeout
Error.prepareStackTrace = () => {
  for (;;);
};
export function relu(Z: number[][]) {
  throw new Error("now");
}

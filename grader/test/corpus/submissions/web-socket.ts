// Opens a WebSocket.
// verdict: failed 0
// says: WebSocket is not defined
export function relu(Z: number[][]) {
  new WebSocket("ws://127.0.0.1:__PORT__/");
  return Z;
}

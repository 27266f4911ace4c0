// Messages between a page and its worker. The lint rule about target origins is for windows; a worker has none.

interface Port {
  postMessage(message: unknown): void;
}

/** Sends a message; the caller says with `satisfies` which one it is. */
export function send(port: Port, message: unknown): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  port.postMessage(message);
}

// A connection of the load: it stays open, and looks at no more of an answer than where it ends.
import { connect, type Socket } from "node:net";

/**
 * Connects to where the url is, and says when an answer is whole, one after the other; what is no 200 with a length ends it
 * with an error. It reads into memory of its own: the 64 KiB that Node sets aside for every read make a client that stops
 * to collect them, and charges the server for it.
 */
export function openConnection(url: string, answered: () => void): Socket {
  const { hostname, port } = new URL(url);
  /** How many bytes of an answer are still to come. */
  let rest = 0;
  const read = (length: number, memory: Uint8Array): boolean => {
    const chunk = Buffer.from(memory.buffer, memory.byteOffset, length);
    if (rest === 0) rest = lengthOf(chunk);
    rest -= length;
    if (rest === 0) answered();
    else if (rest < 0) socket.destroy(new Error(`${url} answered ${chunk.toString("latin1", 0, 400)}`));
    return true;
  };
  const socket = connect({
    host: hostname,
    port: Number(port),
    noDelay: true,
    onread: { buffer: Buffer.alloc(65_536), callback: read },
  });
  return socket;
}

/** How long an answer is that begins here, its head included; below 0 when it is not a 200 with a length. */
function lengthOf(chunk: Buffer): number {
  const end = chunk.indexOf("\r\n\r\n");
  const head = chunk.toString("latin1", 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  return head.startsWith("HTTP/1.1 200 ") && length !== undefined ? end + 4 + Number(length) : -1;
}

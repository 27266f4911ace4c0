// Many apps that follow a channel live, each over a connection of its own: what each has been told, in order, and whether
// a connection ended.
import { connect, type Socket } from "node:net";

export interface Follower {
  /** The sequences that arrived. */
  readonly sequences: number[];
  isOpen: boolean;
}

export interface Followers {
  readonly all: readonly Follower[];
  readonly close: () => void;
}

/** Opens so many streams, some at a time, and waits until each has had its first event. */
export async function follow(
  url: string,
  options: { readonly key: string; readonly count: number },
): Promise<Followers> {
  const all: Follower[] = [];
  const sockets: Socket[] = [];
  const atOnce = 50;
  for (let from = 0; from < options.count; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, options.count - from) }, () => open(url, options.key));
    for (const { socket, follower } of some) {
      sockets.push(socket);
      all.push(follower);
    }
    await Promise.all(some.map(({ first }) => first));
  }
  return { all, close: () => sockets.forEach((socket) => socket.destroy()) };
}

function open(url: string, key: string) {
  const { hostname, port, host, pathname } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  const follower: Follower = { sequences: [], isOpen: true };
  const first = new Promise<void>((resolve, reject) => {
    let held = "";
    socket.once("connect", () =>
      socket.write(
        `GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\naccept: text/event-stream\r\nauthorization: Bearer ${key}\r\n\r\n`,
      ),
    );
    socket.on("data", (chunk: Buffer) => {
      // A line may arrive in two pieces; what is before the last line end is whole.
      const lines = (held + chunk.toString("latin1")).split("\n");
      held = lines.pop() ?? "";
      for (const line of lines) {
        if (!line.startsWith("id: ")) continue;
        follower.sequences.push(Number(line.slice("id: ".length)));
        resolve();
      }
      if (lines.some((line) => line.startsWith("HTTP/1.1 ") && !line.startsWith("HTTP/1.1 200 ")))
        reject(new Error(`${url}: ${lines[0] ?? ""}`));
    });
    socket.once("error", reject);
    socket.once("close", () => {
      follower.isOpen = false;
      reject(new Error(`${url} closed the stream`));
    });
  });
  return { socket, follower, first };
}

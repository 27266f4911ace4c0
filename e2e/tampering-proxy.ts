// Stands between a consumer and the server, and can spoil one byte of every signed document that passes.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface TamperingProxy {
  readonly url: string;
  tamper(on: boolean): void;
  close(): void;
}

export async function startTamperingProxy(target: string): Promise<TamperingProxy> {
  let spoil = false;
  const server: Server = createServer((request, response) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (typeof value === "string" && name !== "host" && name !== "connection") headers.set(name, value);
    }
    void (async () => {
      const answer = await fetch(`${target}${request.url ?? "/"}`, { headers });
      const body = new Uint8Array(await answer.arrayBuffer());
      const middle = Math.floor(body.length / 2);
      if (spoil && body.length > 0) body[middle] = (body[middle] ?? 0) ^ 1;
      const passed = Object.fromEntries(
        [...answer.headers].filter(
          ([name]) => !["content-length", "content-encoding", "transfer-encoding"].includes(name),
        ),
      );
      response.writeHead(answer.status, passed).end(body);
    })().catch(() => response.writeHead(502).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tamper: (on) => {
      spoil = on;
    },
    close: () => server.close(),
  };
}

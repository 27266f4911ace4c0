// A receiver of webhooks for tests: a real https server on this machine, under a name that only a given network knows.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { IncomingHttpHeaders } from "node:http";
import path from "node:path";
import type { Network } from "../src/webhooks/post.ts";

const pem = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, "tls", `${name}.pem`), "utf8");
export const receiverHost = "hooks.jumelage.example";

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly path: string | undefined;
}

/** How the receiver answers the next request; after the last, with 204. */
export type Reply =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly bytes?: number }
  | "never";

export interface Receiver {
  readonly address: string;
  readonly port: number;
  readonly received: Received[];
  readonly replies: Reply[];
  readonly network: Network;
  readonly close: () => Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const replies: Reply[] = [];
  const server: Server = createServer({ key: pem("key"), cert: pem("certificate") }, (request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body, path: request.url });
      const reply = replies.shift() ?? { status: 204 };
      if (reply === "never") return;
      response.writeHead(reply.status, reply.headers);
      response.end(reply.bytes === undefined ? undefined : "x".repeat(reply.bytes));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    address: `https://${receiverHost}:${port}/crochet`,
    port,
    received,
    replies,
    network: {
      resolve: async (host) => (host === receiverHost ? ["127.0.0.1"] : []),
      isAllowed: (address) => address === "127.0.0.1",
      ca: pem("certificate"),
      timeout: 2000,
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

// A server of one channel in a few lines, over real HTTP, that can be told to misbehave.
import { createServer, type RequestListener } from "node:http";
import { createHash } from "node:crypto";
import type { Published } from "./fixtures.ts";

export interface TestServer {
  readonly url: string;
  /** Every request so far, as `status path`. */
  readonly log: string[];
  /** What is served from now on; releases served once stay. */
  serve(published: Pick<Published, "payload" | "pointer" | "release">): void;
  /** The signed key lists that are handed out from now on. */
  serveKeyLists(lists: readonly Uint8Array[]): void;
  /** Takes over every answer, until given nothing. */
  intercept(listener: RequestListener | undefined): void;
  stop(): Promise<void>;
}

export async function startServer(
  options: { readonly key?: string; readonly program?: string } = {},
): Promise<TestServer> {
  const { key = "consumer-key", program = "tiny" } = options;
  const base = `/v1/programs/${program}`;
  const log: string[] = [];
  const releases = new Map<string, Uint8Array>();
  let pointer: Uint8Array | undefined;
  let keyLists: Buffer | undefined;
  let intercepted: RequestListener | undefined;
  const server = createServer((request, response) => {
    response.on("finish", () => log.push(`${response.statusCode} ${request.url ?? ""}`));
    if (intercepted) return intercepted(request, response);
    if (request.headers.authorization !== `Bearer ${key}`) return void response.writeHead(401).end();
    const path = request.url ?? "";
    const body =
      path === `${base}/channels/production`
        ? pointer
        : path === "/v1/keys/lists"
          ? keyLists
          : releases.get(path);
    if (body === undefined) return void response.writeHead(404).end();
    const etag = `"${createHash("sha256").update(body).digest("hex")}"`;
    if (request.headers["if-none-match"] === etag) return void response.writeHead(304, { etag }).end();
    return void response.writeHead(200, { etag, "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    log,
    serve(published) {
      pointer = published.pointer;
      releases.set(`${base}/releases/${published.payload.release}`, published.release);
    },
    serveKeyLists(lists) {
      keyLists = Buffer.concat(lists.flatMap((list) => [list, Buffer.from("\n")]));
    },
    intercept(listener) {
      intercepted = listener;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

// A server of one channel in a few lines, over real HTTP, that can be told to misbehave.
import { createServer, type RequestListener, type ServerResponse } from "node:http";
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
  /** From now on there is a stream of events, as the server's own: the pointer at once, and whenever another is served. */
  stream(): void;
  /** Writes this text into every open stream. */
  write(text: string): void;
  /** Ends every open stream. */
  endStreams(): void;
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
  let isStreamed = false;
  const streams = new Set<ServerResponse>();
  const eventOf = (bytes: Uint8Array): string =>
    `id: 1\nevent: pointer\ndata: ${Buffer.from(bytes).toString("utf8")}\n\n`;
  const server = createServer((request, response) => {
    response.on("finish", () => log.push(`${response.statusCode} ${request.url ?? ""}`));
    if (intercepted) return intercepted(request, response);
    if (request.headers.authorization !== `Bearer ${key}`) return void response.writeHead(401).end();
    const path = request.url ?? "";
    if (isStreamed && path === `${base}/channels/production/events`) {
      streams.add(response);
      response.on("close", () => streams.delete(response));
      response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
      return void response.write(`retry: 2000\n\n${pointer ? eventOf(pointer) : ""}`);
    }
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
      for (const stream of streams) stream.write(eventOf(published.pointer));
    },
    serveKeyLists(lists) {
      keyLists = Buffer.concat(lists.flatMap((list) => [list, Buffer.from("\n")]));
    },
    stream() {
      isStreamed = true;
    },
    write(text) {
      for (const stream of streams) stream.write(text);
    },
    endStreams() {
      for (const stream of streams) stream.end();
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

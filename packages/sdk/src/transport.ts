// Reading from the server: bounded in time and in bytes, and every failure an answer with a code. It judges nothing it
// reads; that is `accept.ts`.
import { keyListsBytesLimit, pointerBytesLimit } from "@jumelage/engine";

export const transportCodes = [
  "unreachable",
  "unauthorized",
  "not-found",
  "gone",
  "rate-limited",
  "server-error",
  "too-large",
  "unexpected-answer",
] as const;
export type TransportCode = (typeof transportCodes)[number];

export type Fetched =
  | { readonly kind: "body"; readonly bytes: Uint8Array; readonly etag: string | undefined }
  | { readonly kind: "not-modified" }
  | { readonly kind: "failed"; readonly code: TransportCode; readonly status?: number };

export type Streamed =
  | { readonly kind: "stream"; readonly body: ReadableStream<Uint8Array> }
  | Extract<Fetched, { readonly kind: "failed" }>;

export interface TransportOptions {
  readonly url: string;
  readonly key: string;
  readonly program: string;
  readonly channel: string;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutSeconds: number;
}

export interface Transport {
  pointer(etag: string | undefined): Promise<Fetched>;
  /** A release of at most so many bytes. */
  release(number: number, limit: number): Promise<Fetched>;
  /** The signed key lists, one a line, oldest first. */
  keyLists(): Promise<Fetched>;
  /** The channel's events, until the signal: unlike the others, without a limit of time or size. */
  events(signal: AbortSignal): Promise<Streamed>;
}

/** The calls of the public API that a client needs. */
export function createTransport(options: TransportOptions): Transport {
  const api = `${options.url.replace(/\/+$/, "")}/v1`;
  const program = `${api}/programs/${encodeURIComponent(options.program)}`;
  const channel = `${program}/channels/${encodeURIComponent(options.channel)}`;
  return {
    pointer: (etag) => get(options, { url: channel, etag, limit: pointerBytesLimit }),
    events: (signal) => openEvents(options, `${channel}/events`, signal),
    release: (number, limit) =>
      get(options, { url: `${program}/releases/${number}`, etag: undefined, limit }),
    keyLists: () => get(options, { url: `${api}/keys/lists`, etag: undefined, limit: keyListsBytesLimit }),
  };
}

interface Get {
  readonly url: string;
  readonly etag: string | undefined;
  readonly limit: number;
}

async function get(options: TransportOptions, { url, etag, limit }: Get): Promise<Fetched> {
  try {
    const response = await ask(options, url, {
      headers: { accept: "application/json", ...(etag === undefined ? {} : { "if-none-match": etag }) },
      signal: AbortSignal.timeout(options.timeoutSeconds * 1000),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return response.status === 304 ? { kind: "not-modified" } : failed(response.status);
    }
    const bytes = await readUpTo(response, limit);
    if (bytes === undefined) return { kind: "failed", code: "too-large", status: 200 };
    return { kind: "body", bytes, etag: response.headers.get("etag") ?? undefined };
  } catch {
    // Whatever the network or the runtime calls it: refused, reset, cut short, timed out.
    return { kind: "failed", code: "unreachable" };
  }
}

async function openEvents(options: TransportOptions, url: string, signal: AbortSignal): Promise<Streamed> {
  const response = await ask(options, url, { headers: { accept: "text/event-stream" }, signal });
  const { status, body } = response;
  const isEvents = response.headers.get("content-type")?.startsWith("text/event-stream") === true;
  if (status === 200 && isEvents && body !== null) return { kind: "stream", body };
  await body?.cancel();
  return status === 200 ? { kind: "failed", code: "unexpected-answer", status } : failed(status);
}

function ask(
  { fetch, key }: TransportOptions,
  url: string,
  how: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<Response> {
  return fetch(url, {
    headers: { ...how.headers, authorization: `Bearer ${key}` },
    // The ETag is ours to manage, and a redirect could take the key elsewhere.
    cache: "no-store",
    redirect: "error",
    signal: how.signal,
  });
}

function failed(status: number): Extract<Fetched, { readonly kind: "failed" }> {
  const code =
    status === 401 || status === 403
      ? "unauthorized"
      : status === 404
        ? "not-found"
        : status === 410
          ? "gone"
          : status === 429
            ? "rate-limited"
            : status >= 500
              ? "server-error"
              : "unexpected-answer";
  return { kind: "failed", code, status };
}

/** The body, or undefined when there is more of it than there may be: an endless one is cut, not collected. */
async function readUpTo(response: Response, limit: number): Promise<Uint8Array | undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(next.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

// Hears from PostgreSQL of every channel that moves, whichever process moved it: a connection of its own that listens,
// and comes back by itself. What was told while it was away is lost to it, so it says when that may have been.
import { Client } from "pg";
import { pointerNotification } from "./channels.ts";

export interface PointerMove {
  readonly program: string;
  readonly channel: string;
  readonly sequence: number;
}

export interface PointerMovesOptions {
  /** Where the database is now; asked before every attempt. */
  readonly url: () => string;
  readonly onMove: (move: PointerMove) => void;
  /** It listens from now on: any channel may have moved while it did not. */
  readonly onListening: () => void;
  /** The connection was lost, or could not be made; it will be tried again. */
  readonly onError?: (error: Error) => void;
}

const firstPause = 250;
const longestPause = 5000;
/** How often a silent connection is asked whether it is still there, in milliseconds. */
const askEvery = 15_000;

/** Listens until it is closed. Never throws: what goes wrong is told, and tried again. */
export function listenToPointerMoves(options: PointerMovesOptions): { readonly close: () => Promise<void> } {
  const stop = new AbortController();
  const running = (async () => {
    for (let failures = 0; !stop.signal.aborted;) {
      const heard = await listenOnce(options, stop.signal);
      if (stop.signal.aborted) return;
      failures = heard ? 0 : failures + 1;
      await pause(Math.min(firstPause * 2 ** Math.min(failures, 10), longestPause), stop.signal);
    }
  })();
  return {
    close: async () => {
      stop.abort();
      await running;
    },
  };
}

/** One connection, from beginning to end; whether it ever listened. */
async function listenOnce(options: PointerMovesOptions, stop: AbortSignal): Promise<boolean> {
  const client = new Client({
    connectionString: options.url(),
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
    keepAlive: true,
    application_name: "jumelage-moves",
  });
  let listened = false;
  // An error of the connection always ends it; without a listener it would end the process.
  const ended = new Promise<void>((resolve) => {
    client.once("end", () => resolve());
    client.on("error", (error) => {
      options.onError?.(error);
      resolve();
    });
    stop.addEventListener("abort", () => resolve(), { once: true });
  });
  client.on("notification", ({ payload }) => {
    const move = readMove(payload);
    if (move) options.onMove(move);
  });
  let asking: ReturnType<typeof setInterval> | undefined;
  try {
    await Promise.race([client.connect(), ended]);
    if (stop.aborted) return false;
    await client.query(`listen ${pointerNotification}`);
    listened = true;
    options.onListening();
    asking = setInterval(() => {
      client.query("select 1").catch(() => client.end().catch(() => undefined));
    }, askEvery);
    await ended;
  } catch (error) {
    options.onError?.(error instanceof Error ? error : new Error(String(error)));
  } finally {
    clearInterval(asking);
    await client.end().catch(() => undefined);
  }
  return listened;
}

/** A notification as `writePointer` sends it; anything else is not ours to judge and is left aside. */
function readMove(payload: string | undefined): PointerMove | undefined {
  try {
    const { program, channel, sequence } = JSON.parse(payload ?? "") as Record<string, unknown>;
    if (typeof program !== "string" || typeof channel !== "string" || typeof sequence !== "number")
      return undefined;
    return { program, channel, sequence };
  } catch {
    return undefined;
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}

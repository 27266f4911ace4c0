// A channel's events, as long as they come: the connection is opened again and again, each time after its pause, and given
// up when nothing is heard. What it is sent is handed on as it is; nothing here judges it.
import { pointerBytesLimit, utf8Bytes } from "@jumelage/engine";
import { pauseSeconds, poll } from "./poll.ts";
import { eventReader } from "./server-events.ts";
import type { Streamed, TransportCode } from "./transport.ts";

/** Why there is no stream: it could not be had, it ended, nothing was heard for too long. */
export type StreamCode = TransportCode | "stream-ended" | "stream-silent";

export interface StreamOptions {
  open(signal: AbortSignal): Promise<Streamed>;
  /** Something came, if only a sign of life; the first time of a connection `isFirst`. */
  heard(isFirst: boolean): void;
  /** A pointer came: its signed bytes, whatever they are worth. */
  pointer(bytes: Uint8Array): void;
  /** There is no stream for now. */
  lost(code: StreamCode): void;
}

export interface Stream {
  /** Whether something was heard on the present connection, and lately. */
  isLive(): boolean;
  stop(): void;
}

/** The server gives a sign of life at least every 25 seconds; twice that and a little more is silence. */
const silenceSeconds = 60;
/** What is no pointer in length is none. */
const longestEvent = 2 * pointerBytesLimit;

/** Seconds until a connection is opened again, after so many in a row on which nothing was heard. */
export function reconnectSeconds(failures: number, chance: number): number {
  // A server that stops loses all its streams at once: they come back over half a minute, and not to the second.
  return failures === 0 ? 5 + 25 * chance : pauseSeconds(30, failures, chance);
}

/** Opens the stream and keeps it open until it is stopped. */
export function keepStream(options: StreamOptions): Stream {
  let isLive = false;
  let connection: AbortController | undefined;
  let stopPolling: (() => void) | undefined;
  let isStopped = false;

  /** One connection, from its opening to its end; whether anything was heard on it. */
  async function connect(): Promise<boolean> {
    const ending = new AbortController();
    connection = ending;
    let wasHeard = false;
    const silence = timerOf(silenceSeconds * 1000, () => ending.abort());
    const code = await read(ending, () => {
      silence.again();
      isLive = true;
      options.heard(!wasHeard);
      wasHeard = true;
    });
    silence.stop();
    isLive = false;
    if (!isStopped) options.lost(ending.signal.aborted ? "stream-silent" : code);
    ending.abort();
    return wasHeard;
  }

  async function read(ending: AbortController, heard: () => void): Promise<StreamCode> {
    const { signal } = ending;
    try {
      const opened = await options.open(signal);
      if (opened.kind === "failed") return opened.code;
      const reader = opened.body.getReader();
      // Whether or not whoever fetches minds the signal, reading ends with it.
      const cancel = (): void => void reader.cancel().catch(() => undefined);
      signal.addEventListener("abort", cancel);
      if (signal.aborted) cancel();
      const decoder = new TextDecoder();
      const events = eventReader(longestEvent);
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        if (signal.aborted) break;
        heard();
        const came = events(decoder.decode(next.value, { stream: true }));
        if (came === undefined) return "too-large";
        for (const { event, data } of came) if (event === "pointer") options.pointer(utf8Bytes(data));
      }
      return "stream-ended";
    } catch {
      return "unreachable";
    }
  }

  async function keep(): Promise<void> {
    const wasHeard = await connect();
    if (!isStopped) stopPolling = poll(reconnectSeconds, !wasHeard, connect);
  }

  void keep();
  return {
    isLive: () => isLive,
    stop() {
      isStopped = true;
      isLive = false;
      stopPolling?.();
      connection?.abort();
    },
  };
}

/** A timer that can be set anew, and taken back. */
function timerOf(ms: number, then: () => void): { readonly again: () => void; readonly stop: () => void } {
  let timer = setTimeout(then, ms);
  return {
    again() {
      clearTimeout(timer);
      timer = setTimeout(then, ms);
    },
    stop: () => clearTimeout(timer),
  };
}

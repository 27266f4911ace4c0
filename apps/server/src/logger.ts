// The log: one JSON line an event, of an allow-list of fields. What a person sends (facts, keys, bodies, query
// strings) never reaches it, and neither do error messages, which may quote any of those: an error leaves its name,
// its code and its frames.
import { pino, type DestinationStream, type Logger } from "pino";
import type { LogLevel } from "./env.ts";

export type { Logger } from "pino";

/** A logger on stderr, or on `destination`. */
export function createLogger(
  level: LogLevel,
  destination: DestinationStream = onceATurn(pino.destination({ fd: 2, sync: true })),
): Logger {
  return pino(
    { level, base: null, timestamp: timeField(), serializers: { err: describeError } },
    destination,
  );
}

/** Lines of one turn of the event loop are written together: under load most of what a line costs is the call to write it. */
function onceATurn(destination: DestinationStream): DestinationStream {
  let lines = "";
  const write = (): void => {
    if (lines !== "") destination.write(lines);
    lines = "";
  };
  // Whatever ends the process, its last words come out.
  process.once("exit", write);
  return {
    write(line) {
      if (lines === "") setImmediate(write);
      lines += line;
    },
  };
}

/** The time of a line, in UTC; lines of one millisecond share it, since writing a date takes as long as the line. */
function timeField(): () => string {
  let [at, field] = [0, ""];
  return () => {
    const now = Date.now();
    if (now !== at) [at, field] = [now, `,"time":"${new Date(now).toISOString()}"`];
    return field;
  };
}

interface ErrorRecord {
  readonly name: string;
  readonly code?: string;
  readonly frames: readonly string[];
  readonly cause?: ErrorRecord;
}

/** An error without its message. */
export function describeError(error: unknown, depth = 0): ErrorRecord {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code =
    "code" in error && typeof error.code === "string" && /^[A-Za-z0-9_-]{1,64}$/.test(error.code)
      ? error.code
      : undefined;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    frames: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined || depth > 4 ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}

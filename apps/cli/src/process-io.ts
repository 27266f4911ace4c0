// This process's streams and environment, as commands are given them.
import { env, stderr, stdin, stdout } from "node:process";
import type { Io } from "./outcome.ts";

/** What commands print to and read from; progress is written over where somebody watches. */
export function processIo(): Io {
  let isShowing = false;
  /** Back to the beginning of the line, and all of it cleared. */
  const anew = "\r\u001B[2K";
  const clear = (): string => {
    const clearing = isShowing ? anew : "";
    isShowing = false;
    return clearing;
  };
  return {
    out(text) {
      stderr.write(clear());
      stdout.write(text);
    },
    err: (text) => stderr.write(clear() + text),
    progress: stderr.isTTY
      ? (text) => {
          stderr.write(anew + text);
          isShowing = true;
        }
      : undefined,
    async input() {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk);
      return new Uint8Array(Buffer.concat(chunks));
    },
    consumerKey: env["JUMELAGE_KEY"],
    env,
    now: Date.now,
  };
}

#!/usr/bin/env node
// The entry point: this process's arguments, streams and exit code, and nothing else.
import { argv, env, stderr, stdin, stdout } from "node:process";
import { run } from "./run.ts";

let isShowing = false;
/** Back to the beginning of the line, and all of it cleared. */
const anew = "\r\u001B[2K";
const clear = (): string => {
  const clearing = isShowing ? anew : "";
  isShowing = false;
  return clearing;
};

process.exitCode = await run(argv.slice(2), {
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
});

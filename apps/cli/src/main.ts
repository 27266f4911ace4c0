#!/usr/bin/env node
// The entry point: this process's arguments, streams and exit code, and nothing else.
import { argv, env, stderr, stdin, stdout } from "node:process";
import { run } from "./run.ts";

process.exitCode = await run(argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  async input() {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stdin) chunks.push(chunk);
    return new Uint8Array(Buffer.concat(chunks));
  },
  consumerKey: env["JUMELAGE_KEY"],
  now: Date.now,
});

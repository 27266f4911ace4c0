// Run as a process of its own by `cache.test.ts`, which kills it: writes the two given contents in turn, for ever.
import { readFile } from "node:fs/promises";
import { fileCache } from "../src/node.ts";

const [path = "", ...contents] = process.argv.slice(2);
const blobs = await Promise.all(contents.map((file) => readFile(file)));
const cache = fileCache(path);
process.stdout.write("writing\n");
for (let turn = 0; ; turn++) {
  const blob = blobs[turn % blobs.length];
  if (blob !== undefined) await cache.write(new Uint8Array(blob));
}

// `/downloads`: what downstream apps install and what auditors run, offered by the server itself, since no registry is
// promised.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FastifyInstance } from "fastify";

/** What there may be, as the builds leave it, with its type: nothing that a browser would run on this site. */
const offered = [
  ["jumelage-sdk.tgz", "application/gzip"],
  ["jumelage-verify.mjs", "application/octet-stream"],
] as const;

/** Mounts what is found in the folders. It is open: nothing in it is of this installation. */
export function mountDownloads(app: FastifyInstance, folders: readonly string[]): void {
  const found = offered.flatMap(([name, type]) => {
    const file = folders.map((folder) => path.join(folder, name)).find((candidate) => existsSync(candidate));
    if (file === undefined) return [];
    const bytes = readFileSync(file);
    return [{ name, type, bytes, sha256: createHash("sha256").update(bytes).digest("hex") }];
  });
  app.get("/downloads", (_request, reply) =>
    reply
      .header("cache-control", "no-cache")
      .send({ downloads: found.map(({ name, bytes, sha256 }) => ({ name, sha256, bytes: bytes.length })) }),
  );
  for (const { name, type, bytes, sha256 } of found) {
    app.get(`/downloads/${name}`, (_request, reply) =>
      reply.header("cache-control", "no-cache").header("etag", `"${sha256}"`).type(type).send(bytes),
    );
  }
}

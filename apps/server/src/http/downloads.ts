// `/downloads`: what downstream apps install, offered by the server itself, since no registry is promised.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FastifyInstance } from "fastify";

/** The packages there may be, as the build leaves them. */
const offered = ["jumelage-sdk.tgz"] as const;

/** Mounts the packages found in `folder`. They are open: nothing in them is of this installation. */
export function mountDownloads(app: FastifyInstance, folder: string): void {
  const found = offered
    .filter((name) => existsSync(path.join(folder, name)))
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name));
      return { name, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
    });
  app.get("/downloads", (_request, reply) =>
    reply
      .header("cache-control", "no-cache")
      .send({ downloads: found.map(({ name, bytes, sha256 }) => ({ name, sha256, bytes: bytes.length })) }),
  );
  for (const { name, bytes, sha256 } of found) {
    app.get(`/downloads/${name}`, (_request, reply) =>
      reply
        .header("cache-control", "no-cache")
        .header("etag", `"${sha256}"`)
        .type("application/gzip")
        .send(bytes),
    );
  }
}

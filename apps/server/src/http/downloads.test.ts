import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fastify } from "fastify";
import { afterAll, expect, it } from "vitest";
import { mountDownloads } from "./downloads.ts";

const folder = mkdtempSync(path.join(tmpdir(), "jumelage-downloads-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const none = path.join(folder, "nowhere");

it("offers the packages that were built, and nothing else of their folder", async () => {
  const without = fastify();
  mountDownloads(without, [folder]);
  expect((await without.inject("/downloads")).json()).toEqual({ downloads: [] });
  expect((await without.inject("/downloads/jumelage-sdk.tgz")).statusCode).toBe(404);

  const bytes = Buffer.from("a package");
  writeFileSync(path.join(folder, "jumelage-sdk.tgz"), bytes);
  writeFileSync(path.join(folder, "other.txt"), "other");
  writeFileSync(path.join(folder, "jumelage-verify.mjs"), bytes);
  const app = fastify();
  mountDownloads(app, [none, folder]);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect((await app.inject("/downloads")).json()).toEqual({
    downloads: ["jumelage-sdk.tgz", "jumelage-verify.mjs"].map((name) => ({
      name,
      sha256,
      bytes: bytes.length,
    })),
  });
  const { headers, rawPayload } = await app.inject("/downloads/jumelage-sdk.tgz");
  expect(rawPayload).toEqual(bytes);
  expect(headers).toMatchObject({ "content-type": "application/gzip", etag: `"${sha256}"` });
  const script = await app.inject("/downloads/jumelage-verify.mjs");
  expect([script.headers["content-type"], script.rawPayload]).toEqual(["application/octet-stream", bytes]);
  expect((await app.inject("/downloads/other.txt")).statusCode).toBe(404);
});

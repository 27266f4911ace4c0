import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fastify } from "fastify";
import { afterAll, expect, it } from "vitest";
import { mountDownloads } from "./downloads.ts";

const folder = mkdtempSync(path.join(tmpdir(), "jumelage-downloads-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("offers the packages that were built, and nothing else of their folder", async () => {
  const none = fastify();
  mountDownloads(none, folder);
  expect((await none.inject("/downloads")).json()).toEqual({ downloads: [] });
  expect((await none.inject("/downloads/jumelage-sdk.tgz")).statusCode).toBe(404);

  const bytes = Buffer.from("a package");
  writeFileSync(path.join(folder, "jumelage-sdk.tgz"), bytes);
  writeFileSync(path.join(folder, "other.txt"), "other");
  const app = fastify();
  mountDownloads(app, folder);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect((await app.inject("/downloads")).json()).toEqual({
    downloads: [{ name: "jumelage-sdk.tgz", sha256, bytes: bytes.length }],
  });
  const { headers, rawPayload } = await app.inject("/downloads/jumelage-sdk.tgz");
  expect(rawPayload).toEqual(bytes);
  expect(headers).toMatchObject({ "content-type": "application/gzip", etag: `"${sha256}"` });
  expect((await app.inject("/downloads/other.txt")).statusCode).toBe(404);
});

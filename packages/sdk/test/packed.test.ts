// The packed form as those judge it who install it: its manifest, its types, its size, what it needs, what it tries.
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as Sdk from "../src/index.ts";
import { newKey, publish } from "./fixtures.ts";
import { through } from "./doors/doors.ts";
import { pack, type Packed } from "./packed.ts";

let folder: string;
let packed: Packed;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-packed-"));
  packed = await pack(folder);
}, 240_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (name: string): Promise<string> => readFile(join(packed.folder, name), "utf8");
/** One file of the package, as Node loads it. */
const loaded = async (name: string): Promise<typeof Sdk> =>
  (await import(/* @vite-ignore */ pathToFileURL(join(packed.folder, name)).href)) as typeof Sdk;

describe("the package", () => {
  test("publint has nothing to say", async () => {
    const { messages } = await publint({ pkgDir: packed.folder, strict: true, pack: false });
    expect(messages).toEqual([]);
  });

  test("the types are right, however they are resolved", async () => {
    const tarball = createPackageFromTarballData(new Uint8Array(await readFile(packed.tarball)));
    const analysis = await checkPackage(tarball);
    expect(analysis.types).toMatchObject({ kind: "included" });
    const problems = "problems" in analysis ? analysis.problems : [];
    // It is ES modules only: old `require` and old resolution without `exports` are not offered.
    const offered = problems.filter(
      (p) => !("resolutionKind" in p && (p.resolutionKind === "node10" || p.resolutionKind === "node16-cjs")),
    );
    expect(offered).toEqual([]);
  });

  test("needs nothing else, and makes no code from text in a browser", async () => {
    const manifest = JSON.parse(await file("package.json")) as Readonly<Record<string, unknown>>;
    expect(manifest["dependencies"]).toBeUndefined();
    expect(manifest["peerDependenciesMeta"]).toEqual({ react: { optional: true } });
    for (const name of ["index.js", "index.node.js", "node.js", "react.js"]) {
      const imported = [
        ...(await file(name)).matchAll(
          /\b(?:import|export)\b[^;"'`]*?\bfrom\s*["'`]([^"'`]+)|\bimport\s*\(?\s*["'`]([^"'`]+)/g,
        ),
      ].map(([, from, alone]) => from ?? alone);
      expect(
        imported.filter((from) => from?.startsWith("node:") !== true),
        name,
      ).toEqual(name === "react.js" ? ["react"] : []);
    }
    expect(await file("index.js")).not.toMatch(/\beval\(|new Function|\bFunction\(|["'`]node:/);
  });

  test("is at most 40 kB, compressed, with the evaluator", async () => {
    expect(gzipSync(await file("index.js"), { level: 9 }).length).toBeLessThanOrEqual(40 * 1024);
  });

  test("both forms verify and answer as the sources do", async () => {
    const key = await newKey();
    const good = await publish(key, { number: 1 });
    const spoilt = { ...good, release: good.release.map((byte, i) => (i === 400 ? byte ^ 1 : byte)) };
    for (const name of ["index.js", "index.node.js"]) {
      const { createClient } = await loaded(name);
      const given = { trust: [key.jwk], program: "tiny", createClient };
      expect(await through("network", good, given), name).toBe("release 1");
      expect(await through("bundled", spoilt, given), name).toBe("hash-mismatch");
    }
  });
});

// The schemas of the packed form against zod's: over documents that are right and documents with something wrong in
// them, the two accept the same, and answer the same value.
import { programs } from "@jumelage/engine/test/reference-programs";
import { howMany } from "@jumelage/engine/test/small";
import {
  keyListPayloadSchema,
  parseShape,
  pointerPayloadSchema,
  profilesSchema,
  releasePayloadSchema,
  ruleSetSchema,
} from "@jumelage/engine";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newKey, publish, releasePayload } from "./fixtures.ts";

const zod = {
  keyListPayloadSchema,
  pointerPayloadSchema,
  profilesSchema,
  releasePayloadSchema,
  ruleSetSchema,
} as const;
const schemas = [
  "keyListPayloadSchema",
  "pointerPayloadSchema",
  "profilesSchema",
  "releasePayloadSchema",
  "ruleSetSchema",
] as const satisfies readonly (keyof typeof zod)[];
type Engine = typeof zod & { readonly parseShape: typeof parseShape };

let folder: string;
let packed: Engine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-shapes-"));
  await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: { zod: join(import.meta.dirname, "../src/packed/zod.ts") } },
    build: {
      outDir: folder,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, "../../engine/src/index.ts"),
        formats: ["es"],
        fileName: "engine",
      },
    },
  });
  packed = (await import(/* @vite-ignore */ pathToFileURL(join(folder, "engine.js")).href)) as Engine;
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const odd: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  1e300,
  "",
  " ",
  "x",
  "é",
  "constructor",
  "2026-02-30",
  "2026-02-28",
  "2026-02-28T12:00:00Z",
  "2026-02-28T12:00Z",
  "https://a.example/",
  " https://a.example/\n",
  "http://a.example",
  "a\u202eb",
  [],
  ["x"],
  {},
  { x: 1 },
  { assume: 1 },
];

/** A copy of a document with one thing in it replaced, left out or added. */
function mended(json: unknown, chance: (below: number) => number): unknown {
  const copy: unknown = structuredClone(json);
  let at = copy;
  for (let depth = 1 + chance(8); typeof at === "object" && at !== null; depth--) {
    const members = at as Record<string, unknown>;
    const keys = Object.keys(members);
    const key = keys[chance(Math.max(1, keys.length))];
    const next = key === undefined ? undefined : members[key];
    if (key !== undefined && depth > 0 && typeof next === "object" && next !== null) {
      at = next;
      continue;
    }
    const kind = chance(4);
    if (kind === 0 && key !== undefined && !Array.isArray(at)) delete members[key];
    else if (kind === 1 && Array.isArray(at)) at.push(odd[chance(odd.length)]);
    else members[kind === 1 || key === undefined ? "more" : key] = odd[chance(odd.length)];
    return copy;
  }
  return odd[chance(odd.length)];
}

test("accept the same documents as zod, and answer the same", async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  let state = seed;
  const chance = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % below;
  };
  const { payload } = await publish(await newKey(), { number: 1 });
  const id = "A".repeat(43);
  const documents: Readonly<Record<(typeof schemas)[number], readonly unknown[]>> = {
    keyListPayloadSchema: [
      {
        schemaVersion: 1,
        version: 1,
        keys: [{ kty: "OKP", crv: "Ed25519", x: id, kid: id }],
        revoked: ["x"],
        issuedAt: "2026-03-01T12:00:00Z",
      },
    ],
    pointerPayloadSchema: [payload, { ...payload, hardExpires: payload.expires }],
    profilesSchema: programs.map(({ profiles }) => profiles),
    releasePayloadSchema: [releasePayload(1), releasePayload(2)],
    ruleSetSchema: programs.map(({ ruleSet }) => ruleSet),
  };
  const seen = { accepted: 0, refused: 0 };
  for (const name of schemas) {
    for (let turn = 0; turn < howMany({ quick: 300, long: 20_000 }); turn++) {
      const right = documents[name][turn % documents[name].length];
      const json = turn < documents[name].length ? right : mended(right, chance);
      const ours = packed.parseShape(packed[name], json);
      const theirs = parseShape(zod[name], json);
      const where = `SEED=${seed} ${name} ${turn}`;
      expect(ours.ok, where).toBe(theirs.ok);
      if (ours.ok && theirs.ok) expect(ours.value, where).toEqual(theirs.value);
      seen[ours.ok ? "accepted" : "refused"]++;
      if (turn < documents[name].length) expect(ours.ok, where).toBe(true);
    }
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
});

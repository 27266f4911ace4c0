// `jumelage verify` on what earlier servers signed, and on what later ones may.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  canonicalJson,
  pointerPayloadType,
  releasePayloadType,
  sealEnvelope,
  utf8Bytes,
} from "@jumelage/engine";
import { newKey, releasePayload, tinyRuleSet } from "@jumelage/sdk/test";
import { frozen, frozenVersions } from "@jumelage/sdk/test/frozen";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "./run.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-formats-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function saved(name: string, content: Uint8Array | object): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content instanceof Uint8Array ? content : JSON.stringify(content));
  return file;
}

async function said(
  now: number,
  ...args: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const code = await run([...args], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    input: () => Promise.resolve(new Uint8Array()),
    consumerKey: undefined,
    now: () => now,
  });
  return { code, out, err };
}

/** What a signed document says, unverified. */
function payloadOf(bytes: Uint8Array): Record<string, unknown> {
  const { payload } = JSON.parse(Buffer.from(bytes).toString()) as { payload: string };
  return JSON.parse(Buffer.from(payload, "base64").toString()) as Record<string, unknown>;
}

test.each(frozenVersions)("what the server of format %i signed passes every check", async (version) => {
  const kept = frozen(version);
  const [line = ""] = Buffer.from(kept.keyLists).toString().split("\n");
  const { keys } = payloadOf(Buffer.from(line));
  const trust = await saved("keys.json", { keys });
  const release = await saved("release", kept.release);
  const { facts, ...receipt } = kept.receipt;
  const issued = Date.parse(String(payloadOf(kept.pointer)["issuedAt"]));
  for (const args of [
    [release],
    [await saved("pointer", kept.pointer)],
    [await saved("receipt", receipt), "--release", release, "--facts", await saved("facts", facts)],
  ]) {
    const { code, out, err } = await said(issued, "verify", ...args, "--keys", trust, "--json");
    expect(code, out + err).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true });
  }
});

test("a signed document or a rule set of a later format is told as such, and what to do, in both languages", async () => {
  const key = await newKey();
  const keys = await saved("trust.json", { keys: [key.jwk] });
  const later = { ...releasePayload(2), schemaVersion: 2, more: [] };
  for (const type of [releasePayloadType, pointerPayloadType]) {
    const file = await saved("later", await sealEnvelope(type, utf8Bytes(canonicalJson(later)), key.signer));
    for (const [lang, words] of [
      ["fr", "au format 2, et cette version de Jumelage lit le format 1"],
      ["en", "in format 2, and this version of Jumelage reads format 1"],
    ] as const) {
      const { code, out, err } = await said(0, "verify", file, "--keys", keys, "--lang", lang);
      expect(code).toBe(1);
      expect(out + err).toContain("unsupported-schema");
      expect(out + err).toContain(words);
    }
  }
  const ruleSet = await saved("rules.json", { ...tinyRuleSet(15), schemaVersion: 2, facts: {} });
  for (const [lang, words] of [
    ["fr", "au format 2"],
    ["en", "in format 2"],
  ] as const) {
    const { code, out, err } = await said(0, "check", ruleSet, "--lang", lang);
    expect(code).toBe(1);
    expect(out + err).toContain(words);
  }
});

// `jumelage verify` and the program as a process: exit codes as a pipeline sees them.
import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  base64,
  evaluate,
  factsDigest,
  openRelease,
  sealReceipt,
  sha256Hex,
  type Receipt,
} from "@jumelage/engine";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { digest, importTrust } from "@jumelage/sdk";
import { newKey, publish, releasePayload, type Published, type TestKey } from "@jumelage/sdk/test";
import { flipped, substitutions } from "@jumelage/sdk/test/spoilt";
import { run } from "./run.ts";

let folder: string;
let key: TestKey;
let published: Published;
let keys: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-verify-"));
  key = await newKey();
  published = await publish(key, { number: 1 });
  keys = await saved("keys.json", JSON.stringify({ keys: [{ ...key.jwk, alg: "EdDSA", use: "sig" }] }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function saved(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

interface Verdict {
  readonly ok: boolean;
  readonly kind: string;
  readonly checks: readonly { readonly id: string; readonly status: string; readonly code?: string }[];
}

async function verify(
  args: readonly string[],
  now = "2026-03-02T12:00:00Z",
): Promise<{ code: number; document: Verdict; err: string }> {
  let [out, err] = ["", ""];
  const code = await run(["verify", ...args, "--json"], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    input: async () => new Uint8Array(),
    consumerKey: "consumer-key",
    now: () => Date.parse(now),
  });
  return { code, document: JSON.parse(out) as Verdict, err };
}

async function failing(bytes: Uint8Array, args: readonly string[] = []): Promise<string> {
  const { code, document } = await verify([await saved("document", bytes), "--keys", keys, ...args]);
  expect(code).toBe(document.ok ? 0 : 1);
  return document.checks.flatMap((c) => (c.status === "failed" ? [`${c.id} ${c.code}`] : [])).join();
}

describe("verify", () => {
  test("a release and a pointer that are right pass every check", async () => {
    const release = await verify([await saved("release", published.release), "--keys", keys]);
    expect(release).toMatchObject({
      code: 0,
      document: { kind: "release", ok: true, number: 1, sha256: published.payload.sha256, vectors: 4 },
    });
    const pointer = await verify([await saved("pointer", published.pointer), "--keys", keys]);
    expect(pointer).toMatchObject({
      code: 0,
      document: { kind: "pointer", ok: true, sequence: 1, release: 1 },
    });
    for (const { document } of [release, pointer])
      expect(document.checks.map((c) => c.status)).not.toContain("failed");
  });

  test("each thing that is wrong is named, and the checks after it are not claimed", async () => {
    const changed = published.release.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
    expect(await failing(changed)).toBe("signature signature-wrong");
    expect(await failing(published.release.slice(0, -1))).toBe("envelope malformed");
    expect(await failing((await publish(await newKey(), { number: 1 })).release)).toBe(
      "signature unknown-key",
    );
    expect(await failing(published.release, ["--program", "other"])).toBe("program wrong-program");
    expect(await failing(published.pointer, ["--channel", "preview"])).toBe("channel wrong-channel");
    const vectors = releasePayload(1).vectors.map((v) => ({ ...v, result: { ...v.result, fired: ["c"] } }));
    expect(await failing((await publish(key, { number: 1, release: { vectors } })).release)).toBe(
      "vectors vectors-differ",
    );
    const { document } = await verify([await saved("changed", changed), "--keys", keys]);
    expect(document.checks.map((c) => c.status)).toEqual([
      ...Array.from({ length: 3 }, () => "passed"),
      "failed",
      ...Array.from({ length: 5 }, () => "not-reached"),
    ]);
  });

  test(
    "none of 200 documents with something wrong about their bytes passes",
    shows("command-line"),
    async () => {
      const foreign = await newKey();
      const [another, theirs] = [await publish(key, { number: 2 }), await publish(foreign, { number: 1 })];
      const spoilt: Uint8Array[] = [];
      for (const name of ["pointer", "release"] as const) {
        const mine = published[name];
        const otherKind = published[name === "pointer" ? "release" : "pointer"];
        const given = { mine, another: another[name], theirs: theirs[name], otherKind, key, foreign };
        spoilt.push(...(await substitutions(given)).map(([, bytes]) => bytes));
        const step = Math.floor((mine.length * 8) / 60);
        for (let turn = 0; turn < 60; turn++) spoilt.push(flipped(mine, turn * (step - (step % 8) + 3)));
        spoilt.push(
          ...Array.from({ length: 20 }, (_, i) => mine.slice(0, Math.floor((mine.length * i) / 20))),
        );
      }
      expect(spoilt).toHaveLength(200);
      for (const bytes of spoilt) {
        const { code, document } = await verify([await saved("spoilt", bytes), "--keys", keys]);
        expect([code, document.ok]).toEqual([1, false]);
      }
      counted("command-line", { asked: 200, reached: spoilt.length });
    },
  );

  test("a pointer past its expiry is a finding", async () => {
    const { code, document } = await verify(
      [await saved("old", published.pointer), "--keys", keys],
      "2026-03-09T00:00:00Z",
    );
    expect(code).toBe(1);
    expect(document.checks.filter((c) => c.status === "failed")).toEqual([
      { id: "expiry", status: "failed", code: "expired" },
    ]);
  });

  test("without keys, or with something else for keys, nothing is judged", async () => {
    const file = await saved("release", published.release);
    expect(await verify([file])).toMatchObject({ code: 2, document: { error: { code: "keys-needed" } } });
    for (const bad of [
      "{}",
      "[]",
      '{"keys":[]}',
      '{"keys":[{"kty":"RSA"}]}',
      JSON.stringify({ keys: [{ ...key.jwk, x: "AAAA" }] }),
    ]) {
      expect(await verify([file, "--keys", await saved("bad.json", bad)])).toMatchObject({
        code: 2,
        document: { error: { code: "not-keys" } },
      });
    }
  });

  test("an address is read with the consumer key, and the server's own keys are said to be just that", async () => {
    const server = createServer((request, response) => {
      if (request.headers.authorization !== "Bearer consumer-key") return void response.writeHead(401).end();
      if (request.url === "/v1/keys") return void response.end(JSON.stringify({ keys: [key.jwk] }));
      return void (request.url === "/release"
        ? response.end(published.release)
        : response.writeHead(404).end());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    try {
      const own = await verify([`${url}/release`]);
      expect(own).toMatchObject({ code: 0, document: { ok: true } });
      expect(own.err).toMatch(/clés lues sur le serveur/);
      expect((await verify([`${url}/release`, "--keys", keys])).err).toBe("");
      expect(await verify([`${url}/absent`, "--keys", keys])).toMatchObject({
        code: 2,
        document: { error: { code: "unreachable" } },
      });
    } finally {
      server.close();
      server.closeAllConnections();
    }
    expect(await verify([`${url}/release`])).toMatchObject({
      code: 2,
      document: { error: { code: "unreachable" } },
    });
  });

  test("as a process: 0 fine, 1 finding, 2 unusable", async () => {
    const main = new URL("main.ts", import.meta.url).pathname;
    const exit = (...args: string[]): number | null =>
      spawnSync(process.execPath, [main, ...args], { encoding: "utf8" }).status;
    const good = await saved("release", published.release);
    expect(exit("verify", good, "--keys", keys)).toBe(0);
    expect(exit("verify", await saved("cut", published.release.slice(1)), "--keys", keys)).toBe(1);
    expect(exit("verify", join(folder, "absent"), "--keys", keys)).toBe(2);
    expect(exit()).toBe(2);
  });
});

describe("verify a receipt", () => {
  const salt = "un-sel";
  const facts = { score: 20 };
  let receipt: Receipt;
  beforeAll(async () => {
    const { release } = await openedRelease();
    receipt = {
      schemaVersion: 1,
      program: release.program,
      release: release.number,
      sha256: await sha256Hex(published.release, digest),
      at: "2026-03-02",
      factsDigest: await factsDigest(facts, salt, digest),
      result: evaluate(release.ruleSet, facts, "2026-03-02").result,
      issuedAt: "2026-03-02T12:00:00Z",
    };
  });
  const openedRelease = async () => {
    const opened = await openRelease(published.release, {
      trusted: await importTrust([key.jwk]),
      digest,
      program: "tiny",
    });
    if (!opened.ok) throw new Error(opened.code);
    return opened.value;
  };
  const file = async (over: Partial<Receipt> = {}, withSalt = salt) => {
    const envelope = base64(await sealReceipt({ ...receipt, ...over }, key.signer));
    return saved("receipt.json", JSON.stringify({ envelope, salt: withSalt }));
  };
  const failed = ({ document }: { readonly document: Verdict }) =>
    document.checks.filter((c) => c.status !== "passed").map((c) => `${c.id} ${c.code ?? c.status}`);

  test("by its signature alone, and replayed against the release with what was kept", async () => {
    const alone = await verify([await file(), "--keys", keys]);
    expect([alone.code, alone.document.kind, failed(alone)]).toEqual([0, "receipt", []]);
    expect(alone.document.checks.map((c) => c.id)).not.toContain("facts");
    const release = await saved("release", published.release);
    const replayed = async (of: unknown, path: string) =>
      verify([
        path,
        "--keys",
        keys,
        "--release",
        release,
        "--facts",
        await saved("facts", JSON.stringify(of)),
      ]);
    const whole = await replayed(facts, await file());
    expect([whole.code, failed(whole), whole.document.checks.at(-1)]).toEqual([
      0,
      [],
      { id: "answer", status: "passed" },
    ]);
    const others = await replayed({ score: 19 }, await file());
    expect([others.code, failed(others)]).toEqual([1, ["facts facts-differ", "answer not-reached"]]);
    expect(failed(await replayed(facts, await file({}, "autre")))).toContain("facts facts-differ");
    const result = { ...receipt.result, fired: [] };
    expect(failed(await replayed(facts, await file({ result })))).toEqual(["answer result-differs"]);
    expect(failed(await replayed(facts, await file({ sha256: "0".repeat(64) })))[0]).toBe(
      "release hash-mismatch",
    );
    expect(failed(await replayed(facts, await file({ program: "autre" })))[0]).toBe("program wrong-program");
  });

  test("half of what a replay needs: no answer, and what is missing", async () => {
    const release = await saved("release", published.release);
    const { code } = await verify([await file(), "--keys", keys, "--release", release]);
    expect(code).toBe(2);
  });

  test("a receipt by another key, or spoilt", async () => {
    const stranger = await newKey();
    const forged = await sealReceipt(receipt, stranger.signer);
    expect(await failing(forged)).toBe("signature unknown-key");
    const good = await sealReceipt(receipt, key.signer);
    expect(await failing(good.slice(0, -1))).toBe("envelope malformed");
  });
});

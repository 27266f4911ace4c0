import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { keyIdOf, sealKeyList, type Digest } from "@jumelage/engine";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { KeyListsError, keyListsFile, readKeyLists } from "./key-lists.ts";

const digest: Digest = async (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "jumelage-lists-"));
  file = keyListsFile(path.join(folder, "key.pem"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  const bare = { kty: "OKP", crv: "Ed25519", x } as const;
  return { privateKey, listed: { ...bare, kid: await keyIdOf(bare, digest) } };
}
type Key = Awaited<ReturnType<typeof newKey>>;

async function list(
  by: Key,
  version: number,
  keys: readonly Key[],
  revoked: readonly Key[] = [],
): Promise<string> {
  const bytes = await sealKeyList(
    {
      schemaVersion: 1,
      version,
      keys: keys.map(({ listed }) => listed),
      revoked: revoked.map(({ listed }) => listed.kid),
      issuedAt: "2026-03-02T12:00:00Z",
    },
    { keyId: by.listed.kid, sign: async (message) => new Uint8Array(sign(null, message, by.privateKey)) },
  );
  return `${Buffer.from(bytes).toString("utf8")}\n`;
}

describe("the key lists beside the signing key", () => {
  it("need not be there", async () => {
    const key = await newKey();
    expect(await readKeyLists(file, key.listed, digest)).toEqual({ lists: [], keys: [], revoked: new Set() });
  });

  it("lead from key to key", async () => {
    const [a, b, c] = [await newKey(), await newKey(), await newKey()];
    writeFileSync(file, (await list(a, 1, [a, b])) + (await list(b, 2, [b, c], [a])));
    const read = await readKeyLists(file, c.listed, digest);
    expect(read.keys.map(({ kid }) => kid)).toEqual([a, b, c].map(({ listed }) => listed.kid));
    expect([...read.revoked]).toEqual([a.listed.kid]);
    expect(read.lists).toHaveLength(2);
    await expect(readKeyLists(file, a.listed, digest)).rejects.toThrow(KeyListsError);
    await expect(readKeyLists(file, (await newKey()).listed, digest)).rejects.toThrow(/does not name/);
  });

  it("are refused, by the line, when one does not follow from those before it", async () => {
    const [a, b, c] = [await newKey(), await newKey(), await newKey()];
    const first = await list(a, 1, [a, b]);
    for (const second of ["hello\n", await list(c, 2, [b, c]), await list(b, 1, [b, c])]) {
      writeFileSync(file, first + second);
      await expect(readKeyLists(file, b.listed, digest)).rejects.toThrow(/line 2/);
    }
    writeFileSync(file, "hello\n");
    await expect(readKeyLists(file, b.listed, digest)).rejects.toThrow(/line 1/);
  });
});

// `jumelage admin rotate-key` and `revoke-key`, and what a client that trusts the first key makes of the files.
import { generateKeyPairSync, createPrivateKey, createPublicKey } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keyIdOf, openKeyList } from "@jumelage/engine";
import { digest, importTrust } from "@jumelage/sdk";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "./run.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jumelage-keys-"));
  file = join(folder, "signing-key.pem");
  writeFileSync(
    file,
    generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly code: number;
  readonly document: {
    readonly key: { readonly kid: string };
    readonly before: string;
    readonly error: { readonly code: string; readonly message: string };
  };
}

async function admin(...args: readonly string[]): Promise<Answer> {
  let out = "";
  const code = await run(["admin", ...args, "--json"], {
    out: (text) => void (out += text),
    err: () => undefined,
    input: async () => new Uint8Array(),
    consumerKey: undefined,
    now: () => Date.parse("2026-03-02T12:00:00Z"),
  });
  return { code, document: JSON.parse(out) as Answer["document"] };
}

const lists = (): readonly Uint8Array[] =>
  readFileSync(`${file}.lists`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => new TextEncoder().encode(line));

function publicKey(): { readonly kty: "OKP"; readonly crv: "Ed25519"; readonly x: string } {
  const { x = "" } = createPublicKey(createPrivateKey(readFileSync(file, "utf8"))).export({ format: "jwk" });
  return { kty: "OKP", crv: "Ed25519", x };
}

/** What the last list says, along the chain from a first key. */
async function along(
  first: ReturnType<typeof publicKey>,
): Promise<{ keys: string[]; revoked: readonly string[] }> {
  let trust: readonly ReturnType<typeof publicKey>[] = [first];
  let last: { keys: string[]; revoked: readonly string[] } = { keys: [], revoked: [] };
  for (const bytes of lists()) {
    const opened = await openKeyList(bytes, { trusted: await importTrust(trust), digest });
    if (!opened.ok) throw new Error(opened.code);
    const { keys, revoked } = opened.value.list;
    trust = keys.map(({ kty, crv, x }) => ({ kty, crv, x }));
    last = { keys: keys.map(({ kid }) => kid), revoked };
  }
  return last;
}

describe("signing keys", () => {
  test("a rotation makes a new key, named by a list that the old one signed; the old one is kept", async () => {
    const first = publicKey();
    const firstId = await keyIdOf(first, digest);
    const { code, document } = await admin("rotate-key", file);
    expect([code, document.before]).toEqual([0, firstId]);
    expect(await keyIdOf(publicKey(), digest)).toBe(document.key.kid);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).toSorted()).toEqual(
      ["signing-key.pem", `signing-key.pem.${firstId}`, "signing-key.pem.lists"].toSorted(),
    );
    const second = await admin("rotate-key", file);
    expect(await along(first)).toEqual({
      keys: [firstId, document.key.kid, second.document.key.kid],
      revoked: [],
    });
  });

  test("a rotation that was interrupted goes on with the key it had announced", async () => {
    const first = publicKey();
    const old = readFileSync(file, "utf8");
    const announced = (await admin("rotate-key", file)).document.key.kid;
    // As it stands between the list and the new file.
    renameSync(file, `${file}.next`);
    writeFileSync(file, old);
    const again = await admin("rotate-key", file);
    expect(again.document.key.kid).toBe(announced);
    expect(lists()).toHaveLength(1);
    expect(existsSync(`${file}.next`)).toBe(false);
    expect((await along(first)).keys).toHaveLength(2);
  });

  test("a lost key is replaced by one that vouches for all that still counted, and for nothing that was revoked", async () => {
    const first = await keyIdOf(publicKey(), digest);
    const second = (await admin("rotate-key", file)).document.key.kid;
    await admin("revoke-key", file, first);
    const jwk = publicKey();
    const former = join(folder, "former.json");
    writeFileSync(former, JSON.stringify({ keys: [jwk] }));
    const replace = () => admin("replace-lost-key", file, "--former", former);
    expect(await replace()).toMatchObject({ code: 2, document: { error: { code: "key-not-lost" } } });
    rmSync(file);
    const { code, document } = await replace();
    expect(code).toBe(0);
    expect(await keyIdOf(publicKey(), digest)).toBe(document.key.kid);
    expect(await along(publicKey())).toEqual({ keys: [second, document.key.kid], revoked: [first] });
    // Nobody who trusts the lost key takes this for a list of it, and the version goes on.
    const [only = new Uint8Array()] = lists();
    expect(lists()).toHaveLength(1);
    expect(await openKeyList(only, { trusted: await importTrust([jwk]), digest })).toMatchObject({
      code: "unknown-key",
    });
    const opened = await openKeyList(only, { trusted: await importTrust([publicKey()]), digest });
    expect(opened.ok && opened.value.list.version).toBe(3);

    // Interrupted before the new key took its place, it is the same one that does.
    renameSync(file, `${file}.next`);
    expect((await replace()).document.key.kid).toBe(document.key.kid);
    expect((await along(publicKey())).keys).toEqual([second, document.key.kid]);
    rmSync(file);
    writeFileSync(former, "{}");
    expect(await replace()).toMatchObject({ code: 2, document: { error: { code: "not-keys" } } });
    expect(existsSync(file)).toBe(false);
  });

  test("an old key is revoked by the new one; the one that signs, an unknown one and no key are refused", async () => {
    const first = publicKey();
    const { document } = await admin("rotate-key", file);
    const refusals = [
      [document.key.kid, "key-in-use"],
      ["nobody", "key-not-listed"],
      // As a thumbprint may begin.
      ["-Jk2_nobody", "key-not-listed"],
    ] as const;
    for (const [kid, expected] of refusals)
      expect(await admin("revoke-key", file, kid)).toMatchObject({
        code: 2,
        document: { error: { code: expected } },
      });
    expect((await admin("revoke-key", file, document.before)).code).toBe(0);
    expect(await along(first)).toEqual({ keys: [document.key.kid], revoked: [document.before] });
    expect(await admin("revoke-key", file, document.before)).toMatchObject({ code: 2 });
    const other = join(folder, "other.pem");
    writeFileSync(other, "hello");
    expect(await admin("rotate-key", other)).toMatchObject({
      code: 2,
      document: { error: { code: "not-a-signing-key" } },
    });
    expect(readFileSync(other, "utf8")).toBe("hello");
    writeFileSync(`${file}.lists`, "hello\n");
    expect(await admin("rotate-key", file)).toMatchObject({
      code: 2,
      document: { error: { code: "not-key-lists" } },
    });
  });
});

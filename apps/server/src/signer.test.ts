import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadSigningKey, SigningKeyError } from "./signer.ts";
import { secretFile } from "./secret-file.ts";

const digest = async (bytes: Uint8Array) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
const message = new TextEncoder().encode("release");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "jumelage-key-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the signing key", () => {
  it("is made once, for this account only, and found again", async () => {
    const first = await loadSigningKey({ file: undefined, dataDir: path.join(folder, "data") }, digest);
    const second = await loadSigningKey({ file: undefined, dataDir: path.join(folder, "data") }, digest);
    expect(second.jwk).toEqual(first.jwk);
    expect(first.signer.keyId).toBe(first.jwk.kid);
    expect(await second.verifier.verify(message, await first.signer.sign(message))).toBe(true);
    expect(readdirSync(path.join(folder, "data"))).toEqual(["signing-key.pem"]);
    expect(statSync(path.join(folder, "data/signing-key.pem")).mode & 0o777).toBe(0o600);
  });

  it("verifies nothing but what it signed", async () => {
    const { signer, verifier } = await loadSigningKey({ file: undefined, dataDir: folder }, digest);
    const signature = await signer.sign(message);
    const other = new TextEncoder().encode("Release");
    expect(await verifier.verify(other, signature)).toBe(false);
    expect(await verifier.verify(message, signature.slice(1))).toBe(false);
    expect(await verifier.verify(message, new Uint8Array())).toBe(false);
  });

  it("has the RFC 7638 thumbprint of its public half as its id, and no private part in what is published", async () => {
    const { jwk } = await loadSigningKey({ file: undefined, dataDir: folder }, digest);
    expect(Object.keys(jwk).toSorted()).toEqual(["crv", "kid", "kty", "x"]);
    expect(jwk.kid).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it("may be the operator's, which is never made nor changed", async () => {
    const file = path.join(folder, "own.pem");
    await expect(loadSigningKey({ file, dataDir: folder }, digest)).rejects.toThrow(SigningKeyError);
    expect(readdirSync(folder)).toEqual([]);
    const { privateKey } = generateKeyPairSync("ed25519");
    const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
    writeFileSync(file, pem);
    await loadSigningKey({ file, dataDir: folder }, digest);
    expect(readFileSync(file, "utf8")).toBe(pem);
  });

  it.each([
    ["no key", "hello"],
    [
      "a key of another kind",
      generateKeyPairSync("ec", { namedCurve: "P-256" })
        .privateKey.export({ format: "pem", type: "pkcs8" })
        .toString(),
    ],
    [
      "a public key",
      generateKeyPairSync("ed25519").publicKey.export({ format: "pem", type: "spki" }).toString(),
    ],
  ])("is refused when the file holds %s, without quoting it", async (_name, content) => {
    const file = path.join(folder, "own.pem");
    writeFileSync(file, content);
    const refused = await loadSigningKey({ file, dataDir: folder }, digest).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(SigningKeyError);
    expect((refused as Error).message).not.toContain(content.slice(0, 5));
  });
});

describe("secretFile", () => {
  it("keeps the first of two that are made at once", () => {
    const file = path.join(folder, "secret");
    // Between our look and our write, somebody else is done.
    const mine = secretFile(file, () => {
      writeFileSync(file, "theirs");
      return "mine";
    });
    expect(mine).toBe("theirs");
    expect(readdirSync(folder)).toEqual(["secret"]);
  });
});

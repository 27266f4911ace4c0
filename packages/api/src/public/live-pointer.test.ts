import { createHash, generateKeyPairSync, sign, verify } from "node:crypto";
import type { Pointer, PointerToSign } from "@jumelage/db";
import { openPointer, suspendedSince, type Digest, type Signer, type Verifier } from "@jumelage/engine";
import { describe, expect, it } from "vitest";
import type { Deps } from "../deps.ts";
import { pointerLife, signPointer } from "../features/publish/release-payload.ts";
import { livePointer } from "./live-pointer.ts";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const signer: Signer = { keyId: "k", sign: async (bytes) => new Uint8Array(sign(null, bytes, privateKey)) };
const verifier: Verifier = {
  keyId: "k",
  verify: async (bytes, signature) => verify(null, bytes, publicKey, signature),
};
const digest: Digest = async (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
const hour = 60 * 60 * 1000;
const subject = { program: "p", channel: "production" };

async function pointerIssuedAt(
  start: number,
  more: Partial<Pick<PointerToSign, "suspendedSince" | "hardExpiryHours">> = {},
) {
  let now = start;
  let signed = 0;
  const counting: Signer = {
    keyId: "k",
    sign: (bytes) => {
      signed++;
      return signer.sign(bytes);
    },
  };
  const deps = {
    clock: { now: () => new Date(now) },
    signer: counting,
    trusted: [verifier],
    digest,
  } as unknown as Deps;
  const toSign = {
    ...subject,
    sequence: 7,
    release: 3,
    sha256: "a".repeat(64),
    length: 10,
    audit: { size: 1, head: "b".repeat(64) },
    suspendedSince: null,
    hardExpiryHours: null,
    ...more,
  };
  const issued = await signPointer(toSign, deps);
  const stored: Pointer = { ...toSign, ...issued, movedBy: "x", reason: "publish", message: "" };
  return { deps, stored, signatures: () => signed, at: (ms: number) => (now = start + ms) };
}

describe("livePointer", () => {
  it("is the stored pointer, byte for byte, through the first half of its life", async () => {
    const { deps, stored, at } = await pointerIssuedAt(0);
    for (const ms of [0, hour, 12 * hour - 1]) {
      at(ms);
      const live = await livePointer(stored, deps);
      expect(live.envelope).toBe(stored.envelope);
      expect(live.etag).toBe(`"${createHash("sha256").update(stored.envelope).digest("hex")}"`);
    }
  });

  it("is then signed again with later dates, for the same sequence and release, once", async () => {
    const { deps, stored, at, signatures } = await pointerIssuedAt(0);
    at(13 * hour);
    const [live, same] = await Promise.all([livePointer(stored, deps), livePointer(stored, deps)]);
    expect(same).toBe(live);
    expect(signatures()).toBe(2);
    const opened = await openPointer(live.envelope, {
      trusted: [verifier],
      ...subject,
      // Whoever has seen the stored one takes this one too.
      seen: { sequence: 7, release: 3, sha256: stored.sha256, length: 10 },
    });
    if (!opened.ok) throw new Error(opened.code);
    expect(opened.value.pointer).toMatchObject({
      sequence: 7,
      release: 3,
      issuedAt: new Date(13 * hour).toISOString(),
      expires: new Date(13 * hour + pointerLife).toISOString(),
    });
    at(20 * hour);
    expect(await livePointer(stored, deps)).toBe(live);
  });

  it("never runs out, however long nothing is published", async () => {
    const { deps, stored, at } = await pointerIssuedAt(0);
    for (let day = 0; day < 10; day++) {
      at(day * 24 * hour + 5 * hour);
      const live = await livePointer(stored, deps);
      expect(live.expires.getTime()).toBeGreaterThan(day * 24 * hour + 5 * hour + pointerLife / 2);
    }
  });

  it("is signed anew at once when the key is another one", async () => {
    const { deps, stored, signatures } = await pointerIssuedAt(0);
    const next = generateKeyPairSync("ed25519");
    const rotated = {
      ...deps,
      signer: {
        keyId: "n",
        sign: async (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, next.privateKey)),
      },
    };
    const live = await livePointer(stored, rotated);
    expect(signatures()).toBe(1);
    const byNext: Verifier = {
      keyId: "n",
      verify: async (bytes, signature) => verify(null, bytes, next.publicKey, signature),
    };
    const seen = { sequence: 7, release: 3, sha256: stored.sha256, length: 10 };
    expect(await openPointer(live.envelope, { trusted: [byNext], ...subject, seen })).toMatchObject({
      ok: true,
    });
  });

  it("keeps a hard end as far away as it was, and that of a suspended channel in the past", async () => {
    const opened = async (stored: Pointer, deps: Deps) => {
      const live = await livePointer(stored, deps);
      const found = await openPointer(live.envelope, { trusted: [verifier], ...subject });
      if (!found.ok) throw new Error(found.code);
      return found.value.pointer;
    };
    const ending = await pointerIssuedAt(0, { hardExpiryHours: 48 });
    expect(await opened(ending.stored, ending.deps)).toMatchObject({
      hardExpires: new Date(48 * hour).toISOString(),
    });
    ending.at(13 * hour);
    expect(await opened(ending.stored, ending.deps)).toMatchObject({
      hardExpires: new Date((13 + 48) * hour).toISOString(),
    });
    // Suspended at 20 h, issued at 10 h by a clock that was set back: the end is not after the pointer's own date.
    for (const [since, end] of [
      [5, 5],
      [20, 10],
    ] as const) {
      const suspended = await pointerIssuedAt(10 * hour, {
        suspendedSince: new Date(since * hour),
        hardExpiryHours: 48,
      });
      for (const later of [0, 13, 400]) {
        suspended.at(later * hour);
        const pointer = await opened(suspended.stored, suspended.deps);
        expect(pointer.hardExpires).toBe(new Date(end * hour).toISOString());
        expect(suspendedSince(pointer)).toBe(pointer.hardExpires);
      }
    }
  });

  it("does not renew what does not verify", async () => {
    const { deps, stored, at } = await pointerIssuedAt(0);
    at(13 * hour);
    await expect(livePointer({ ...stored, channel: "other" }, deps)).rejects.toThrow("wrong-channel");
  });
});

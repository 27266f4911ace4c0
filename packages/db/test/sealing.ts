// Signers that do sign, with a key of their own: for what verifies what was published.
import { createHash, generateKeyPairSync, sign, verify } from "node:crypto";
import { sealPointer, sealRelease, type Digest, type Verifier } from "@jumelage/engine";
import type { Signers } from "../src/index.ts";
import { later } from "./fixtures.ts";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const signer = {
  keyId: "sealing",
  sign: async (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, privateKey)),
};

export const sealed: Verifier = {
  keyId: "sealing",
  verify: async (bytes, signature) => verify(null, bytes, publicKey, signature),
};
export const digest: Digest = async (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());

export const sealing: Signers = {
  release: (r) =>
    sealRelease(
      {
        schemaVersion: 1,
        program: r.program,
        number: r.number,
        ruleSet: r.ruleSet,
        jsonRulesEngine: {},
        vectors: [],
        change: { from: r.base?.number ?? null, kind: "not-computed", witnesses: [] },
        evidence: {
          gates: [],
          profiles: [...r.profiles],
          proofs: [],
          scores: {},
          approvals: r.approvals.map(({ by, at, hash, meaning }) => ({
            by: { ...by },
            at: new Date(at).toISOString(),
            hash,
            meaning,
          })),
          waivers: r.waivers.map((name) => ({ name })),
          hazards: r.hazards,
        },
        createdAt: r.createdAt.toISOString(),
      },
      signer,
    ),
  pointer: async ({ suspendedSince, hardExpiryHours: _hours, ...pointer }) => {
    const issuedAt = later();
    const expires = new Date(issuedAt.getTime() + 86_400_000);
    const envelope = await sealPointer(
      {
        schemaVersion: 1,
        ...pointer,
        issuedAt: issuedAt.toISOString(),
        expires: expires.toISOString(),
        ...(suspendedSince ? { hardExpires: suspendedSince.toISOString() } : {}),
      },
      signer,
    );
    return { envelope, issuedAt, expires };
  },
};

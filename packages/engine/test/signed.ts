// What tests of signed documents share: a stand-in for keys, and the smallest release and pointer.
import { createHash } from "node:crypto";
import type { Signer, Verifier } from "../src/release/ports.ts";
import { tiny } from "./tiny.ts";

// A stand-in for a signature: what is signed, backwards. Real keys are used where the ports are made.
export const signer: Signer = { keyId: "k1", sign: async (bytes) => bytes.slice().reverse() };
export const verifier: Verifier = {
  keyId: "k1",
  verify: async (bytes, signature) =>
    signature.length === bytes.length && signature.every((byte, i) => byte === bytes[bytes.length - 1 - i]),
};
export const digest = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(createHash("sha256").update(bytes).digest());

export const hash = "0123456789abcdef".repeat(4);
export const instant = "2026-03-01T12:00:00Z";

const ruleSet = tiny();
/** What `tiny` answers about somebody of whom nothing is known, as far as its shape goes. */
const result = {
  decisions: {
    d: { kind: "one" as const, state: "rest", outcome: "rest", possible: ["rest"], missing: [] },
    m: { kind: "many" as const, suggested: [], undetermined: [], withheld: [] },
  },
  fired: [],
  undecided: [],
  missing: [],
  unverified: [],
  assumed: [],
  doubtful: [],
  problems: [],
};

/** A release of the smallest rule set. */
export const release = {
  schemaVersion: 1 as const,
  program: "tiny",
  number: 3,
  ruleSet,
  jsonRulesEngine: { stages: [] as unknown[] },
  vectors: [{ facts: {} as Readonly<Record<string, unknown>>, at: "2026-03-01", result }],
  change: { from: 2 as number | null, kind: "texts-only" as const, witnesses: [] },
  evidence: {
    gates: [{ id: "proofs", status: "passed" as const, count: 4 }],
    profiles: [],
    proofs: [],
    scores: { mutants: 1 },
    approvals: [
      { by: { id: "u1", name: "A. Roy" }, at: instant, hash, meaning: "clinical-approval" as const },
    ],
    waivers: [{ name: "seed" }],
  },
  createdAt: instant,
};

/** A pointer at that release. */
export const pointer = {
  schemaVersion: 1 as const,
  program: "tiny",
  channel: "production",
  sequence: 7,
  release: 3,
  sha256: hash,
  length: 1000,
  issuedAt: instant,
  expires: "2026-04-01T12:00:00Z",
  audit: { size: 12, head: hash },
};

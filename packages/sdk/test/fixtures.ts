// A tiny program with real keys and real signatures: what a server would publish, made on the spot.
import {
  evaluate,
  keyIdOf,
  parseRuleSet,
  sealPointer,
  sealRelease,
  sha256Hex,
  type PointerPayload,
  type PublicJwk,
  type ReleasePayload,
  type RuleSet,
  type Signer,
} from "@jumelage/engine";
import { digest } from "../src/index.ts";

export interface TestKey {
  readonly signer: Signer;
  readonly jwk: PublicJwk;
}

/** A new Ed25519 key pair. */
export async function newKey(): Promise<TestKey> {
  const pair = await crypto.subtle.generateKey({ name: "Ed25519" }, true, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("Ed25519 keys come in pairs");
  const { kty, crv, x } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  if (kty === undefined || crv === undefined || x === undefined) throw new Error("not an Ed25519 key");
  const jwk = { kty, crv, x };
  const sign = async (bytes: Uint8Array): Promise<Uint8Array> =>
    new Uint8Array(await crypto.subtle.sign({ name: "Ed25519" }, pair.privateKey, new Uint8Array(bytes)));
  return { jwk, signer: { keyId: await keyIdOf(jwk, digest), sign } };
}

/** The id of a key: its thumbprint. */
export function keyIdOfTest({ kty, crv, x }: PublicJwk): Promise<string> {
  return keyIdOf({ kty, crv, x }, digest);
}

const text = { fr: "« Élévé » à 15", en: "High at 15" };
const stateTexts = { label: text, message: text };
const outcome = (id: string, tone: string) => ({ id, label: text, message: text, tone, override: true });

/** Looks again at whoever scores at least `threshold`. */
export function tinyRuleSet(threshold: number, program = "tiny"): RuleSet {
  const parsed = parseRuleSet({
    schemaVersion: 1,
    program,
    title: text,
    purpose: text,
    timeZone: "America/Montreal",
    sources: [],
    parameters: [],
    facts: [
      {
        id: "score",
        label: text,
        question: text,
        type: "integer",
        range: { min: 0, max: 27 },
        whenUnknown: "block",
        safety: false,
        validFor: "P30D",
        sources: [],
      },
    ],
    conditions: [],
    decisions: [
      {
        id: "d",
        title: text,
        kind: "one",
        outcomes: [outcome("look", "caution"), outcome("go", "go")],
        otherwise: "go",
        states: { "@undetermined": stateTexts, "@safety-unknown": stateTexts },
      },
    ],
    criteria: [
      {
        id: "c",
        title: text,
        when: { fact: "score", operator: "greaterThanInclusive", value: threshold },
        then: { decision: "d", outcome: "look" },
        rationale: text,
        sources: [],
        origin: "beyond-source",
        enabled: true,
      },
    ],
    properties: [],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.value;
}

/** A release payload; vectors for scores around 15 unless told otherwise. */
export function releasePayload(number: number, changed: Partial<ReleasePayload> = {}): ReleasePayload {
  const ruleSet = changed.ruleSet ?? tinyRuleSet(14 + number);
  const at = "2026-03-02";
  return {
    schemaVersion: 1,
    program: "tiny",
    number,
    ruleSet,
    jsonRulesEngine: {},
    vectors: [{}, { score: 14 }, { score: 15 }, { score: 16 }].map((facts) => ({
      facts,
      at,
      result: evaluate(ruleSet, facts, at).result,
    })),
    change: {
      from: number === 1 ? null : number - 1,
      kind: number === 1 ? "initial" : "not-computed",
      witnesses: [],
    },
    evidence: { gates: [], profiles: [], proofs: [], scores: {}, approvals: [], waivers: [] },
    createdAt: "2026-03-01T12:00:00Z",
    ...changed,
  };
}

export interface Published {
  readonly payload: PointerPayload;
  readonly pointer: Uint8Array;
  readonly release: Uint8Array;
}

/** A release and a pointer to it, signed. */
export async function publish(
  key: TestKey,
  what: {
    readonly number: number;
    readonly sequence?: number;
    readonly release?: Partial<ReleasePayload>;
    readonly pointer?: Partial<PointerPayload>;
  },
): Promise<Published> {
  const release = await sealRelease(releasePayload(what.number, what.release), key.signer);
  const payload: PointerPayload = {
    schemaVersion: 1,
    program: "tiny",
    channel: "production",
    sequence: what.sequence ?? what.number,
    release: what.number,
    sha256: await sha256Hex(release, digest),
    length: release.length,
    issuedAt: "2026-03-01T12:00:00Z",
    expires: "2026-03-08T12:00:00Z",
    audit: { size: what.sequence ?? what.number, head: "0".repeat(64) },
    ...what.pointer,
  };
  return { payload, pointer: await sealPointer(payload, key.signer), release };
}

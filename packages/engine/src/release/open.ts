// Opening a signed release or pointer of unknown origin: every check of the contract, in order, before a value is
// handed out. What is parsed is what was verified: the very bytes of the envelope's payload.
import { hasErrors } from "../model/diagnostic.ts";
import { sameJson } from "../model/canonical-json.ts";
import type { LocalDate } from "../model/date.ts";
import type { Facts } from "../model/profile.ts";
import type { Result } from "../model/result.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { checkTypes } from "../model/typing/index.ts";
import { openEnvelope, pointerPayloadType, releasePayloadType } from "./envelope.ts";
import {
  pointerBytesLimit,
  pointerPayloadSchema,
  releaseBytesLimit,
  releasePayloadSchema,
  type PointerPayload,
  type ReleasePayload,
} from "./payload.ts";
import { sha256Hex, type Digest, type Verifier } from "./ports.ts";
import { readPayload } from "./read-payload.ts";
import { refuse, type Verified } from "./verification.ts";

/** The highest pointer already accepted on a channel: what a new one is measured against. */
export type HighWater = Pick<PointerPayload, "sequence" | "release" | "sha256" | "length">;

export interface PointerTerms {
  readonly trusted: readonly Verifier[];
  readonly program: string;
  readonly channel: string;
  readonly seen?: HighWater | undefined;
  readonly limit?: number;
}

/** A verified pointer: of this program and channel, and not behind the one already seen. */
export async function openPointer(
  bytes: Uint8Array,
  terms: PointerTerms,
): Promise<Verified<{ readonly pointer: PointerPayload; readonly keyId: string }>> {
  const limit = terms.limit ?? pointerBytesLimit;
  const opened = await openEnvelope(bytes, {
    payloadType: pointerPayloadType,
    trusted: terms.trusted,
    limit,
  });
  if (!opened.ok) return opened;
  const parsed = readPayload<PointerPayload>(pointerPayloadSchema, opened.value.payload);
  if (!parsed.ok) return parsed;
  const pointer = parsed.value;
  if (pointer.program !== terms.program)
    return refuse("wrong-program", { asked: terms.program, got: pointer.program });
  if (pointer.channel !== terms.channel)
    return refuse("wrong-channel", { asked: terms.channel, got: pointer.channel });
  const { seen } = terms;
  if (seen !== undefined && pointer.sequence < seen.sequence) {
    return refuse("counter-regression", { seen: seen.sequence, got: pointer.sequence });
  }
  if (seen !== undefined && pointer.sequence === seen.sequence && !pointsToSame(pointer, seen)) {
    return refuse("counter-content-mismatch", { sequence: pointer.sequence });
  }
  return { ok: true, value: { pointer, keyId: opened.value.keyId } };
}

/** A pointer may be signed again with later dates; what it points at may not change under one sequence. */
function pointsToSame(a: HighWater, b: HighWater): boolean {
  return a.release === b.release && a.sha256 === b.sha256 && a.length === b.length;
}

export interface ReleaseTerms {
  readonly trusted: readonly Verifier[];
  readonly digest: Digest;
  readonly program: string;
  /** What the pointer (or whoever asks) says the bytes are; each given member must hold. */
  readonly expected?: { readonly release?: number; readonly sha256?: string; readonly length?: number };
  readonly limit?: number;
}

export interface OpenedRelease {
  readonly release: ReleasePayload;
  readonly sha256: string;
  readonly keyId: string;
}

/** A verified release: the bytes that were expected, of this program, well typed. Its vectors are still to be run. */
export async function openRelease(bytes: Uint8Array, terms: ReleaseTerms): Promise<Verified<OpenedRelease>> {
  const { expected = {} } = terms;
  const limit = terms.limit ?? releaseBytesLimit;
  if (bytes.length > limit) return refuse("too-large", { limit, length: bytes.length });
  if (expected.length !== undefined && bytes.length !== expected.length) {
    return refuse("hash-mismatch", { expectedLength: expected.length, length: bytes.length });
  }
  const sha256 = await sha256Hex(bytes, terms.digest);
  if (expected.sha256 !== undefined && sha256 !== expected.sha256) {
    return refuse("hash-mismatch", { expected: expected.sha256, got: sha256 });
  }
  const opened = await openEnvelope(bytes, {
    payloadType: releasePayloadType,
    trusted: terms.trusted,
    limit,
  });
  if (!opened.ok) return opened;
  const parsed = readPayload<ReleasePayload>(releasePayloadSchema, opened.value.payload);
  if (!parsed.ok) return parsed;
  const release = parsed.value;
  if (release.program !== terms.program)
    return refuse("wrong-program", { asked: terms.program, got: release.program });
  if (release.ruleSet.program !== terms.program) {
    return refuse("wrong-program", { asked: terms.program, got: release.ruleSet.program });
  }
  if (expected.release !== undefined && release.number !== expected.release) {
    return refuse("wrong-release", { asked: expected.release, got: release.number });
  }
  if (hasErrors(checkTypes(release.ruleSet))) return refuse("malformed", { at: "ruleSet" });
  return { ok: true, value: { release, sha256, keyId: opened.value.keyId } };
}

/** The places, in `vectors`, where this evaluator does not answer what the release says it must. */
export function differingVectors(
  release: Pick<ReleasePayload, "ruleSet" | "vectors">,
  run: (ruleSet: RuleSet, facts: Facts, at: LocalDate) => Result,
): readonly number[] {
  return release.vectors.flatMap((vector, index) =>
    sameJson(run(release.ruleSet, vector.facts, vector.at), vector.result) ? [] : [index],
  );
}

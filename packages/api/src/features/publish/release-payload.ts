// What is signed: the payload of a release and of a pointer, made from what was checked. The slow parts are made
// before the transaction that publishes; inside it only the number, the date and the signature are added.
import {
  diagramsOf,
  evaluatePerson,
  readPerson,
  sealPointer,
  sealRelease,
  type ReleasePayload,
  type Result,
  type RuleSet,
  type Profile,
} from "@jumelage/engine";
import { lower } from "@jumelage/engine/json-rules-engine";
import type { PointerToSign, ReleaseToSign, Signers } from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import type { CheckedEvidence } from "./evidence.ts";
import { evaluationDate } from "./gates/evaluation-date.ts";

/** A pointer may be relied on this long after it was issued (milliseconds). */
export const pointerLife = 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;

export interface Checked extends CheckedEvidence {
  readonly ruleSet: RuleSet;
  readonly profiles: readonly Profile[];
  readonly reviewBy?: string | undefined;
}

/** The signers of a release made from what the gates have checked, and of its pointer. */
export function signersFor(checked: Checked, deps: Deps): Signers {
  const { ruleSet, profiles, reviewBy, evidence, change } = checked;
  const jsonRulesEngine = lower(ruleSet);
  const vectors = vectorsOf(ruleSet, profiles);
  const diagrams = [...diagramsOf(ruleSet)];
  const release = (toSign: ReleaseToSign): Promise<Uint8Array> =>
    sealRelease(
      {
        schemaVersion: 1,
        program: toSign.program,
        number: toSign.number,
        ruleSet,
        jsonRulesEngine,
        vectors,
        change: { from: toSign.base?.number ?? null, ...change },
        evidence: {
          ...evidence,
          profiles: [...profiles],
          diagrams,
          ...(reviewBy === undefined ? {} : { reviewBy }),
        },
        createdAt: toSign.createdAt.toISOString(),
      },
      deps.signer,
    );
  return { release, pointer: (toSign) => signPointer(toSign, deps) };
}

/** Signs a pointer that counts from now. */
export async function signPointer(toSign: PointerToSign, deps: Pick<Deps, "clock" | "signer">) {
  const { suspendedSince, hardExpiryHours, ...pointer } = toSign;
  const issuedAt = deps.clock.now();
  const expires = new Date(issuedAt.getTime() + pointerLife);
  const hardExpires = hardEnd({ issuedAt, suspendedSince, hardExpiryHours });
  const envelope = await sealPointer(
    {
      schemaVersion: 1,
      ...pointer,
      issuedAt: issuedAt.toISOString(),
      expires: expires.toISOString(),
      ...(hardExpires === undefined ? {} : { hardExpires: hardExpires.toISOString() }),
    },
    deps.signer,
  );
  return { envelope, issuedAt, expires };
}

/** When a pointer ends for good: not after it was issued for a suspended channel, else as the program asks. */
function hardEnd({
  issuedAt,
  suspendedSince,
  hardExpiryHours,
}: Pick<PointerToSign, "suspendedSince" | "hardExpiryHours"> & { readonly issuedAt: Date }):
  | Date
  | undefined {
  // The clock may have been set back since: the end is never after the pointer's own date.
  if (suspendedSince !== null) return new Date(Math.min(suspendedSince.getTime(), issuedAt.getTime()));
  return hardExpiryHours === null ? undefined : new Date(issuedAt.getTime() + hardExpiryHours * hour);
}

/** The persons of the profiles with the answers every consumer must reproduce before using the release. */
function vectorsOf(ruleSet: RuleSet, profiles: readonly Profile[]): ReleasePayload["vectors"] {
  return profiles.map((profile) => {
    const at = evaluationDate(profile);
    const result: Result = evaluatePerson(ruleSet, readPerson(ruleSet, profile.facts, at)).result;
    return { facts: profile.facts, at, result };
  });
}

// What makes a pointer and a release fit to serve. The network, the cache and the command line all come through here,
// so that no door is easier than another.
import { runnerOf } from "#runner";
import {
  checkedDiagrams,
  differingVectors,
  evaluate,
  openPointer,
  openRelease,
  refuse,
  type Diagram,
  type HighWater,
  type OpenedRelease,
  type PointerPayload,
  type Verified,
  type Verifier,
} from "@jumelage/engine";
import type { Step } from "./follow.ts";
import type { Run } from "./run.ts";
import { digest } from "./web-crypto.ts";

export interface AcceptTerms {
  readonly trusted: readonly Verifier[];
  readonly program: string;
  readonly channel: string;
}

/** A pointer with the very bytes it was read from. */
export interface SignedPointer {
  readonly pointer: PointerPayload;
  readonly bytes: Uint8Array;
}

/** What the channel is at and the application does not take by itself, and the step that is in the way. */
export interface Offer {
  readonly signed: SignedPointer;
  readonly step: Step;
}

/** A pointer and the release it points at, both verified: what evaluations run on. Never changed, only replaced. */
export interface Serving extends OpenedRelease {
  readonly signed: SignedPointer;
  readonly bytes: Uint8Array;
  /** Set while the channel is at another release, which this one does not give way to. */
  readonly offer?: Offer | undefined;
  /** The newest pointer of the channel that verifies, whatever became of the release it names. */
  readonly seen?: PointerPayload | undefined;
  /** The rule set, ready to be run on what a caller has of somebody, on a date. */
  readonly run: Run;
  /** The decision diagrams of the release that say exactly what its rule set says. */
  readonly diagrams: readonly Diagram[];
}

/** A verified pointer, not behind the one already seen. Of two signed for one sequence the later issued one is kept. */
export async function acceptPointer(
  bytes: Uint8Array,
  terms: AcceptTerms,
  seen: SignedPointer | undefined,
): Promise<Verified<SignedPointer>> {
  const opened = await openPointer(bytes, { ...terms, seen: seen?.pointer });
  if (!opened.ok) return opened;
  const { pointer } = opened.value;
  const older =
    seen?.pointer.sequence === pointer.sequence &&
    Date.parse(pointer.issuedAt) < Date.parse(seen.pointer.issuedAt);
  return { ok: true, value: older ? seen : { pointer, bytes } };
}

/** The release a verified pointer names, verified, with every one of its vectors answered as it says. */
export async function acceptRelease(
  bytes: Uint8Array,
  signed: SignedPointer,
  terms: AcceptTerms,
): Promise<Verified<Serving>> {
  const { release, sha256, length } = signed.pointer;
  const opened = await openRelease(bytes, { ...terms, digest, expected: { release, sha256, length } });
  if (!opened.ok) return opened;
  const differing = runVectors(opened.value);
  if (!differing.ok) return differing;
  const { ruleSet, evidence } = opened.value.release;
  freeze(opened.value.release);
  const run = runnerOf(ruleSet);
  const diagrams = checkedDiagrams(ruleSet, evidence.diagrams);
  return { ok: true, value: { ...opened.value, signed, bytes, run, diagrams } };
}

/** Runs a release's conformance vectors with both evaluators that will serve it; the answer is how many there are. */
export function runVectors(opened: OpenedRelease): Verified<number> {
  const { release } = opened;
  const run = runnerOf(release.ruleSet);
  const differing = [
    ...differingVectors(release, (ruleSet, facts, at) => evaluate(ruleSet, facts, at).result),
    ...differingVectors(release, (_, facts, at) => run(facts, at)),
  ];
  if (differing.length === 0) return { ok: true, value: release.vectors.length };
  return refuse("vectors-differ", { first: differing[0] ?? 0 });
}

/** What an application is handed cannot be used to change what the next evaluation means. */
function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}

/** Whether a pointer names the very release that is already being served. */
export function namesSame(pointer: HighWater, serving: Serving | undefined): serving is Serving {
  return (
    serving !== undefined &&
    pointer.sha256 === serving.sha256 &&
    pointer.release === serving.release.number &&
    pointer.length === serving.bytes.length
  );
}

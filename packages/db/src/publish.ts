// Making a release: one transaction that takes the number, signs, stores, moves the channel, closes the draft and
// records it. Whatever interrupts it leaves the old state or the new one; a repeat with the same key tells which.
import { eq, and } from "drizzle-orm";
import type { Hazard, Profile, RuleSet } from "@jumelage/engine";
import { appendAudit, type AuditHead } from "./audit.ts";
import { writePointer, type PointerSigner } from "./channels.ts";
import { inTransaction, isUniqueViolation, type Act, type Db, type Tx } from "./db.ts";
import { sha256Hex } from "./digest.ts";
import { asHazards, asProfiles, asRuleSet } from "./documents.ts";
import { isOpen, type Approval, type Draft, type NotFound, type ReleaseRef } from "./draft.ts";
import { currentReleaseNumber } from "./releases.ts";
import { lockDraft } from "./drafts.ts";
import { validApprovers } from "./review.ts";
import { lockProgram } from "./programs.ts";
import { drafts, pointerHistory, programs, releases } from "./schema.ts";
import type { Vault } from "./vault/vault.ts";

/** What the signer of a release is given; the envelope it returns is stored byte for byte. */
export interface ReleaseToSign {
  readonly program: string;
  readonly number: number;
  readonly base: ReleaseRef | null;
  readonly ruleSet: RuleSet;
  readonly profiles: readonly Profile[];
  readonly hazards: readonly Hazard[];
  readonly approvals: readonly Approval[];
  readonly waivers: readonly string[];
  readonly note: string;
  readonly draftHash: string | null;
  readonly createdAt: Date;
}

export interface Signers {
  /** Returns the bytes of the signed release. Runs inside the transaction: no slow work here. */
  readonly release: (release: ReleaseToSign) => Promise<Uint8Array>;
  readonly pointer: PointerSigner;
}

export interface Published {
  readonly kind: "published";
  readonly number: number;
  readonly sha256: string;
  readonly sequence: number;
  /** Whether this key had been used already: nothing was done this time. */
  readonly repeated: boolean;
}

export type PublishResult =
  | Published
  /** The draft is not what the caller had checked. */
  | { readonly kind: "stale"; readonly current: Draft }
  | { readonly kind: "not-approved"; readonly current: Draft }
  /** The release in force is no longer the one the draft was started from. */
  | { readonly kind: "base-moved"; readonly current: Draft; readonly inForce: number | null }
  | { readonly kind: "wrong-status"; readonly current: Draft }
  /** The program is archived: nothing is published in it. */
  | { readonly kind: "archived"; readonly release: number }
  /** The idempotency key belongs to another release. */
  | { readonly kind: "key-reused"; readonly number: number }
  | NotFound;

/**
 * Publishes an approved draft, exactly as approved.
 * @throws VaultError when the vault cannot hold it: then nothing was published.
 */
export async function publishRelease(
  db: Db,
  act: Act,
  request: {
    readonly draft: string;
    readonly hash: string;
    readonly channel: string;
    readonly note: string;
    readonly waivers?: readonly string[];
    /** What the payload says of how it differs from the one before. */
    readonly changeKind?: string;
    /** The day by which it is due to be looked at again, as the payload says it. */
    readonly reviewBy?: string;
    readonly idempotencyKey: string;
    readonly sign: Signers;
    /** Where the release is kept beside the database, before anybody is told of it. */
    readonly vault?: Vault | undefined;
  },
): Promise<PublishResult> {
  const written: Written = {};
  const attempt = () => inTransaction(db, (tx) => publishIn(tx, act, request, written));
  const result = await attempt().catch((error: unknown) => {
    // Another transaction took the number or the key between our look and our insert: what it left is the answer.
    if (!isUniqueViolation(error)) throw error;
    return attempt();
  });
  // A repeat too: the first time may have ended between its commit and this.
  if (result.kind === "published" && written.pointer) await request.vault?.confirm(written.pointer);
  return result;
}

/** The signed pointer that a transaction wrote, or found. */
interface Written {
  pointer?: Uint8Array;
}

async function publishIn(
  tx: Tx,
  act: Act,
  request: Parameters<typeof publishRelease>[2],
  written: Written,
): Promise<PublishResult> {
  const draft = await lockDraft(tx, request.draft);
  if (!draft) return { kind: "not-found" };
  const earlier = await releaseOfKey(tx, draft.program, request.idempotencyKey);
  if (earlier) {
    const same = earlier.draft === draft.id && earlier.draftHash === request.hash;
    return same
      ? repeatOf(tx, earlier, request.channel, written)
      : { kind: "key-reused", number: earlier.number };
  }
  if (!isOpen(draft.status)) return { kind: "wrong-status", current: draft };
  if (draft.hash !== request.hash) return { kind: "stale", current: draft };
  const approvers = validApprovers(draft);
  // Locked, so that no channel moves between the look at what is in force and the new pointer.
  const program = await lockProgram(tx, draft.program);
  if (program?.archivedAt) return { kind: "archived", release: program.headRelease };
  if (!program || draft.status !== "approved" || approvers.length < program.settings.approvalsNeeded) {
    return { kind: "not-approved", current: draft };
  }
  const inForce = (await currentReleaseNumber(tx, draft.program)) ?? null;
  if (inForce !== (draft.base?.number ?? null)) return { kind: "base-moved", current: draft, inForce };
  const taken = await takeNumber(tx, draft.program, program.headRelease);
  if (taken === undefined)
    return {
      kind: "base-moved",
      current: draft,
      inForce: (await currentReleaseNumber(tx, draft.program)) ?? null,
    };

  const made = await insertRelease(tx, act, {
    toSign: {
      program: draft.program,
      number: taken,
      base: draft.base,
      ruleSet: asRuleSet(draft.ruleSet),
      profiles: draft.profiles,
      hazards: draft.hazards,
      approvals: draft.approvals.filter((a) => a.current),
      waivers: request.waivers ?? [],
      note: request.note,
      draftHash: draft.hash,
      createdAt: act.at,
    },
    draft: draft.id,
    approvedBy: approvers,
    changeKind: request.changeKind ?? null,
    reviewBy: request.reviewBy ?? null,
    idempotencyKey: request.idempotencyKey,
    channel: request.channel,
    sign: request.sign,
    beforeCommit: async (release, pointer) => {
      written.pointer = pointer;
      // Last, so that a transaction that fails leaves nothing there either, unless it is the commit itself.
      await request.vault?.prepare({ program: draft.program, release, pointer });
    },
    beforeAudit: () =>
      tx.update(drafts).set({ status: "published", updatedAt: act.at }).where(eq(drafts.id, draft.id)),
  });
  return { kind: "published", ...made, repeated: false };
}

/**
 * The first release of a new installation: no draft, no approvals, one waiver that says so. A program that has a
 * release already keeps it (`undefined`).
 */
export async function seedRelease(
  db: Db,
  act: Act,
  seed: {
    readonly program: string;
    readonly ruleSet: RuleSet;
    readonly profiles: readonly Profile[];
    readonly hazards?: readonly Hazard[];
    readonly channel: string;
    readonly note: string;
    readonly sign: Signers;
  },
): Promise<{ readonly number: number; readonly sha256: string; readonly sequence: number } | undefined> {
  return inTransaction(db, async (tx) => {
    const number = await takeNumber(tx, seed.program, 0);
    if (number === undefined) return undefined;
    return insertRelease(tx, act, {
      toSign: {
        program: seed.program,
        number,
        base: null,
        ruleSet: asRuleSet(seed.ruleSet),
        profiles: asProfiles(seed.profiles),
        hazards: asHazards(seed.hazards ?? []),
        approvals: [],
        waivers: ["seed"],
        note: seed.note,
        draftHash: null,
        createdAt: act.at,
      },
      draft: null,
      approvedBy: [],
      changeKind: null,
      reviewBy: null,
      idempotencyKey: "seed",
      channel: seed.channel,
      sign: seed.sign,
      beforeAudit: () => Promise.resolve(),
    });
  });
}

/** The next number, by compare-and-set on the program's head; `undefined` when somebody else was first. */
async function takeNumber(tx: Tx, program: string, head: number): Promise<number | undefined> {
  const [row] = await tx
    .update(programs)
    .set({ headRelease: head + 1 })
    .where(and(eq(programs.id, program), eq(programs.headRelease, head)))
    .returning({ number: programs.headRelease });
  return row?.number;
}

async function insertRelease(
  tx: Tx,
  act: Act,
  make: {
    readonly toSign: ReleaseToSign;
    readonly draft: string | null;
    readonly approvedBy: readonly string[];
    readonly changeKind: string | null;
    readonly reviewBy: string | null;
    readonly idempotencyKey: string;
    readonly channel: string;
    readonly sign: Signers;
    readonly beforeAudit: () => PromiseLike<unknown>;
    readonly beforeCommit?: (release: Uint8Array, pointer: Uint8Array) => Promise<void>;
  },
): Promise<{ number: number; sha256: string; sequence: number }> {
  const { program, number, ruleSet, profiles, hazards, note, waivers, draftHash } = make.toSign;
  const envelope = await make.sign.release(make.toSign);
  const sha256 = await sha256Hex(envelope);
  await tx.insert(releases).values({
    program,
    number,
    sha256,
    envelope,
    ruleSet,
    profiles,
    hazards,
    publishedBy: act.by,
    approvedBy: [...make.approvedBy],
    note,
    waivers: [...waivers],
    changeKind: make.changeKind,
    reviewBy: make.reviewBy,
    draft: make.draft,
    draftHash,
    idempotencyKey: make.idempotencyKey,
    createdAt: act.at,
  });
  await make.beforeAudit();
  // The pointer carries the head of the chain, this release included, so the record is written before it is signed.
  const checkpoint: AuditHead = await appendAudit(tx, act, {
    action: "release.publish",
    subject: `release:${program}/${number}`,
    payload: {
      sha256,
      draft: make.draft,
      draftHash,
      channel: make.channel,
      approvedBy: make.approvedBy,
      waivers,
      note,
    },
  });
  const pointer = await writePointer(tx, act, {
    program,
    channel: make.channel,
    release: number,
    sha256,
    length: envelope.length,
    audit: checkpoint,
    reason: "publish",
    message: note,
    sign: make.sign.pointer,
  });
  await make.beforeCommit?.(envelope, pointer.envelope);
  return { number, sha256, sequence: pointer.sequence };
}

async function releaseOfKey(tx: Tx, program: string, key: string) {
  const [row] = await tx
    .select({
      program: releases.program,
      number: releases.number,
      sha256: releases.sha256,
      draft: releases.draft,
      draftHash: releases.draftHash,
    })
    .from(releases)
    .where(and(eq(releases.program, program), eq(releases.idempotencyKey, key)));
  return row;
}

async function repeatOf(
  tx: Tx,
  release: { program: string; number: number; sha256: string },
  channel: string,
  written: Written,
): Promise<Published> {
  const [first] = await tx
    .select({ sequence: pointerHistory.sequence, envelope: pointerHistory.envelope })
    .from(pointerHistory)
    .where(
      and(
        eq(pointerHistory.program, release.program),
        eq(pointerHistory.channel, channel),
        eq(pointerHistory.release, release.number),
      ),
    )
    .orderBy(pointerHistory.sequence)
    .limit(1);
  if (first) written.pointer = first.envelope;
  return {
    kind: "published",
    number: release.number,
    sha256: release.sha256,
    sequence: first?.sequence ?? 0,
    repeated: true,
  };
}

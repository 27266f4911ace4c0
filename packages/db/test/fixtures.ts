// A small program with people, and signers that sign nothing: enough to walk the whole way from draft to release.
import { canonicalJson, type Expected, type Profile, type RuleSet, type Text } from "@jumelage/engine";
import {
  approveDraft,
  createPerson,
  createProgram,
  currentRelease,
  draftHash,
  getDraft,
  inTransaction,
  publishRelease,
  requestReview,
  saveDraft,
  seedRelease,
  setRole,
  startDraft,
  type Act,
  type Db,
  type Draft,
  type PublishResult,
  type Signers,
  type Vault,
} from "../src/index.ts";
import { draftApprovals, drafts } from "../src/schema.ts";

export const program = "essai";
const text = (fr: string): Text => ({ fr, en: `${fr} (en)` });

/** Instants, one second apart: tests have no other clock. */
let seconds = 0;
export const later = (): Date => new Date(Date.UTC(2026, 2, 1, 12, 0, (seconds += 1)));
export const by = (person: string): Act => ({ by: person, at: later() });

export function ruleSet(threshold = 15): RuleSet {
  return {
    schemaVersion: 1,
    program,
    title: text("Programme d’essai"),
    purpose: text("Pour les essais"),
    timeZone: "America/Montreal",
    sources: [],
    parameters: [],
    facts: [
      {
        id: "score",
        label: text("Pointage"),
        question: text("Quel est le pointage ?"),
        type: "integer",
        range: { min: 0, max: 27 },
        whenUnknown: "block",
        safety: false,
        sources: [],
      },
    ],
    conditions: [],
    decisions: [
      {
        id: "orientation",
        title: text("Orientation"),
        kind: "one",
        outcomes: [
          {
            id: "evaluation",
            label: text("Évaluation"),
            message: text("À évaluer"),
            tone: "stop",
            override: false,
          },
          {
            id: "autosoins",
            label: text("Autosoins"),
            message: text("Autosoins"),
            tone: "go",
            override: false,
          },
        ],
        otherwise: "autosoins",
        states: {
          "@undetermined": { label: text("Indéterminé"), message: text("À compléter") },
          "@safety-unknown": { label: text("Sécurité inconnue"), message: text("À demander") },
        },
      },
    ],
    criteria: [
      {
        id: "C1",
        title: text("Pointage élevé"),
        when: { fact: "score", operator: "greaterThanInclusive", value: threshold },
        then: { decision: "orientation", outcome: "evaluation" },
        rationale: text("Prudence"),
        sources: [],
        origin: "inference",
        enabled: true,
      },
    ],
    properties: [],
  };
}

export const expected = (state: string): Expected => ({ decisions: { orientation: state } });

export function profile(id: string, score: number, state: string): Profile {
  return { id, title: text(id), tags: [], facts: { score }, provenance: "blind", expected: expected(state) };
}

export const profiles: readonly Profile[] = [profile("P1", 3, "autosoins"), profile("P2", 15, "evaluation")];

/** Not signatures, but like them: bytes that name everything they were given. */
export const signers: Signers = {
  release: (r) =>
    Promise.resolve(
      new TextEncoder().encode(
        canonicalJson({ ...r, approvals: r.approvals.length, createdAt: r.createdAt.toISOString() }),
      ),
    ),
  pointer: (p) => {
    const issuedAt = later();
    const expires = new Date(issuedAt.getTime() + 86_400_000);
    const named = { ...p, suspendedSince: p.suspendedSince?.toISOString() ?? null };
    return Promise.resolve({ envelope: new TextEncoder().encode(canonicalJson(named)), issuedAt, expires });
  },
};

/** Two authors, two reviewers, and the program at release 1. */
export async function seed(db: Db, sign: Signers = signers): Promise<void> {
  await inTransaction(db, async (tx) => {
    await createProgram(tx, by("system"), { id: program, title: text("Programme d’essai") });
    for (const [id, role] of [
      ["anna", "author"],
      ["bruno", "author"],
      ["rita", "reviewer"],
      ["rene", "reviewer"],
    ] as const) {
      await createPerson(tx, by("system"), { id, name: id.toUpperCase(), title: text(role) });
      await setRole(tx, by("system"), { person: id, program, role, granted: true });
    }
  });
  await seedRelease(db, by("system"), {
    program,
    ruleSet: ruleSet(),
    profiles,
    channel: "production",
    note: "",
    sign,
  });
}

/** A new draft, started by anna. */
export async function started(db: Db): Promise<Draft> {
  const result = await inTransaction(db, (tx) =>
    startDraft(tx, by("anna"), { id: crypto.randomUUID(), program }),
  );
  if (result.kind !== "started") throw new Error(result.kind);
  return result.draft;
}

/** A draft with one change by anna, approved by rita. */
export async function approved(db: Db, threshold: number): Promise<Draft> {
  const draft = await started(db);
  return inTransaction(db, async (tx) => {
    const saved = await saveDraft(tx, by("anna"), {
      id: draft.id,
      expectedRevision: draft.revision,
      ruleSet: ruleSet(threshold),
    });
    if (saved.kind !== "saved") throw new Error(saved.kind);
    await requestReview(tx, by("anna"), { id: draft.id, hash: saved.draft.hash, note: "à revoir" });
    const done = await approveDraft(tx, by("rita"), {
      id: draft.id,
      hash: saved.draft.hash,
      meaning: "clinical-approval",
      changes: [],
    });
    if (done.kind !== "done") throw new Error(done.kind);
    return done.draft;
  });
}

/** The same without the steps in between, for tests that need many. */
export async function approvedAtOnce(db: Db, threshold: number): Promise<Draft> {
  const release = await currentRelease(db, program);
  if (!release) throw new Error("not seeded");
  const content = {
    base: { number: release.number, sha256: release.sha256 },
    ruleSet: ruleSet(threshold),
    profiles,
    hazards: [],
  };
  const [id, hash, at] = [crypto.randomUUID(), await draftHash(content), later()];
  await db.insert(drafts).values({
    id,
    program,
    name: id,
    baseRelease: release.number,
    baseSha256: release.sha256,
    status: "approved",
    revision: 2,
    hash,
    ruleSet: content.ruleSet,
    profiles: content.profiles,
    createdAt: at,
    createdBy: "anna",
    updatedAt: at,
    updatedBy: "anna",
  });
  await db.insert(draftApprovals).values({ draft: id, person: "rita", hash, meaning: "review", at });
  const draft = await getDraft(db, id);
  if (!draft) throw new Error("not made");
  return draft;
}

export function publish(
  db: Db,
  draft: Pick<Draft, "id" | "hash">,
  how: { key?: string; by?: string; sign?: Signers; vault?: Vault } = {},
): Promise<PublishResult> {
  return publishRelease(db, by(how.by ?? "rita"), {
    draft: draft.id,
    hash: draft.hash,
    channel: "production",
    note: "publiée",
    idempotencyKey: how.key ?? crypto.randomUUID(),
    sign: how.sign ?? signers,
    vault: how.vault,
  });
}

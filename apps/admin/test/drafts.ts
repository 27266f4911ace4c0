// What the tests of drafts share: a real program as documents, a server that keeps one draft, and a seeded chance.
import type { Draft, SavedDraft, SaveDraft } from "@jumelage/api/schemas";
import { referencePrograms } from "@jumelage/content";
import { parseDraftRuleSet, parseProfiles, type Parsed } from "@jumelage/engine";
import type { Change, Documents } from "../src/draft/document.ts";
import { createDraftStore, type DraftStore } from "../src/draft/draft-store.ts";
import { readKept, type Desks, type Kept } from "../src/draft/desk.ts";

function must<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error("the reference programs parse");
  return parsed.value;
}

export function referenceDocuments(): Documents {
  const [program] = referencePrograms;
  return {
    ruleSet: must(parseDraftRuleSet(program?.ruleSet)),
    profiles: must(parseProfiles(program?.profiles)),
    hazards: [],
  };
}

/** The same, cut down, for tests that save it many times. */
export function smallDocuments(): Documents {
  const { ruleSet, profiles, hazards } = referenceDocuments();
  return {
    ruleSet: { ...ruleSet, criteria: ruleSet.criteria.slice(0, 8), properties: [], sources: [] },
    profiles: profiles.slice(0, 3),
    hazards,
  };
}

export function draftOf(documents: Documents): Draft {
  const at = "2026-11-25T14:05:00.000Z";
  return {
    id: "d1",
    name: "Camille",
    program: documents.ruleSet.program,
    status: "editing",
    updatedAt: at,
    updatedBy: { id: "camille", name: "Camille" },
    createdBy: { id: "camille", name: "Camille" },
    base: { number: 1, sha256: "0".repeat(64) },
    revision: 0,
    hash: "0".repeat(64),
    ruleSet: documents.ruleSet,
    profiles: [...documents.profiles],
    hazards: [...documents.hazards],
    authors: [],
    createdAt: at,
    note: "",
    approvals: [],
    expectationChanges: [],
    updated: null,
  };
}

export type Trouble = "stale" | "unreachable" | "refused";

/** An error of the fake server that says what kind it is. */
export class ServerTrouble extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** A server that keeps one draft by compare-and-set. `down` and `loseReply` are switches of the test. */
export class FakeServer {
  draft: Draft;
  down = false;
  loseReply = false;
  readonly saves: SaveDraft[] = [];

  constructor(documents: Documents) {
    this.draft = draftOf(documents);
  }

  save(input: SaveDraft, by = "Camille"): Promise<SavedDraft> {
    if (this.down) return Promise.reject(new ServerTrouble("unreachable"));
    if (input.expectedRevision !== this.draft.revision) return Promise.reject(new ServerTrouble("stale"));
    this.saves.push(input);
    // As over the wire: nothing is shared with the page.
    const sent = JSON.parse(
      JSON.stringify({ ruleSet: input.ruleSet, profiles: input.profiles, hazards: input.hazards }),
    ) as Partial<Documents>;
    this.draft = {
      ...this.draft,
      ...(sent.ruleSet ? { ruleSet: sent.ruleSet } : {}),
      ...(sent.profiles ? { profiles: [...sent.profiles] } : {}),
      ...(sent.hazards ? { hazards: [...sent.hazards] } : {}),
      revision: this.draft.revision + 1,
      updatedBy: { id: by, name: by },
    };
    const { revision, hash, updatedAt, status } = this.draft;
    if (this.loseReply) {
      this.loseReply = false;
      return Promise.reject(new ServerTrouble("unreachable"));
    }
    const cited = Object.keys(input.fromSource ?? {}).map((id) => [id, "from-source" as const]);
    return Promise.resolve({ revision, hash, updatedAt, status, provenance: Object.fromEntries(cited) });
  }

  load(): Promise<Draft> {
    if (this.down) return Promise.reject(new ServerTrouble("unreachable"));
    return Promise.resolve(JSON.parse(JSON.stringify(this.draft)) as Draft);
  }
}

/** Desks in memory that keep what a browser's database would: a copy, in which what was shared still is. */
export function memoryDesks(): Desks & { readonly kept: () => Kept | null; readonly unsent: () => boolean } {
  let stored: unknown = null;
  return {
    keep: (_draft, kept) => {
      stored = structuredClone({ format: 1, ...kept });
      return Promise.resolve();
    },
    forget: () => {
      stored = null;
      return Promise.resolve();
    },
    kept: () => readKept(structuredClone(stored)),
    unsent: () => {
      const kept = readKept(stored);
      return kept !== null && (kept.acked !== kept.history.present || Object.keys(kept.citations).length > 0);
    },
  };
}

/** Numbers from 0 to below `limit`, the same for the same seed. */
export function chance(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

export function setThreshold(id: string, value: number): Change {
  return (documents) => ({
    ...documents,
    ruleSet: {
      ...documents.ruleSet,
      parameters: documents.ruleSet.parameters.map((p) => (p.id === id ? { ...p, value } : p)),
    },
  });
}

export function setTitle(criterion: string, fr: string): Change {
  return (documents) => ({
    ...documents,
    ruleSet: {
      ...documents.ruleSet,
      criteria: documents.ruleSet.criteria.map((c) =>
        c.id === criterion ? { ...c, title: { ...c.title, fr } } : c,
      ),
    },
  });
}

export function expectNothing(profile: string): Change {
  return (documents) => ({
    ...documents,
    profiles: documents.profiles.map((p) => (p.id === profile ? { ...p, expected: { decisions: {} } } : p)),
  });
}

/** A draft of the fake server on a page of its own. */
export function openDraft(
  server: FakeServer,
  options: { readonly desks?: ReturnType<typeof memoryDesks>; readonly by?: string } = {},
): DraftStore {
  return createDraftStore(server.draft, {
    save: (input) => server.save(input, options.by),
    load: () => server.load(),
    failureOf: (error) => (error instanceof ServerTrouble ? error.trouble : "refused"),
    desks: options.desks ?? memoryDesks(),
    kept: options.desks?.kept() ?? null,
    schedule: (run, delay) => {
      const timer = setTimeout(run, delay);
      return () => clearTimeout(timer);
    },
    undoReason: () => "annulé",
  });
}

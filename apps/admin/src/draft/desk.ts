// What lies on the desk of a draft, kept on this device: its undo history, and what was typed and not yet acknowledged by
// the server. Rule sets and synthetic profiles only: nothing about real people is ever in a draft.
import { draftRuleSetSchema, hazardsSchema, profilesSchema } from "@jumelage/engine";
import { createStore, get, type UseStore } from "idb-keyval";
import type { Documents } from "./document.ts";
import type { Citations } from "./expectations.ts";
import type { History, Step } from "./history.ts";

export interface Kept {
  /** The revision of the server that `acked` is. */
  readonly revision: number;
  /** The digest of the release the draft is based on: steps do not reach across an update of the draft. */
  readonly base: string | null;
  readonly acked: Documents;
  /** What was sent without an answer yet. */
  readonly unanswered: readonly Documents[];
  readonly history: History;
  readonly reasons: Readonly<Record<string, string>>;
  readonly citations: Citations;
}

/** Where desks are kept. Both are refused where the device would not keep anything. */
export interface Desks {
  readonly keep: (draft: string, kept: Kept) => Promise<void>;
  readonly forget: (draft: string) => Promise<void>;
}

const format = 1;
let opened: UseStore | undefined;
const store: UseStore = (mode, act) => (opened ??= createStore("jumelage", "desks"))(mode, act);

/**
 * The desks of this browser. A record is written in one go with the parts that its steps share written once, and committed
 * at once: a page that ends right after has still written.
 */
export const desks: Desks = {
  keep: (draft, kept) => written((all) => all.put({ format, ...kept }, draft)),
  forget: (draft) => written((all) => all.delete(draft)),
};

function written(act: (all: IDBObjectStore) => void): Promise<void> {
  return store("readwrite", (all) => {
    act(all);
    const { transaction } = all;
    transaction.commit();
    return new Promise<void>((resolve, reject) => {
      transaction.addEventListener("complete", () => resolve());
      transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("not kept")));
    });
  });
}

/** What was left on the desk of a draft; null when nothing, or nothing that still reads. */
export async function recall(draft: string): Promise<Kept | null> {
  try {
    return readKept(await get<unknown>(draft, store));
  } catch {
    return null;
  }
}

/** A record as it was kept; null for anything else. Steps are only followed from documents that read. */
export function readKept(stored: unknown): Kept | null {
  if (typeof stored !== "object" || stored === null) return null;
  const record = stored as Partial<Record<keyof Kept | "format", unknown>>;
  const { revision, base = null, acked, reasons, citations } = record;
  const history = historyOf(record.history);
  if (record.format !== format || typeof revision !== "number" || history === undefined) return null;
  if (!reads(acked) || !reads(history.present)) return null;
  return {
    revision,
    base: typeof base === "string" ? base : null,
    acked,
    unanswered: Array.isArray(record.unanswered) ? (record.unanswered as readonly Documents[]) : [],
    history,
    reasons: textsOf(reasons),
    citations: citationsOf(citations),
  };
}

function historyOf(stored: unknown): History | undefined {
  const { past, present, future } = (stored ?? {}) as Record<string, unknown>;
  if (!Array.isArray(past) || !Array.isArray(future) || !reads(present)) return undefined;
  return { past: past as readonly Step[], present, future: future as readonly Step[] };
}

/** Whether documents have the shape the screens read. What was typed need not be right to be kept. */
function reads(stored: unknown): stored is Documents {
  const { ruleSet, profiles, hazards } = (stored ?? {}) as Record<string, unknown>;
  return (
    draftRuleSetSchema.safeParse(ruleSet).success &&
    profilesSchema.safeParse(profiles).success &&
    hazardsSchema.safeParse(hazards).success
  );
}

function textsOf(stored: unknown): Record<string, string> {
  const pairs = Object.entries((stored ?? {}) as Record<string, unknown>);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}

function citationsOf(stored: unknown): Citations {
  const pairs = Object.entries((stored ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    pairs.filter((pair): pair is [string, string | null] => pair[1] === null || typeof pair[1] === "string"),
  );
}

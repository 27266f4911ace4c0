// What was typed and not yet acknowledged by the server, kept on this device until it is. Rule sets and synthetic profiles
// only: nothing about real people is ever in a draft.
import { hazardsSchema, parseDraftRuleSet, parseProfiles } from "@jumelage/engine";
import type { Documents } from "./document.ts";
import type { Citations } from "./expectations.ts";

export interface Outbox {
  readonly revision: number;
  readonly base: Documents;
  readonly documents: Documents;
  readonly reasons: Readonly<Record<string, string>>;
  readonly citations: Citations;
}

/** The little of web storage that is needed; tests give their own. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (draft: string): string => `jumelage.outbox.${draft}`;

/** Keeps the unsent work; false when the device would not take it. */
export function keep(shelf: Shelf, draft: string, outbox: Outbox): boolean {
  try {
    shelf.setItem(keyOf(draft), JSON.stringify(outbox));
    return true;
  } catch {
    return false;
  }
}

export function forget(shelf: Shelf, draft: string): void {
  try {
    shelf.removeItem(keyOf(draft));
  } catch {
    // A closed storage holds nothing to forget.
  }
}

/** The unsent work of a draft; undefined when there is none, or none that still reads. */
export function recall(shelf: Shelf, draft: string): Outbox | undefined {
  try {
    const stored: unknown = JSON.parse(shelf.getItem(keyOf(draft)) ?? "null");
    if (typeof stored !== "object" || stored === null) return undefined;
    const { revision, base, documents, reasons, citations } = stored as Partial<
      Record<keyof Outbox, unknown>
    >;
    const [from, to] = [documentsOf(base), documentsOf(documents)];
    if (typeof revision !== "number" || from === undefined || to === undefined) return undefined;
    return {
      revision,
      base: from,
      documents: to,
      reasons: reasonsOf(reasons),
      citations: citationsOf(citations),
    };
  } catch {
    return undefined;
  }
}

function documentsOf(stored: unknown): Documents | undefined {
  const { ruleSet, profiles, hazards = [] } = (stored ?? {}) as Record<string, unknown>;
  const [rules, people] = [parseDraftRuleSet(ruleSet), parseProfiles(profiles)];
  const dangers = hazardsSchema.safeParse(hazards);
  return rules.ok && people.ok && dangers.success
    ? { ruleSet: rules.value, profiles: people.value, hazards: dangers.data }
    : undefined;
}

function reasonsOf(stored: unknown): Record<string, string> {
  const pairs = Object.entries((stored ?? {}) as Record<string, unknown>);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}

function citationsOf(stored: unknown): Citations {
  const pairs = Object.entries((stored ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    pairs.filter((pair): pair is [string, string | null] => pair[1] === null || typeof pair[1] === "string"),
  );
}

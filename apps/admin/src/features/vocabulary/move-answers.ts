// The saved profiles that have an answer, and the same with another in its place: an answer that is no longer proposed is left
// in one step.
import type { Fact, Profile } from "@jumelage/engine";
import { readEntry, withEntry, type Entry } from "../profiles/facts-form.ts";

/** The profiles that have this answer to a fact. */
export function profilesWith(profiles: readonly Profile[], fact: Fact, answer: string): readonly Profile[] {
  return profiles.filter((p) => has(readEntry(fact, p.facts[fact.id], p.evaluatedOn), answer));
}

/** The profiles with another answer wherever they have this one; what else they say stays. */
export function moveAnswers(
  profiles: readonly Profile[],
  fact: Fact,
  { from, to }: { readonly from: string; readonly to: string },
): readonly Profile[] {
  return profiles.map((p) => {
    const entry = readEntry(fact, p.facts[fact.id], p.evaluatedOn);
    return has(entry, from) ? { ...p, facts: withEntry(p.facts, fact.id, moved(entry, from, to)) } : p;
  });
}

function has(entry: Entry, answer: string): boolean {
  if (entry.kind !== "known") return false;
  return entry.value === answer || (Array.isArray(entry.value) && entry.value.includes(answer));
}

function moved(entry: Entry, from: string, to: string): Entry {
  if (entry.kind !== "known") return entry;
  // Whoever has the new answer was asked about it, whether or not they had it before.
  const within = (list: readonly string[]): string[] => [...new Set(list.map((m) => (m === from ? to : m)))];
  const value = Array.isArray(entry.value) ? within(entry.value as readonly string[]) : to;
  return { ...entry, value, ...(entry.asked ? { asked: within(entry.asked) } : {}) };
}

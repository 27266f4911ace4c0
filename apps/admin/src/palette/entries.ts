// What the palette offers, and how a few letters find it: in either language, without accents or capitals, in any order of
// words. Nothing here is drawn.
import { searchable } from "../ui/searchable.ts";

export const groups = ["do", "screens", "criteria", "facts", "profiles", "versions", "programs"] as const;
export type Group = (typeof groups)[number];

export interface Entry {
  readonly group: Group;
  /** Unique among the entries of its group. */
  readonly id: string;
  readonly label: string;
  readonly href: string;
  /** What it does, where it does more than lead somewhere. */
  readonly act?: (() => void) | undefined;
  /** What else it is found by: its name in the other language, its id. */
  readonly also: readonly string[];
}

/** How many of a group are shown while somebody types. */
const mostOfGroup = 6;

/** The entries that hold every word, those whose name begins with what was typed first, group by group. */
export function findEntries(entries: readonly Entry[], query: string): readonly Entry[] {
  const typed = searchable(query).trim();
  // Before anything is typed: what can be done, where one can go, other programs. The rest would only be a long list.
  if (typed === "")
    return entries.filter((e) => e.group === "do" || e.group === "screens" || e.group === "programs");
  const words = typed.split(/\s+/);
  const found = entries.flatMap((entry) => {
    const text = searchable([entry.label, ...entry.also].join(" "));
    if (!words.every((word) => text.includes(word))) return [];
    const begins = [entry.label, ...entry.also].some((name) => searchable(name).startsWith(typed));
    return [{ entry, rank: begins ? 0 : 1 }];
  });
  return groups.flatMap((group) =>
    found
      .filter(({ entry }) => entry.group === group)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, mostOfGroup)
      .map(({ entry }) => entry),
  );
}

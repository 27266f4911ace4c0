// The parts of a booklet, in their order, and where each begins.
import { mappable, type Booklet } from "./booklet.ts";

const all = [
  "vocabulary",
  "criteria",
  "tables",
  "maps",
  "profiles",
  "guarantees",
  "changes",
  "limits",
] as const;
export type Part = (typeof all)[number];

/** The parts after the summary; what a program has nothing of has no part. */
export function partsOf(booklet: Booklet): readonly Part[] {
  const { ruleSet } = booklet;
  const empty: Partial<Record<Part, boolean>> = {
    tables: ruleSet.criteria.length === 0,
    maps: mappable(booklet).length === 0,
    guarantees: ruleSet.properties.length === 0,
  };
  return all.filter((part) => empty[part] !== true);
}

/** The element id of a part. */
export function sectionId(part: Part | "summary"): string {
  return `livret-${part}`;
}

// The parts of a booklet, in their order, and where each begins.
import type { Booklet } from "./booklet.ts";

const all = ["vocabulary", "criteria", "profiles", "guarantees", "changes", "limits"] as const;
export type Part = (typeof all)[number];

/** The parts after the summary; a program without guarantees has no part for them. */
export function partsOf({ ruleSet }: Booklet): readonly Part[] {
  return all.filter((part) => part !== "guarantees" || ruleSet.properties.length > 0);
}

/** The element id of a part. */
export function sectionId(part: Part | "summary"): string {
  return `livret-${part}`;
}

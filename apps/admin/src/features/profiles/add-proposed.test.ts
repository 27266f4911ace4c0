import type { Facts, Profile } from "@jumelage/engine";
import { expect, it } from "vitest";
import { addProposed } from "./edit-profiles.ts";

const profile = (id: string, facts: Facts, evaluatedOn?: string): Profile => ({
  id,
  title: { fr: id, en: id },
  tags: [],
  facts,
  ...(evaluatedOn === undefined ? {} : { evaluatedOn }),
  provenance: "accepted-output",
  expected: { decisions: {} },
});

it("every proposed person is kept once, under an id of their own, and nobody who is there already", () => {
  const there = [profile("P1", { crisis: true }), profile("P2", {})];
  const kept = addProposed(there, [
    profile("x", { crisis: false }),
    profile("x", { crisis: true }),
    profile("x", { crisis: false }),
    profile("y", { weeks: 4 }),
  ]);
  expect(kept.map((p) => [p.id, p.facts])).toEqual([
    ["P1", { crisis: true }],
    ["P2", {}],
    ["P3", { crisis: false }],
    ["P4", { weeks: 4 }],
  ]);
});

it("the same answers of another day are another person", () => {
  const dated = { crisis: { value: false, observedOn: "2026-01-14" } };
  const there = [profile("P1", dated, "2026-01-15")];
  expect(addProposed(there, [profile("x", dated, "2026-01-15")])).toBe(there);
  expect(addProposed(there, [profile("x", dated, "2026-01-16")])).toHaveLength(2);
});

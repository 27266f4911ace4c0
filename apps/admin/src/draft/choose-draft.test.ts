import type { DraftSummary } from "@jumelage/api/schemas";
import { expect, it } from "vitest";
import { chooseDraft } from "./choose-draft.ts";

const draft = (id: string, by: string): DraftSummary => ({
  id,
  name: id,
  status: "editing",
  base: null,
  createdBy: { id: by, name: by },
  updatedAt: "2026-11-25T14:05:00.000Z",
  updatedBy: { id: by, name: by },
});
// In the order in which they were started.
const drafts = [draft("d1", "camille"), draft("d2", "alex"), draft("d3", "camille"), draft("d4", "alex")];

it.each([
  ["the one in the address", { asked: "d2", person: "camille" }, "d2"],
  ["one's own last", { asked: undefined, person: "camille" }, "d3"],
  ["one's own last, when the address names one that is closed", { asked: "gone", person: "alex" }, "d4"],
  ["the first, for somebody who has none", { asked: undefined, person: "noa" }, "d1"],
  ["the first, before it is known who asks", { asked: undefined, person: undefined }, "d1"],
])("%s", (_, who, expected) => {
  expect(chooseDraft(drafts, who)?.id).toBe(expected);
  expect(chooseDraft([], who)).toBeUndefined();
});

import { expect, it } from "vitest";
import { chance } from "../../../test/drafts.ts";
import { wordDiff } from "./word-diff.ts";

const side = (before: string, after: string, left: "removed" | "added"): string =>
  wordDiff(before, after)
    .filter((piece) => piece.kind !== left)
    .map((piece) => piece.text)
    .join("");

it("marks the one word that moved", () => {
  expect(wordDiff("est au moins 15 (seuil)", "est au moins 16 (seuil)")).toEqual([
    { kind: "same", text: "est au moins " },
    { kind: "removed", text: "15" },
    { kind: "added", text: "16" },
    { kind: "same", text: " (seuil)" },
  ]);
});

it("says nothing of equal texts and everything of foreign ones", () => {
  expect(wordDiff("a b", "a b")).toEqual([{ kind: "same", text: "a b" }]);
  expect(wordDiff("", "")).toEqual([]);
  expect(wordDiff("a", "")).toEqual([{ kind: "removed", text: "a" }]);
});

it("2,000 random pairs: the pieces make both texts again, neighbours differ in kind", () => {
  const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
  const next = chance(seed);
  const sentence = (): string =>
    Array.from({ length: next(14) }, () => ["le", "seuil", "est", "16", "ou"][next(5)]).join(
      next(2) === 0 ? " " : "\u00a0",
    );
  for (let i = 0; i < 2_000; i += 1) {
    const [before, after] = [sentence(), sentence()];
    const told = `seed ${seed}: ${before} | ${after}`;
    expect(side(before, after, "added"), told).toBe(before);
    expect(side(before, after, "removed"), told).toBe(after);
    const kinds = wordDiff(before, after).map((p) => p.kind);
    expect(
      kinds.some((kind, j) => kind === kinds[j + 1]),
      told,
    ).toBe(false);
  }
});

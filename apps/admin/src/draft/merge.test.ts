import { describe, expect, it } from "vitest";
import { sameJson } from "@jumelage/engine";
import type { Change, Documents } from "./document.ts";
import { clashesOf, mergeSides } from "./merge.ts";
import {
  chance,
  expectNothing,
  referenceDocuments,
  setThreshold,
  setTitle,
  smallDocuments,
} from "../../test/drafts.ts";

const base = referenceDocuments();
const never = (): never => {
  throw new Error("nothing to choose");
};
const without =
  (id: string): Change =>
  (documents) => ({
    ...documents,
    ruleSet: { ...documents.ruleSet, criteria: documents.ruleSet.criteria.filter((c) => c.id !== id) },
  });

describe("joining two people's changes", () => {
  it("keeps both when they touch different entries, whoever is called mine", () => {
    const a = setThreshold("phq9LookAgain", 16)(base);
    const b = expectNothing("PA03")(setTitle("A-I1", "autre titre")(base));
    const one = mergeSides({ base, mine: a, theirs: b }, never);
    const two = mergeSides({ base, mine: b, theirs: a }, never);
    expect(sameJson(one, two)).toBe(true);
    expect(one.ruleSet.parameters.find((p) => p.id === "phq9LookAgain")?.value).toBe(16);
    expect(one.ruleSet.criteria.find((c) => c.id === "A-I1")?.title.fr).toBe("autre titre");
    expect(one.profiles.find((p) => p.id === "PA03")?.expected).toEqual({ decisions: {} });
  });

  it("asks about an entry that both changed differently, and follows the answer", () => {
    const sides = {
      base,
      mine: setThreshold("phq9LookAgain", 16)(base),
      theirs: setThreshold("phq9LookAgain", 17)(base),
    };
    expect(clashesOf(sides).map((c) => c.at.join("/"))).toEqual(["ruleSet/parameters/phq9LookAgain/value"]);
    const value = (d: Documents): number | undefined =>
      d.ruleSet.parameters.find((p) => p.id === "phq9LookAgain")?.value;
    expect(value(mergeSides(sides, () => "mine"))).toBe(16);
    expect(value(mergeSides(sides, () => "theirs"))).toBe(17);
  });

  it("does not ask when both made the same change", () => {
    const sides = {
      base,
      mine: setThreshold("phq9LookAgain", 16)(base),
      theirs: setThreshold("phq9LookAgain", 16)(base),
    };
    expect(clashesOf(sides)).toEqual([]);
    expect(sameJson(mergeSides(sides, never), sides.mine)).toBe(true);
  });

  it("an entry removed on one side and changed on the other is a question, not a loss", () => {
    const sides = { base, mine: setTitle("A-I1", "gardé")(base), theirs: without("A-I1")(base) };
    expect(clashesOf(sides)).toMatchObject([{ at: ["ruleSet", "criteria", "A-I1"], theirs: undefined }]);
    expect(mergeSides(sides, () => "mine").ruleSet.criteria.some((c) => c.id === "A-I1")).toBe(true);
    expect(mergeSides(sides, () => "theirs").ruleSet.criteria.some((c) => c.id === "A-I1")).toBe(false);
  });

  it("two parts of one criterion are no question: one words it, the other switches it off", () => {
    const off: Change = (d) => ({
      ...d,
      ruleSet: {
        ...d.ruleSet,
        criteria: d.ruleSet.criteria.map((c) => (c.id === "A-I1" ? { ...c, enabled: false } : c)),
      },
    });
    const merged = mergeSides({ base, mine: setTitle("A-I1", "à moi")(base), theirs: off(base) }, never);
    expect(merged.ruleSet.criteria.find((c) => c.id === "A-I1")).toMatchObject({
      title: { fr: "à moi" },
      enabled: false,
    });
  });

  it("what both added under one name is kept twice", () => {
    const added =
      (fr: string): Change =>
      (d) => {
        const [first] = d.ruleSet.criteria;
        const criteria = first
          ? [...d.ruleSet.criteria, { ...first, id: "A-I9", title: { fr, en: fr } }]
          : [];
        return { ...d, ruleSet: { ...d.ruleSet, criteria } };
      };
    const merged = mergeSides({ base, mine: added("à moi")(base), theirs: added("à Marie")(base) }, never);
    expect(merged.ruleSet.criteria.map((c) => c.title.fr)).toEqual(
      expect.arrayContaining(["à moi", "à Marie"]),
    );
    expect(merged.ruleSet.criteria).toHaveLength(base.ruleSet.criteria.length + 2);
  });

  it("300 random pairs: every entry of the result is what exactly one rule gives", () => {
    const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
    const next = chance(seed);
    const small = smallDocuments();
    const ids = small.ruleSet.criteria.slice(0, 6).map((c) => c.id);
    const edit = (documents: Documents): Documents => {
      const id = ids[next(ids.length)] ?? "";
      return next(4) === 0 ? without(id)(documents) : setTitle(id, `titre ${next(3)}`)(documents);
    };
    const title = (d: Documents, id: string): string | undefined =>
      d.ruleSet.criteria.find((c) => c.id === id)?.title.fr;
    for (let i = 0; i < 300; i += 1) {
      const [mine, theirs] = [edit(edit(small)), edit(edit(small))];
      const clashing = new Set(clashesOf({ base: small, mine, theirs }).map((c) => c.at[2] ?? ""));
      const merged = mergeSides({ base: small, mine, theirs }, () => "mine");
      for (const id of ids) {
        const [b, m, t] = [title(small, id), title(mine, id), title(theirs, id)];
        const wanted = m === b ? t : m;
        expect(title(merged, id), `seed ${seed}, run ${i}, ${id}`).toBe(wanted);
        expect(clashing.has(id), `seed ${seed}, run ${i}, ${id}`).toBe(m !== b && t !== b && m !== t);
      }
    }
  });
});

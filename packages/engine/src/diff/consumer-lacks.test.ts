// What apps lack for a new rule set, case by case, and laws over random additions.
import { describe, expect, test } from "vitest";
import { chanceFrom, freshSeed } from "../../test/arbitraries.ts";
import { fact, many, members, tiny } from "../../test/tiny.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { additionsOf, consumerLacks, countAdditions, type ConsumerInUse } from "./consumer-lacks.ts";

const text = { fr: "texte", en: "text" };
const base = tiny({ facts: [fact("age", "integer"), fact("kind", "enum", { values: members })] });
const edited = (edit: (doc: RuleSet) => void): RuleSet => {
  const doc = structuredClone(base);
  edit(doc);
  return doc;
};
const app = (rest: Partial<ConsumerInUse> = {}): ConsumerInUse => ({
  consumer: "a",
  name: "A",
  channel: "production",
  sends: ["age", "kind"],
  uses: base,
  ...rest,
});
const lacksOf = (head: RuleSet, ...apps: ConsumerInUse[]) =>
  consumerLacks(additionsOf(base, head), apps).map(({ consumer, kind, of, ids }) => [
    consumer,
    kind,
    of,
    ids,
  ]);
const integer = (id: string) => fact(id, "integer") as unknown as RuleSet["facts"][number];
const outcome = (id: string) => ({
  id,
  label: text,
  message: text,
  tone: "neutral" as const,
  override: true,
});

describe("what is added", () => {
  test("nothing in the same document, nor in one that only loses, rewords or retires", () => {
    const less = edited((doc) => {
      doc.facts.splice(0, 1);
      doc.facts[0]?.values?.splice(0, 1);
      Object.assign(doc.facts[0]?.values?.[0] ?? {}, { retired: true, label: { fr: "autre", en: "other" } });
      doc.decisions.pop();
    });
    for (const head of [base, less]) {
      expect(additionsOf(base, head)).toEqual({ facts: [], values: [], outcomes: [] });
      expect(countAdditions(additionsOf(base, head))).toBe(0);
    }
  });

  test("facts, answers and outcomes; not totals, not the answers of a new fact, not retired ones", () => {
    const head = edited((doc) => {
      doc.facts.push(integer("more"), { ...integer("total"), derive: { sum: ["age", "more"] } });
      doc.facts.push({ ...integer("mood"), type: "enum", values: [...members] });
      doc.facts[1]?.values?.push({ id: "d", label: text }, { id: "e", label: text, retired: true });
      doc.decisions[0]?.outcomes.push(outcome("late"));
      doc.decisions.push({ ...(many as unknown as RuleSet["decisions"][number]), id: "n" });
    });
    const added = additionsOf(base, head);
    expect(added).toEqual({
      facts: ["more", "mood"],
      values: [{ of: "kind", ids: ["d"] }],
      outcomes: [
        { of: "d", ids: ["late"] },
        { of: "n", ids: ["halt", "tell"] },
      ],
    });
    expect(countAdditions(added)).toBe(6);
  });

  test("an answer taken back into use is one that apps may not offer; a total that is now sent is a fact", () => {
    const before = edited((doc) => {
      Object.assign(doc.facts[1]?.values?.[0] ?? {}, { retired: true });
      doc.facts.push({ ...integer("total"), derive: { sum: ["age", "age"] } });
    });
    const after = edited((doc) => {
      doc.facts.push(integer("total"));
    });
    expect(additionsOf(before, after)).toMatchObject({
      facts: ["total"],
      values: [{ of: "kind", ids: ["a"] }],
    });
  });
});

describe("what an app lacks", () => {
  const head = edited((doc) => {
    doc.facts.push(integer("more"), integer("most"));
    doc.facts[1]?.values?.push({ id: "d", label: text });
    doc.decisions[0]?.outcomes.push(outcome("late"));
  });

  test("what it does not send, and what came after the release it uses", () => {
    expect(lacksOf(head, app({ sends: ["age", "kind", "more"] }))).toEqual([
      ["a", "facts", undefined, ["most"]],
      ["a", "values", "kind", ["d"]],
      ["a", "outcomes", "d", ["late"]],
    ]);
  });

  test("of a fact it does not send, no answer is lacking; of one that never said, everything is", () => {
    expect(
      lacksOf(head, app({ sends: ["age"] }), app({ consumer: "b", sends: null, uses: undefined })),
    ).toEqual([
      ["a", "facts", undefined, ["more", "most"]],
      ["a", "outcomes", "d", ["late"]],
      ["b", "facts-unsaid", undefined, ["more", "most"]],
      ["b", "values", "kind", ["d"]],
      ["b", "outcomes", "d", ["late"]],
    ]);
  });

  test("nothing once it sends every fact and uses a release that has the rest", () => {
    const sends = ["age", "kind", "more", "most"];
    expect(lacksOf(head, app({ sends, uses: head }))).toEqual([]);
    expect(lacksOf(head)).toEqual([]);
  });
});

const seed = Number(process.env["SEED"] ?? freshSeed());
test(`every piece added is lacking for an app that knows nothing, and none for one that knows it (SEED=${seed})`, () => {
  const chance = chanceFrom(seed);
  for (let i = 0; i < 300; i++) {
    const pick = (): boolean => chance.often(0.5);
    const head = edited((doc) => {
      for (const id of ["p", "q", "r"]) if (pick()) doc.facts.push(integer(id));
      for (const id of ["x", "y"]) if (pick()) doc.facts[1]?.values?.push({ id, label: text });
      for (const decision of doc.decisions)
        for (const id of ["u", "v"]) if (pick()) decision.outcomes.push(outcome(id));
    });
    const added = additionsOf(base, head);
    const all = head.facts.map((f) => f.id);
    const lacks = consumerLacks(added, [app({ sends: null, uses: undefined })]);
    expect(lacks.reduce((count, { ids }) => count + ids.length, 0)).toBe(countAdditions(added));
    expect(consumerLacks(added, [app({ sends: all, uses: head })])).toEqual([]);
    const some = all.filter(pick);
    const facts = (sends: readonly string[]) =>
      consumerLacks(added, [app({ sends: [...sends] })])
        .filter((l) => l.kind === "facts")
        .flatMap((l) => l.ids);
    expect(facts(some)).toEqual(added.facts.filter((id) => !some.includes(id)));
  }
});

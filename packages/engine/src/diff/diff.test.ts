import { expect, test } from "vitest";
import { programs } from "../../test/reference-programs.ts";
import { chanceFrom, freshSeed } from "../../test/arbitraries.ts";
import { canonicalJson, type Profile, type RuleSet } from "../model/index.ts";
import { diffProfiles, diffRuleSets, things, type Change } from "./index.ts";

const [program] = programs;
if (!program) throw new Error("a reference program");
const { ruleSet: base, profiles } = program;

const edited = (edit: (doc: RuleSet) => void): RuleSet => {
  const doc = structuredClone(base);
  edit(doc);
  return doc;
};
const get = <T extends { readonly id: string }>(list: readonly T[] | undefined, id: string): T => {
  const found = list?.find((item) => item.id === id);
  if (!found) throw new Error(id);
  return found;
};
const short = (changes: readonly Change[]) =>
  changes.map((c) =>
    [c.kind, c.what, c.of === undefined ? c.id : `${c.of}/${c.id}`, c.parts.join(","), c.affects.join(",")]
      .join(" ")
      .trim(),
  );

test("a threshold that changes affects every criterion that reads it, through named conditions too", () => {
  const head = edited((doc) => {
    get(doc.parameters, "phq9LookAgain").value = 16;
  });
  expect(short(diffRuleSets(base, head))).toEqual(["changed parameter phq9LookAgain value A-D4,A-C1"]);
});

test("what is added, removed and changed is named with its parts", () => {
  const head = edited((doc) => {
    doc.title.en = "Another title";
    doc.criteria = doc.criteria.filter((c) => c.id !== "A-L3");
    const d4 = get(doc.criteria, "A-D4");
    d4.when = { condition: "phq9-high" };
    d4.enabled = false;
    doc.criteria.push({ ...structuredClone(d4), id: "A-D9" });
    get(get(doc.facts, "challengeCharacteristics").values, "low_motivation").label.fr = "Motivation limitée";
    get(doc.facts, "severity").values?.push({ id: "extreme", label: { fr: "Extrême", en: "Extreme" } });
    get(get(doc.decisions, "orientation").outcomes, "match").tone = "neutral";
    get(doc.conditions, "item9-positive").when = { fact: "phq9Item9", operator: "greaterThan", value: 0 };
    get(doc.facts, "ageYears").range = { min: 0, max: 110 };
    get(get(doc.sources, "reperes-autosoins-diriges").statements, "S5").locator = "l. 1";
    get(doc.properties, "SP1").claim = get(doc.properties, "SP2").claim;
  });
  expect(short(diffRuleSets(base, head))).toEqual([
    "changed rule-set autosoins-diriges title",
    "changed statement reperes-autosoins-diriges/S5 locator",
    "added value severity/extreme",
    "changed value challengeCharacteristics/low_motivation label  A-D1,A-C1,A-M1".replace("  ", " "),
    "changed fact ageYears range A-D8,A-C1,A-OB5",
    "changed condition item9-positive when A-D6,A-C1",
    "changed outcome orientation/match tone A-OB12",
    "changed criterion A-D4 when,enabled",
    "added criterion A-D9",
    "removed criterion A-L3",
    "changed property SP1 claim",
  ]);
});

test("the order of outcomes and of decisions counts; that of criteria and of keys does not", () => {
  const outcomes = edited((doc) => {
    get(doc.decisions, "orientation").outcomes.reverse();
  });
  expect(short(diffRuleSets(base, outcomes))[0]).toMatch(/^changed decision orientation order/u);
  const decisions = edited((doc) => {
    doc.decisions.reverse();
  });
  expect(short(diffRuleSets(base, decisions))).toEqual(["changed rule-set autosoins-diriges order"]);
  const criteria = edited((doc) => {
    doc.criteria.reverse();
    doc.criteria = doc.criteria.map((c) => Object.fromEntries(Object.entries(c).toReversed()) as typeof c);
  });
  expect(diffRuleSets(base, criteria)).toEqual([]);
});

test("a set's new member affects the criteria that ask whether it is empty", () => {
  const head = edited((doc) => {
    get(doc.facts, "challengeCharacteristics").values?.push({
      id: "new_one",
      label: { fr: "Nouvelle", en: "New" },
    });
  });
  expect(short(diffRuleSets(base, head))).toEqual([
    "added value challengeCharacteristics/new_one  A-D1,A-C1,A-M1",
  ]);
});

test("equal documents have no change, and any random edit is seen by exactly one side of the difference", () => {
  const seed = freshSeed();
  const chance = chanceFrom(seed);
  expect(diffRuleSets(base, structuredClone(base))).toEqual([]);
  for (let i = 0; i < 100; i += 1) {
    const edits = new Set<string>();
    const head = edited((doc) => {
      for (let n = 1 + chance.below(3); n > 0; n -= 1) {
        const item = chance.pick(doc.criteria);
        item.rationale = { fr: `${i} ${n}`, en: `${i} ${n}` };
        edits.add(item.id);
      }
      if (chance.often(0.5)) {
        const gone = doc.criteria.splice(chance.below(doc.criteria.length), 1);
        gone.forEach((g) => edits.add(g.id));
      }
    });
    const there = diffRuleSets(base, head);
    const back = diffRuleSets(head, base);
    expect(new Set(there.map((d) => d.id)), `SEED=${seed}`).toEqual(edits);
    expect(canonicalJson(base) === canonicalJson(head), `SEED=${seed}`).toBe(false);
    expect(
      back.filter((d) => d.kind === "added").map((d) => d.id),
      `SEED=${seed}`,
    ).toEqual(there.filter((d) => d.kind === "removed").map((d) => d.id));
  }
});

test("every kind of thing is told apart", () => {
  const empty: RuleSet = {
    ...base,
    sources: [],
    parameters: [],
    facts: [],
    conditions: [],
    decisions: [],
    criteria: [],
    properties: [],
  };
  const kinds = new Set(diffRuleSets(empty, base).map((c) => c.what));
  const renamed = edited((doc) => {
    doc.title.fr = "x";
    get(doc.facts, "severity").values?.pop();
    get(doc.decisions, "urgency").outcomes.push({
      ...get(get(doc.decisions, "urgency").outcomes, "emergency"),
      id: "other",
    });
    get(doc.sources, "reperes-autosoins-diriges").statements.pop();
  });
  for (const change of diffRuleSets(base, renamed)) kinds.add(change.what);
  expect([...kinds].sort()).toEqual([...things].sort());
});

test("profiles: who came and went, which facts and expectations changed, order apart", () => {
  const head = structuredClone(profiles) as Profile[];
  const [first, second, third] = head;
  if (!first || !second || !third) throw new Error("profiles");
  first.facts = { ...first.facts, phq9Total: 16 };
  second.expected = {
    ...second.expected,
    decisions: { ...second.expected.decisions, orientation: "deeper" },
  };
  third.expected = { ...third.expected, fired: third.expected.fired?.toReversed() };
  const added = { ...structuredClone(first), id: "PA99", title: { fr: "Nouveau", en: "New" } };
  const changes = diffProfiles(profiles, [...head.slice(0, -1), added]);
  expect(changes.map((c) => [c.kind, c.profile])).toEqual([
    ["changed", first.id],
    ["changed", second.id],
    ["added", "PA99"],
    ["removed", head.at(-1)?.id],
  ]);
  expect(changes[0]?.facts).toEqual([{ fact: "phq9Total", before: 8, after: 16 }]);
  expect(changes[1]).toMatchObject({
    facts: [],
    parts: [],
    expected: { after: { decisions: { orientation: "deeper" } } },
  });
});

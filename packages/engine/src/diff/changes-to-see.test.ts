// The changes a reviewer has to see: each difference under one anchor, told apart from what it was when it was seen.
import { expect, test } from "vitest";
import { howMany, changedRuleSet, someSmallRuleSet } from "../../test/small/index.ts";
import { chanceFrom, freshSeed, type Chance } from "../../test/arbitraries.ts";
import { programs } from "../../test/reference-programs.ts";
import { canonicalJson, type Hazard, type RuleSet } from "../model/index.ts";
import { changesToSee, textOfChange, type Reviewed } from "./index.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const [program] = programs;
if (!program) throw new Error("a reference program");
const { ruleSet, profiles } = program;
const hazard: Hazard = {
  id: "H1",
  title: { fr: "Danger", en: "Hazard" },
  controls: [],
  profiles: [],
};
const base: Reviewed = { ruleSet, profiles, hazards: [hazard] };
const edited = (
  edit: (content: { ruleSet: RuleSet; profiles: typeof profiles; hazards: Hazard[] }) => void,
) => {
  const head = structuredClone(base) as Parameters<typeof edit>[0];
  edit(head);
  return head;
};
const anchors = (from: Reviewed, to: Reviewed) => changesToSee(from, to).map((c) => c.anchor);
const textAt = (from: Reviewed, to: Reviewed, anchor: string): string => {
  const found = changesToSee(from, to).find((c) => c.anchor === anchor);
  if (!found) throw new Error(anchor);
  return textOfChange(found);
};

test("a change of each document has an anchor that says what it is of", () => {
  const head = edited((content) => {
    content.ruleSet.title.fr = "Autre titre";
    content.ruleSet.decisions.reverse();
    const severity = content.ruleSet.facts.find((f) => f.id === "severity");
    Object.assign(severity?.values?.[0] ?? {}, { label: { fr: "x", en: "x" } });
    content.ruleSet.criteria = content.ruleSet.criteria.filter((c) => c.id !== "A-D4");
    content.hazards = [];
    const [first, second, third] = content.profiles;
    Object.assign(first ?? {}, { expected: { decisions: {} } });
    Object.assign(second ?? {}, { provenance: second?.provenance === "blind" ? "accepted-output" : "blind" });
    Object.assign(third ?? {}, { facts: {} });
  });
  expect(anchors(base, head)).toEqual([
    `rule-set//${ruleSet.program}`,
    `value/severity/${ruleSet.facts.find((f) => f.id === "severity")?.values?.[0]?.id}`,
    `rule-set/order/${ruleSet.program}`,
    "criterion//A-D4",
    "hazard//H1",
    ...profiles.slice(0, 3).map((p) => `profile//${p.id}`),
  ]);
  expect(anchors(head, head)).toEqual([]);
});

test("what was seen is no longer the same once it changes again, and is again when it is put back", () => {
  const at = (value: number): Reviewed =>
    edited((content) => {
      const found = content.ruleSet.parameters.find((p) => p.id === "phq9LookAgain");
      if (found) found.value = value;
      content.ruleSet.title.en = `Title ${value}`;
    });
  const seen = textAt(base, at(16), "parameter//phq9LookAgain");
  expect(textAt(base, at(17), "parameter//phq9LookAgain")).not.toBe(seen);
  expect(textAt(base, structuredClone(at(16)), "parameter//phq9LookAgain")).toBe(seen);
});

test("an edit of a member leaves its holder as it was seen", () => {
  const relabelled = (label: string, unit: string): Reviewed =>
    edited((content) => {
      const severity = content.ruleSet.facts.find((f) => f.id === "severity");
      Object.assign(severity ?? {}, { label: { fr: unit, en: unit } });
      Object.assign(severity?.values?.[0] ?? {}, { label: { fr: label, en: label } });
    });
  const fact = "fact//severity";
  expect(textAt(base, relabelled("a", "u"), fact)).toBe(textAt(base, relabelled("b", "u"), fact));
  expect(textAt(base, relabelled("a", "u"), fact)).not.toBe(textAt(base, relabelled("a", "v"), fact));
});

// A second way to the same: every thing of a rule set by its anchor, as a text.
type Item = { readonly id: string };
const kinds = [
  ["sources", "source", "statements", "statement"],
  ["parameters", "parameter"],
  ["facts", "fact", "values", "value"],
  ["conditions", "condition"],
  ["decisions", "decision", "outcomes", "outcome"],
  ["criteria", "criterion"],
  ["properties", "property"],
] as const;
function thingsOf(doc: RuleSet): ReadonlyMap<string, string> {
  const own: Record<string, unknown> = { ...doc };
  const found = new Map<string, string>();
  for (const [list, what, members, member] of kinds) {
    for (const item of own[list] as readonly (Item & Record<string, unknown>)[]) {
      const { [members ?? ""]: inner, ...rest } = item;
      found.set(`${what}//${item.id}`, canonicalJson(rest));
      for (const m of (inner ?? []) as readonly Item[])
        found.set(`${member}/${item.id}/${m.id}`, canonicalJson(m));
    }
    delete own[list];
  }
  found.set(`rule-set//${doc.program}`, canonicalJson(own));
  return found;
}
const holderOf: Readonly<Record<string, string>> = {
  statement: "source",
  value: "fact",
  outcome: "decision",
};

/** A few edits, in every list: something goes, something else is another, an order turns round. */
function shaken(chance: Chance, doc: RuleSet): RuleSet {
  let head = structuredClone(doc);
  for (let n = chance.below(3); n >= 0; n -= 1)
    head = chance.often(0.5) ? changedRuleSet(chance, head) : head;
  const next = structuredClone(head) as unknown as Record<string, Item[]>;
  for (const [list, , members] of kinds) {
    const items = next[list] ?? [];
    if (chance.often(0.15)) items.splice(chance.below(items.length + 1), 1);
    if (chance.often(0.15)) items.reverse();
    for (const item of items) {
      if (chance.often(0.1)) Object.assign(item, { label: { fr: `${chance.below(2)}`, en: "x" } });
      const inner = members && (item as unknown as Record<string, Item[] | undefined>)[members];
      if (inner && chance.often(0.15)) inner.reverse();
      if (inner && chance.often(0.15)) inner.splice(chance.below(inner.length + 1), 1);
    }
  }
  return next as unknown as RuleSet;
}

test("every difference of two rule sets has exactly one anchor, and a text that is its own", () => {
  const chance = chanceFrom(seed);
  const cases = howMany({ quick: 150, long: 5000 });
  for (let i = 0; i < cases; i += 1) {
    const first = someSmallRuleSet(chance);
    const [second, third] = [shaken(chance, first), shaken(chance, first)];
    const [a, b, c] = [first, second, third].map(thingsOf);
    if (!a || !b || !c) throw new Error("three");
    const [there, elsewhere] = [second, third].map((doc) =>
      changesToSee({ ...base, ruleSet: first }, { ...base, ruleSet: doc }),
    );
    if (!there || !elsewhere) throw new Error("two");
    const found = there.map((x) => x.anchor);
    expect(new Set(found).size, `SEED=${seed}`).toBe(found.length);
    const differing = [...new Set([...a.keys(), ...b.keys()])].filter((key) => {
      const [what = "", of = ""] = key.split("/");
      const holder = holderOf[what] === undefined ? undefined : `${holderOf[what]}//${of}`;
      return a.get(key) !== b.get(key) && (holder === undefined || (a.has(holder) && b.has(holder)));
    });
    const ordered = (x: (typeof there)[number]): boolean =>
      x.in === "ruleSet" && x.change.parts.join() === "order";
    expect(
      there
        .filter((x) => !ordered(x))
        .map((x) => x.anchor)
        .toSorted(),
      `SEED=${seed}`,
    ).toEqual(differing.toSorted());
    for (const seen of there) {
      const again = elsewhere.find((x) => x.anchor === seen.anchor);
      // Orders, and what comes or goes with its members, are looked at by hand above.
      if (!again || seen.anchor.startsWith("decision/") || seen.anchor.includes("/order/")) continue;
      if (seen.change.kind !== "changed" || again.change.kind !== "changed") continue;
      const alike = b.get(seen.anchor) === c.get(seen.anchor);
      expect(textOfChange(seen) === textOfChange(again), `SEED=${seed} ${seen.anchor}`).toBe(alike);
    }
  }
});

test("the order of outcomes is part of what was seen of a decision", () => {
  const reversed = edited((content) => content.ruleSet.decisions[0]?.outcomes.reverse());
  const turned = edited((content) => {
    const outcomes = content.ruleSet.decisions[0]?.outcomes;
    const last = outcomes?.pop();
    if (last) outcomes?.unshift(last);
  });
  const decision = `decision//${ruleSet.decisions[0]?.id}`;
  expect(textAt(base, reversed, decision)).not.toBe(textAt(base, turned, decision));
});

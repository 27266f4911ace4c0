// Two people's edits of a real program, merged: every edit stands in the merge, in a conflict that both languages word
// both ways, or under another id; and whatever is chosen is what comes out.
import { expect, test } from "vitest";
import { chanceFrom, freshSeed, type Chance } from "../../test/arbitraries.ts";
import { programs } from "../../test/reference-programs.ts";
import { howMany } from "../../test/small/how-many.ts";
import { readingFaults } from "../../test/words.ts";
import { sameJson } from "../model/canonical-json.ts";
import { languages, type Hazard, type Text } from "../model/index.ts";
import { conflictWords } from "../words/index.ts";
import {
  conflictKey,
  keepApart,
  mergeDocuments,
  noDocuments,
  type Conflict,
  type Documents,
  type Sides,
} from "./index.ts";

const [program] = programs;
if (!program) throw new Error("a reference program");
const hazard: Hazard = {
  id: "H1",
  title: { fr: "Un danger.", en: "A hazard." },
  controls: [{ criterion: "A-D4" }],
  profiles: ["PA03"],
};
// A part of the program: enough of every kind, and little to go through again and again.
const { ruleSet } = program;
const base: Documents = {
  ruleSet: {
    ...ruleSet,
    sources: ruleSet.sources.map((s) => ({ ...s, statements: s.statements.slice(0, 4) })),
    criteria: ruleSet.criteria.filter((c, i) => i < 5 || c.id === "A-D4" || c.id === "A-L1"),
    properties: ruleSet.properties.slice(0, 4),
  },
  profiles: program.profiles.slice(0, 6),
  hazards: [hazard],
};

type Draft = { -readonly [K in keyof Documents]: Documents[K] };
const edited = (edit: (doc: ReturnType<typeof structuredClone<Draft>>) => void, from = base): Documents => {
  const doc = structuredClone(from) as Draft;
  edit(doc);
  return doc;
};
const at = <T extends { readonly id: string }>(items: readonly T[], id: string): T => {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(id);
  return found;
};
const words = (way: 0 | 1): Text => ({ fr: `texte ${way}`, en: `text ${way}` });
const set = <T extends { readonly id: string }>(items: readonly T[], id: string, to: object): T =>
  Object.assign(at(items, id), to);
const plain = (text: string | undefined): string | undefined => text?.replaceAll("\u00a0", " ");
const threshold = (value: number) =>
  edited((doc) => Object.assign(at(doc.ruleSet.parameters, "phq9LookAgain"), { value }));

test("one threshold, two values: both ways in both languages", () => {
  const sides = { base, mine: threshold(16), theirs: threshold(17) };
  const [conflict, ...more] = mergeDocuments(sides).conflicts;
  if (!conflict) throw new Error("a conflict");
  expect(more).toEqual([]);
  const said = languages.map((lang) =>
    Object.values(conflictWords(conflict, sides, lang)).map((w: string) => plain(w)),
  );
  expect(said).toEqual([
    [
      "Seuil « PHQ-9 : score à partir duquel réévaluer » (valeur)",
      "Valeur : 15.",
      "Valeur : 16.",
      "Valeur : 17.",
    ],
    [expect.stringMatching(/^Threshold “.*” \(value\)$/u), "Value: 15.", "Value: 16.", "Value: 17."],
  ]);
});

test("one text, each side in another language: both stand, and nothing is asked", () => {
  const titled = (words: Partial<Text>) =>
    edited((doc) => {
      const criterion = at(doc.ruleSet.criteria, "A-L1");
      Object.assign(criterion, { title: { ...criterion.title, ...words } });
    });
  const sides = { base, mine: titled({ fr: "Parce que." }), theirs: titled({ en: "Because." }) };
  const { merged, conflicts } = mergeDocuments(sides);
  expect(conflicts).toEqual([]);
  expect(at(merged.ruleSet.criteria, "A-L1").title).toEqual({ fr: "Parce que.", en: "Because." });
  const again = mergeDocuments({ ...sides, theirs: titled({ fr: "Car.", en: "Because." }) });
  expect(again.conflicts).toHaveLength(1);
});

test("what one side removed and the other changed says what it is where it still is", () => {
  const theirs = edited((doc) =>
    Object.assign(at(doc.ruleSet.criteria, "A-L1"), { rationale: { fr: "Parce que.", en: "Because." } }),
  );
  const mine = edited((doc) => {
    doc.ruleSet = { ...doc.ruleSet, criteria: doc.ruleSet.criteria.filter((c) => c.id !== "A-L1") };
  });
  const sides = { base, mine, theirs };
  const [conflict] = mergeDocuments(sides).conflicts;
  if (!conflict) throw new Error("a conflict");
  const said = conflictWords(conflict, sides, "fr");
  expect(said.title).toBe("Critère A-L1");
  expect(said.mine).toBeUndefined();
  expect(plain(said.theirs)).toContain("Justification : « Parce que. »");
});

test("where an expectation comes from is no question; the expectation is", () => {
  const expecting = (state: string, provenance: "blind" | "accepted-output") =>
    edited((doc) =>
      Object.assign(at(doc.profiles, "PA03"), {
        provenance,
        expected: { decisions: { orientation: state } },
      }),
    );
  const sides = { base, mine: expecting("match", "accepted-output"), theirs: expecting("deeper", "blind") };
  expect(mergeDocuments(sides).conflicts.map(conflictKey)).toEqual(["value:profiles/PA03/expected"]);
});

test("two profiles and two criteria that were numbered alike are kept apart, with what names them", () => {
  const adding = (title: Text) =>
    edited((doc) => {
      const [criterion, profile] = [at(doc.ruleSet.criteria, "A-D4"), at(doc.profiles, "PA03")];
      doc.ruleSet = {
        ...doc.ruleSet,
        criteria: [...doc.ruleSet.criteria, { ...criterion, id: "A-N1", title }],
      };
      doc.profiles = [
        ...doc.profiles,
        { ...profile, id: "PA99", title, expected: { decisions: {}, fired: ["A-D4", "A-N1"] } },
      ];
      doc.hazards = doc.hazards.map((h) => ({
        ...h,
        controls: [...h.controls, { criterion: "A-N1" }],
        profiles: [...h.profiles, "PA99"],
      }));
    });
  const mine = adding({ fr: "le mien", en: "mine" });
  const theirs = adding({ fr: "le leur", en: "theirs" });
  const { sides, renamed } = keepApart({ base, mine, theirs });
  expect(renamed).toEqual([
    { list: "criteria", from: "A-N1", to: "A-N1-2" },
    { list: "profiles", from: "PA99", to: "PA99-2" },
  ]);
  expect(sides.theirs).toBe(theirs);
  const { merged, conflicts } = mergeDocuments(sides, (c) => (c.at[0] === "hazards" ? "mine" : undefined));
  expect(conflicts).toEqual([]);
  expect(at(merged.profiles, "PA99").title.fr).toBe("le leur");
  expect(at(merged.profiles, "PA99-2").title.fr).toBe("le mien");
  expect(at(merged.profiles, "PA99-2").expected.fired).toEqual(["A-D4", "A-N1-2"]);
  expect(at(merged.ruleSet.criteria, "A-N1-2").title.fr).toBe("le mien");
  expect(merged.hazards[0]).toMatchObject({
    controls: [{ criterion: "A-D4" }, { criterion: "A-N1-2" }],
    profiles: ["PA03", "PA99-2"],
  });
  // The same thing twice is one thing, and an id may not grow past what an id may be.
  expect(keepApart({ base, mine, theirs: mine }).renamed).toEqual([]);
  const long = (title: Text) =>
    edited((doc) => {
      doc.profiles = [...doc.profiles, { ...at(doc.profiles, "PA03"), id: "P".repeat(64), title }];
    });
  const [a, b] = [long({ fr: "a", en: "a" }), long({ fr: "b", en: "b" })];
  expect(keepApart({ base, mine: a, theirs: b }).renamed[0]?.to).toBe(`${"P".repeat(62)}-2`);
});

test("two first drafts without anything in common: the same where they are, a question where they differ", () => {
  const sides = { base: noDocuments, mine: base, theirs: threshold(17) };
  expect(mergeDocuments({ ...sides, theirs: base })).toEqual({ merged: base, conflicts: [] });
  expect(mergeDocuments(sides).conflicts.map(conflictKey)).toEqual([
    "value:ruleSet/parameters/phq9LookAgain/value",
  ]);
});

// ---- random edits

const someText = (chance: Chance): Text => {
  const n = chance.below(3);
  return { fr: `texte ${n}`, en: `text ${n}` };
};
type Edit = (doc: Draft, chance: Chance) => void;
const few = <T>(items: readonly T[], chance: Chance): T => chance.pick(items.slice(0, 3));
const edits: readonly Edit[] = [
  (doc, c) => Object.assign(few(doc.ruleSet.parameters, c), { value: 10 + c.below(3) }),
  (doc, c) => Object.assign(few(doc.ruleSet.criteria, c), { title: someText(c) }),
  (doc, c) => Object.assign(few(doc.ruleSet.criteria, c), { rationale: someText(c) }),
  (doc, c) =>
    Object.assign(few(doc.ruleSet.criteria, c), {
      when: { fact: "ageYears", operator: "lessThan", value: 12 + c.below(3) },
    }),
  (doc, c) => Object.assign(few(doc.ruleSet.facts, c), { question: someText(c), unit: `u${c.below(3)}` }),
  (doc, c) => Object.assign(few(few(doc.ruleSet.decisions, c).outcomes, c), { message: someText(c) }),
  (doc, c) => Object.assign(few(few(doc.ruleSet.sources, c).statements, c), { text: someText(c) }),
  (doc, c) => Object.assign(few(doc.ruleSet.properties, c), { statement: someText(c) }),
  (doc, c) => Object.assign(few(doc.ruleSet.conditions, c), { label: someText(c) }),
  (doc, c) => Object.assign(doc.ruleSet, { purpose: someText(c) }),
  (doc, c) => Object.assign(few(doc.profiles, c), { facts: { ageYears: c.below(3), severity: "mild" } }),
  (doc, c) =>
    Object.assign(few(doc.profiles, c), {
      expected: { decisions: { orientation: c.pick(["match", "deeper"]) } },
    }),
  (doc, c) => Object.assign(few(doc.profiles, c), { title: someText(c), tags: [`t${c.below(3)}`] }),
  (doc, c) =>
    Object.assign(few(doc.hazards, c) ?? {}, { title: someText(c), profiles: [`PA0${1 + c.below(3)}`] }),
  (doc, c) => {
    const gone = few(doc.ruleSet.criteria, c).id;
    doc.ruleSet = { ...doc.ruleSet, criteria: doc.ruleSet.criteria.filter((x) => x.id !== gone) };
  },
  (doc, c) => {
    const gone = few(doc.profiles, c).id;
    doc.profiles = doc.profiles.filter((x) => x.id !== gone);
  },
  (doc, c) => {
    const [first] = doc.ruleSet.decisions;
    if (first) first.outcomes.splice(c.below(3), 0, ...first.outcomes.splice(c.below(3), 1));
  },
  (doc, c) => {
    const copy = { ...at(base.profiles, "PA05"), id: "PA99", title: someText(c) };
    doc.profiles = [...doc.profiles.filter((x) => x.id !== "PA99"), copy];
  },
];

/** Every member of every thing with an id, by its path of ids. */
function flat(documents: Documents): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  const visit = (value: object, path: string): void => {
    for (const [name, member] of Object.entries(value)) {
      const items = Array.isArray(member) ? (member as readonly unknown[]) : [];
      if (name === "hazards" && items.length === 0) continue;
      const things = items.filter(
        (i): i is { id: string } => typeof i === "object" && i !== null && "id" in i,
      );
      if (things.length === 0 || things.length !== items.length) {
        if (name !== "provenance") found.set(`${path}/${name}`, member);
        continue;
      }
      for (const thing of things) {
        found.set(`${path}/${name}/${thing.id}`, true);
        visit(thing, `${path}/${name}/${thing.id}`);
      }
    }
  };
  visit(documents.ruleSet, "/ruleSet");
  visit({ profiles: documents.profiles, hazards: documents.hazards }, "");
  return found;
}
const same = (a: unknown, b: unknown): boolean =>
  a === undefined || b === undefined ? a === b : sameJson(a, b);
const below = (path: string, { at: place, kind }: Conflict): boolean =>
  kind !== "order" && `${path}/`.startsWith(`/${place.join("/")}/`);

/** Everything a merge of these promises. @returns how many edits stand in it, and its conflicts. */
function looked(given: Sides<Documents>, why: string, chance: Chance) {
  const { sides, renamed } = keepApart(given);
  const { merged, conflicts } = mergeDocuments(sides);
  const result = flat(merged);
  let kept = 0;
  for (const one of [sides.mine, sides.theirs].map(flat)) {
    for (const path of new Set([...original.keys(), ...one.keys()])) {
      if (same(original.get(path), one.get(path))) continue;
      if (same(result.get(path), one.get(path))) kept++;
      else expect({ why, path, shown: conflicts.some((c) => below(path, c)) }).toMatchObject({ shown: true });
    }
  }
  for (const { list, to } of renamed)
    expect(result.has(list === "criteria" ? `/ruleSet/criteria/${to}` : `/${list}/${to}`), why).toBe(true);
  for (const conflict of conflicts) {
    for (const lang of languages) {
      const { title, ...ways } = conflictWords(conflict, sides, lang);
      for (const text of [title, ...Object.values(ways)]) expect(readingFaults(text, lang), why).toEqual([]);
      expect(title, why).not.toBe("");
      for (const way of ["base", "mine", "theirs"] as const)
        expect({ why, at: conflict.at, way, said: ways[way] !== undefined }).toMatchObject({
          said: conflict[way] !== undefined,
        });
      expect(ways.mine, `${why} ${conflictKey(conflict)}`).not.toBe(ways.theirs);
    }
  }
  const choices = new Map(conflicts.map((c) => [conflictKey(c), chance.pick(["mine", "theirs"] as const)]));
  const settled = mergeDocuments(sides, (c) => choices.get(conflictKey(c)));
  expect(settled.conflicts, why).toEqual([]);
  const chosen = flat(settled.merged);
  for (const conflict of conflicts.filter((c) => c.kind === "value"))
    expect(chosen.get(`/${conflict.at.join("/")}`), why).toEqual(
      conflict[choices.get(conflictKey(conflict)) ?? "base"],
    );
  return { kept, conflicts };
}
const original = flat(base);

/** Both sides change the same, each in its own way. */
const collisions: readonly (readonly [string, (doc: Draft, way: 0 | 1) => void])[] = [
  ["value:ruleSet/purpose", (d, way) => Object.assign(d.ruleSet, { purpose: words(way) })],
  [
    "value:ruleSet/parameters/phq9LookAgain/value",
    (d, way) => set(d.ruleSet.parameters, "phq9LookAgain", { value: 16 + way }),
  ],
  [
    "value:ruleSet/criteria/A-D4/when",
    (d, way) =>
      set(d.ruleSet.criteria, "A-D4", { when: { fact: "ageYears", operator: "lessThan", value: 12 + way } }),
  ],
  [
    "value:ruleSet/facts/severity/question",
    (d, way) => set(d.ruleSet.facts, "severity", { question: words(way) }),
  ],
  [
    "value:ruleSet/facts/severity/values/mild/label",
    (d, way) => set(at(d.ruleSet.facts, "severity").values ?? [], "mild", { label: words(way) }),
  ],
  [
    "value:ruleSet/conditions/item9-positive/label",
    (d, way) => set(d.ruleSet.conditions, "item9-positive", { label: words(way) }),
  ],
  [
    "value:ruleSet/decisions/orientation/title",
    (d, way) => set(d.ruleSet.decisions, "orientation", { title: words(way) }),
  ],
  [
    "value:ruleSet/decisions/orientation/outcomes/match/message",
    (d, way) => set(at(d.ruleSet.decisions, "orientation").outcomes, "match", { message: words(way) }),
  ],
  [
    "order:ruleSet/decisions/orientation/outcomes",
    (d, way) =>
      at(d.ruleSet.decisions, "orientation").outcomes.unshift(
        ...at(d.ruleSet.decisions, "orientation").outcomes.splice(2 + way, 1),
      ),
  ],
  [
    "order:ruleSet/criteria",
    (d, way) => d.ruleSet.criteria.unshift(...d.ruleSet.criteria.splice(2 + way, 1)),
  ],
  [
    "order:profiles",
    (d, way) => (d.profiles = [...d.profiles.slice(2 + way), ...d.profiles.slice(0, 2 + way)]),
  ],
  [
    "value:ruleSet/properties/SP1/statement",
    (d, way) => set(d.ruleSet.properties, "SP1", { statement: words(way) }),
  ],
  [
    "value:ruleSet/sources/reperes-autosoins-diriges/statements/S1/text",
    (d, way) =>
      set(at(d.ruleSet.sources, "reperes-autosoins-diriges").statements, "S1", { text: words(way) }),
  ],
  ["value:profiles/PA03/facts", (d, way) => set(d.profiles, "PA03", { facts: { ageYears: 20 + way } })],
  [
    "value:profiles/PA03/expected",
    (d, way) =>
      set(d.profiles, "PA03", { expected: { decisions: { orientation: way ? "match" : "deeper" } } }),
  ],
  ["value:profiles/PA03/tags", (d, way) => set(d.profiles, "PA03", { tags: [`t${way}`] })],
  ["value:hazards/H1/title", (d, way) => set(d.hazards, "H1", { title: words(way) })],
  [
    "value:hazards/H1/controls",
    (d, way) => set(d.hazards, "H1", { controls: [way ? { property: "SP1" } : { criterion: "A-L1" }] }),
  ],
  ["value:hazards/H1/profiles", (d, way) => set(d.hazards, "H1", { profiles: way ? [] : ["PA01"] })],
  [
    "value:ruleSet/criteria/A-L1",
    (d, way) =>
      way
        ? (d.ruleSet = { ...d.ruleSet, criteria: d.ruleSet.criteria.filter((c) => c.id !== "A-L1") })
        : set(d.ruleSet.criteria, "A-L1", { title: words(way) }),
  ],
  [
    "value:profiles/PA01",
    (d, way) =>
      way
        ? (d.profiles = d.profiles.filter((p) => p.id !== "PA01"))
        : set(d.profiles, "PA01", { tags: ["gardé"] }),
  ],
  ["value:hazards/H1", (d, way) => (way ? (d.hazards = []) : set(d.hazards, "H1", { title: words(way) }))],
];

test.each(collisions)("%s: both ways, in words", (key, collide) => {
  const sides = { base, mine: edited((d) => collide(d, 0)), theirs: edited((d) => collide(d, 1)) };
  const { conflicts } = looked(sides, key, chanceFrom(1));
  expect(conflicts.map(conflictKey)).toEqual([key]);
  const turned = { base, mine: sides.theirs, theirs: sides.mine };
  expect(looked(turned, key, chanceFrom(1)).conflicts).toHaveLength(1);
});

test("random edits of a real program: nothing is lost, everything is worded, what is chosen comes out", () => {
  const seed = freshSeed();
  const chance = chanceFrom(seed);
  let [kept, asked] = [0, 0];
  for (let round = 0; round < howMany({ quick: 60, long: 3_000 }); round++) {
    const side = () =>
      edited((doc) => {
        for (let n = 1 + chance.below(5); n > 0; n--) chance.pick(edits)(doc, chance);
      });
    const found = looked({ base, mine: side(), theirs: side() }, `SEED=${seed}, round ${round}`, chance);
    kept += found.kept;
    asked += found.conflicts.length;
  }
  expect(kept).toBeGreaterThan(asked);
  expect(asked).toBeGreaterThan(5);
});

import { referencePrograms } from "@jumelage/content";
import { parseRuleSet, type RuleSet } from "@jumelage/engine";
import { describe, expect, test } from "vitest";
import { factsFrom } from "./facts.ts";
import { instruments, loinc, totalOf } from "./instruments.ts";
import { aboutAnother, readResources } from "./resources.ts";

const parsed = parseRuleSet(referencePrograms.find((p) => p.program === "autosoins-diriges")?.ruleSet);
if (!parsed.ok) throw new Error("the reference program does not parse");
const ruleSet: RuleSet = parsed.value;
const [phq9, gad7] = instruments;
if (!phq9 || !gad7) throw new Error("no instruments");

const factsOf = (...resources: unknown[]) => {
  const entry = resources.map((resource) => ({ resource }));
  const read = readResources({ all: { resourceType: "Bundle", entry } });
  expect(read.problems).toEqual([]);
  return factsFrom(read, ruleSet);
};
const concept = (code: string, system = loinc) => ({ coding: [{ system, code }] });
const observation = (code: string, value: unknown, over: Readonly<Record<string, unknown>> = {}) => ({
  resourceType: "Observation",
  status: "final",
  code: concept(code),
  effectiveDateTime: "2026-03-02",
  ...(value === undefined ? {} : { valueInteger: value }),
  ...over,
});
const response = (
  answers: Readonly<Record<string, unknown>>,
  over: Readonly<Record<string, unknown>> = {},
) => ({
  resourceType: "QuestionnaireResponse",
  status: "completed",
  authored: "2026-03-02",
  item: Object.entries(answers).map(([linkId, answer]) => ({ linkId, answer: [answer] })),
  ...over,
});
const all = (codes: readonly string[], score: number) =>
  Object.fromEntries(codes.map((code) => [`/${code}`, { valueInteger: score }]));
const on = (value: unknown, observedOn = "2026-03-02") => ({ value, observedOn });
const notKnown = { unknown: "not-known" };

describe("instruments", () => {
  test("nine items from 0 to 27, seven from 0 to 21", () => {
    for (const [instrument, most] of [
      [phq9, 27],
      [gad7, 21],
    ] as const) {
      const at = (score: number) => new Map(instrument.items.map((i) => [i, score] as const));
      expect(totalOf(instrument, at(0))).toBe(0);
      expect(totalOf(instrument, at(3))).toBe(most);
      expect(totalOf(instrument, at(4))).toBeUndefined();
      expect(totalOf(instrument, at(-1))).toBeUndefined();
      expect(totalOf(instrument, at(0.5))).toBeUndefined();
      // One item less, whichever: no total.
      for (const gone of instrument.items) {
        const partial = at(1);
        partial.delete(gone);
        expect(totalOf(instrument, partial), gone).toBeUndefined();
      }
      const stated = (total: number) => new Map([...at(1), [instrument.total, total] as const]);
      expect(totalOf(instrument, stated(instrument.items.length))).toBe(instrument.items.length);
      expect(totalOf(instrument, stated(instrument.items.length + 1))).toBeUndefined();
    }
  });
});

describe("observations", () => {
  test("a total, an item and an answer of LOINC’s list", () => {
    expect(factsOf(observation(phq9.total, 12))).toEqual({ phq9Total: on(12) });
    expect(factsOf(observation(gad7.total, 9, { effectiveDateTime: "2026-03" }))).toEqual({
      gad7Total: on(9, "2026-03-01"),
    });
    const listed = { valueCodeableConcept: concept("LA6571-9") };
    expect(factsOf(observation("44260-8", undefined, listed))).toEqual({ phq9Item9: on(3) });
    const quantity = { valueQuantity: { value: 12, code: "{score}" } };
    expect(factsOf(observation(phq9.total, undefined, quantity))).toEqual({ phq9Total: on(12) });
  });

  test("the date is that of the program’s time zone", () => {
    const evening = { effectiveDateTime: "2026-03-03T03:30:00Z" };
    expect(factsOf(observation(phq9.total, 12, evening))).toEqual({ phq9Total: on(12, "2026-03-02") });
  });

  test("what is not final, has no date, or another system’s code, says nothing", () => {
    for (const status of ["preliminary", "registered", "cancelled", "entered-in-error", "unknown"])
      expect(factsOf(observation(phq9.total, 12, { status })), status).toEqual({});
    expect(factsOf(observation(phq9.total, 12, { effectiveDateTime: undefined }))).toEqual({});
    expect(factsOf(observation("x", 1, { code: concept(phq9.total, "urn:local") }))).toEqual({});
    expect(factsOf(observation(phq9.total, undefined))).toEqual({});
  });

  test("declined, not asked, absent, or less than a number: unknown", () => {
    const absent = (code: string) => ({ dataAbsentReason: concept(code, "http://absent") });
    expect(factsOf(observation(phq9.total, undefined, absent("asked-declined")))).toEqual({
      phq9Total: { unknown: "declined" },
    });
    expect(factsOf(observation(phq9.total, undefined, absent("not-asked")))).toEqual({
      phq9Total: { unknown: "not-asked" },
    });
    expect(factsOf(observation(phq9.total, undefined, absent("error")))).toEqual({ phq9Total: notKnown });
    const less = { valueQuantity: { value: 5, comparator: "<" } };
    expect(factsOf(observation(phq9.total, undefined, less))).toEqual({ phq9Total: notKnown });
    expect(factsOf(observation(phq9.total, undefined, { valueString: "12" }))).toEqual({
      phq9Total: notKnown,
    });
  });

  test("the newest counts; one without a value does not give way to an older one", () => {
    const old = observation(phq9.total, 5, { effectiveDateTime: "2026-02-20" });
    const newer = observation(phq9.total, 12);
    expect(factsOf(old, newer)).toEqual({ phq9Total: on(12) });
    expect(factsOf(newer, old)).toEqual({ phq9Total: on(12) });
    const declined = observation(phq9.total, undefined, {
      dataAbsentReason: concept("asked-declined"),
      effectiveDateTime: "2026-03-03",
    });
    expect(factsOf(declined, newer)).toEqual({ phq9Total: { unknown: "declined" } });
  });

  test("two of the same moment that differ: unknown", () => {
    expect(factsOf(observation(phq9.total, 5), observation(phq9.total, 12))).toEqual({ phq9Total: notKnown });
    expect(factsOf(observation(phq9.total, 5), observation(phq9.total, 5))).toEqual({ phq9Total: on(5) });
  });

  test("a panel of components is a questionnaire: added up when it is whole", () => {
    const panel = (items: readonly string[]) =>
      observation(phq9.panel, undefined, {
        component: items.map((code) => ({ code: concept(code), valueInteger: 1 })),
      });
    expect(factsOf(panel(phq9.items))).toEqual({ phq9Total: on(9), phq9Item9: on(1) });
    expect(factsOf(panel(phq9.items.slice(1)))).toEqual({ phq9Total: notKnown, phq9Item9: on(1) });
  });
});

describe("questionnaire responses", () => {
  test("whole: a total and its items", () => {
    expect(factsOf(response(all(phq9.items, 2)))).toEqual({ phq9Total: on(18), phq9Item9: on(2) });
    expect(factsOf(response(all(gad7.items, 1)))).toEqual({ gad7Total: on(7) });
  });

  test("partial: no total, whichever item is missing, and whatever total is written beside", () => {
    for (const gone of phq9.items) {
      const rest = phq9.items.filter((i) => i !== gone);
      const answers = { ...all(rest, 1), [`/${phq9.total}`]: { valueInteger: 8 } };
      expect(factsOf(response(answers)), gone).toMatchObject({ phq9Total: notKnown });
    }
    expect(factsOf(response({ [`/${phq9.total}`]: { valueInteger: 8 } }))).toEqual({ phq9Total: notKnown });
  });

  test("a newer partial one does not let an older total stand", () => {
    const older = observation(phq9.total, 3, { effectiveDateTime: "2026-02-25" });
    const partial = response(all(phq9.items.slice(0, 8), 3));
    expect(factsOf(older, partial)).toEqual({ phq9Total: notKnown });
  });

  test("being filled in, or stopped: items, but no total", () => {
    for (const status of ["in-progress", "stopped"]) {
      expect(factsOf(response(all(phq9.items, 1), { status })), status).toEqual({
        phq9Total: notKnown,
        phq9Item9: on(1),
      });
    }
    expect(factsOf(response(all(phq9.items, 1), { status: "entered-in-error" }))).toEqual({});
  });

  test("an item answered twice is not answered", () => {
    const twice = response(all(phq9.items, 1));
    twice.item.push({ linkId: "44250-9", answer: [{ valueInteger: 1 }] });
    expect(factsOf(twice)).toMatchObject({ phq9Total: notKnown });
  });

  test("answers as codes and as scores the questionnaire wrote, in groups", () => {
    const [first = "", second = "", ...rest] = phq9.items;
    const ordinalValue = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
    const scored = { system: "urn:x", code: "b", extension: [{ url: ordinalValue, valueDecimal: 2 }] };
    const grouped = response(
      {},
      {
        item: [
          {
            linkId: "groupe",
            item: [
              {
                linkId: `/${phq9.panel}/${first}`,
                answer: [{ valueCoding: { system: loinc, code: "LA6570-1" } }],
              },
              { linkId: second, answer: [{ valueCoding: scored }] },
              ...rest.map((linkId) => ({ linkId, answer: [{ valueInteger: 0 }] })),
            ],
          },
        ],
      },
    );
    expect(factsOf(grouped)).toEqual({ phq9Total: on(4), phq9Item9: on(0) });
    const foreign = { valueCoding: { system: "urn:x", code: "LA6570-1" } };
    expect(factsOf(response({ ...all(phq9.items, 0), [`/${first}`]: foreign }))).toMatchObject({
      phq9Total: notKnown,
    });
  });

  test("the program’s own: every fact by its id", () => {
    const own = { questionnaire: "urn:jumelage:program:autosoins-diriges|1" };
    const answers = {
      suicidalIdeation: { valueCoding: { code: "none" } },
      imminentDanger: { valueBoolean: false },
      ageYears: { valueInteger: 34 },
      challengeCharacteristics: { valueBoolean: false },
    };
    expect(factsOf(response(answers, own))).toEqual({
      suicidalIdeation: on("none"),
      imminentDanger: on(false),
      ageYears: on(34),
      challengeCharacteristics: on([]),
    });
    // Under another name these are somebody else’s questions.
    expect(factsOf(response(answers, { questionnaire: "urn:autre" }))).toEqual({});
    expect(factsOf(response({ ageYears: { valueString: "34" } }, own))).toEqual({ ageYears: notKnown });
    const members = (...codes: unknown[]) =>
      response({}, { ...own, item: [{ linkId: "challengeCharacteristics", answer: codes }] });
    expect(factsOf(members({ valueCoding: { code: "a" } }, { valueCoding: { code: "b" } }))).toEqual({
      challengeCharacteristics: on(["a", "b"]),
    });
    expect(factsOf(members({ valueCoding: { code: "a" } }, { valueString: "b" }))).toEqual({
      challengeCharacteristics: notKnown,
    });
  });
});

describe("a question that was not answered", () => {
  const own = { questionnaire: "urn:jumelage:program:autosoins-diriges" };
  const asked = (item: Readonly<Record<string, unknown>>) =>
    response({}, { ...own, item: [{ linkId: "suicidalIdeation", ...item }] });
  const earlier = response(
    { suicidalIdeation: { valueCoding: { code: "none" } } },
    { ...own, authored: "2026-03-01" },
  );
  const reason = (valueCode: string) => [
    { url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode },
  ];
  const system = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
  const ways = (code: string): readonly Readonly<Record<string, unknown>>[] => [
    { extension: reason(code) },
    { answer: [{ extension: reason(code) }] },
    { answer: [{ _valueCoding: { extension: reason(code) } }] },
    { answer: [{ valueCoding: { system, code } }] },
  ];

  test("is unknown for the reason given, however that is written, and no older answer stands in", () => {
    for (const [code, unknown] of [
      ["asked-declined", "declined"],
      ["not-asked", "not-asked"],
      ["asked-unknown", "not-known"],
    ] as const)
      for (const way of ways(code))
        expect(factsOf(earlier, asked(way)), JSON.stringify(way)).toEqual({ suicidalIdeation: { unknown } });
  });

  test("stands in the form without an answer: unknown, and no older answer stands in", () => {
    expect(factsOf(earlier, asked({}))).toEqual({ suicidalIdeation: notKnown });
    expect(factsOf(earlier, asked({ answer: [] }))).toEqual({ suicidalIdeation: notKnown });
    const blank = response({}, { item: phq9.items.map((code) => ({ linkId: `/${code}` })) });
    const older = observation(phq9.total, 3, { effectiveDateTime: "2026-02-25" });
    expect(factsOf(older, blank)).toEqual({ phq9Total: notKnown, phq9Item9: notKnown });
  });

  test("a heading is no question, and what a form leaves out was not asked by it", () => {
    const heading = {
      linkId: "suicidalIdeation",
      item: [{ linkId: "ageYears", answer: [{ valueInteger: 3 }] }],
    };
    expect(factsOf(earlier, response({}, { ...own, item: [heading] }))).toEqual({
      suicidalIdeation: on("none", "2026-03-01"),
      ageYears: on(3),
    });
  });

  test("declined and answered at once: unknown; so is a set with one member that was declined", () => {
    const both = response(
      {},
      {
        ...own,
        item: [
          { linkId: "suicidalIdeation", extension: reason("asked-declined") },
          { linkId: "suicidalIdeation", answer: [{ valueCoding: { code: "none" } }] },
          {
            linkId: "challengeCharacteristics",
            answer: [{ valueCoding: { code: "a" } }, { valueCoding: { system, code: "asked-declined" } }],
          },
        ],
      },
    );
    expect(factsOf(both)).toEqual({ suicidalIdeation: notKnown, challengeCharacteristics: notKnown });
  });
});

describe("reading", () => {
  test("says what it cannot read, and where", () => {
    const read = readResources({
      a: { resourceType: "Bundle", entry: [{ resource: observation("x", 1, { status: 3 }) }] },
      b: "texte",
      c: response({}, { item: [{ answer: [] }] }),
    });
    expect(read.problems.map((p) => p.at.join("/"))).toEqual([
      "prefetch/a/entry/0/resource/status",
      "prefetch/b",
      "prefetch/c/item/0/linkId",
    ]);
  });

  test("nothing, other resources and empty bundles are nothing", () => {
    const read = readResources({
      a: null,
      b: { resourceType: "Bundle" },
      c: { resourceType: "Patient", id: 3 },
    });
    expect(read).toEqual({ observations: [], responses: [], problems: [] });
  });

  test("a form of no reasonable depth", () => {
    let item: unknown = { linkId: "x" };
    for (let i = 0; i < 20_000; i++) item = { linkId: "g", item: [item] };
    const read = readResources({ a: response({}, { item: [item] }) });
    expect(read.problems.map((p) => p.code)).toEqual(["too-deep"]);
  });

  test("another patient’s resource is seen, however it is named", () => {
    const about = (reference: string) =>
      aboutAnother(readResources({ a: observation("x", 1, { subject: { reference } }) }), "p1");
    expect(
      ["Patient/p2", "https://f.example/Patient/p2", "Patient/p2/_history/3"].filter(about),
    ).toHaveLength(3);
    expect(["Patient/p1", "https://f.example/Patient/p1", "urn:uuid:1", "Group/p2"].some(about)).toBe(false);
  });
});

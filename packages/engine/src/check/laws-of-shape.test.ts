import { describe, expect, test } from "vitest";
import {
  adding,
  found,
  high,
  leaf,
  property,
  sound,
  text,
  values,
  withFact,
  type LawCases,
} from "../../test/sound.ts";
import { criterion, fact } from "../../test/tiny.ts";
import type { Condition } from "../model/index.ts";

/** For each law: what breaks it, with the findings to the letter, and what comes close without breaking it. */
const laws: Readonly<Record<string, LawCases>> = {
  "text-missing": {
    broken: [
      [{ ...sound, title: { fr: "", en: "title" } }, "error text-missing title.fr"],
      [
        {
          ...sound,
          criteria: sound.criteria.map((c, i) => (i === 1 ? { ...c, title: { fr: " ", en: "" } } : c)),
        },
        "error text-missing criteria.1.title.fr",
        "error text-missing criteria.1.title.en",
      ],
      [
        withFact("kind", { values: [{ ...values[0], label: { fr: "a", en: "" } }, values[1]] }),
        "error text-missing facts.2.values.0.label.en",
      ],
    ],
    sound: [{ ...sound, title: { fr: "t", en: "t" } }],
  },
  hole: {
    broken: [
      [
        adding({ ...criterion("H", { always: true }, "tell", "m"), when: undefined }),
        "error condition-missing criteria.3",
      ],
      [
        adding(
          criterion("H", { any: [high, { hole: { fact: "score" } }] } as unknown as Condition, "tell", "m"),
        ),
        "error condition-hole criteria.3.when.any.1",
      ],
    ],
    sound: [adding(criterion("H", { always: true }, "tell", "m"))],
  },
  "source-missing": {
    broken: [
      [
        adding({ ...criterion("N", high, "tell", "m"), origin: "source" }),
        "error source-missing criteria.3.sources",
      ],
      [
        adding({ ...criterion("N", high, "tell", "m"), origin: "inference" }),
        "warning source-missing criteria.3.sources",
      ],
    ],
    sound: [
      adding({ ...criterion("N", high, "tell", "m"), origin: "source", sources: ["S1"] }),
      adding(criterion("N", high, "tell", "m")),
    ],
  },
  "safety-fact": {
    broken: [
      [withFact("danger", { whenUnknown: "ignore" }), "error safety-not-block facts.0.whenUnknown"],
      [withFact("danger", { whenUnknown: { assume: false } }), "error safety-not-block facts.0.whenUnknown"],
      [withFact("danger", { validFor: undefined }), "error safety-without-freshness facts.0"],
    ],
    sound: [withFact("danger", { safety: false, validFor: undefined })],
  },
  "retired-value": {
    broken: [
      [
        withFact("kind", { values: [{ ...values[0], retired: true }, values[1]] }),
        "error retired-value-read criteria.2.when.any.0.value",
      ],
      [
        {
          ...withFact("kind", { values: [values[0], { ...values[1], retired: true }, values[2]] }),
          criteria: adding(criterion("R", leaf("kind", "in", ["b", "a"]), "stop")).criteria,
        },
        "error retired-value-read criteria.3.when.value",
      ],
    ],
    sound: [withFact("kind", { values: [values[0], { ...values[1], retired: true }] })],
  },
  "outcome-never-concluded": {
    broken: [
      [
        { ...sound, criteria: sound.criteria.map((c, i) => (i === 0 ? { ...c, enabled: false } : c)) },
        "warning outcome-never-concluded decisions.0.outcomes.0",
      ],
    ],
    sound: [sound],
  },
  "property-borrows": {
    broken: [
      [
        property({ all: [{ condition: "high" }] }),
        "warning property-uses-condition properties.0.claim.given.all.0",
      ],
      [
        property({ fact: "score", operator: "equal", value: { parameter: "limit" } }),
        "warning property-uses-parameter properties.0.claim.given.value",
      ],
    ],
    sound: [property({ fact: "score", operator: "equal", value: 10 })],
  },
  "label-repeated": {
    broken: [
      [
        withFact("score", { label: { fr: "kind (FR)", en: "score" } }),
        "warning label-repeated facts.2.label.fr",
      ],
      [
        withFact("kind", { values: [values[0], { id: "b", label: values[0]?.label }] }),
        "warning label-repeated facts.2.values.1.label.fr",
        "warning label-repeated facts.2.values.1.label.en",
      ],
    ],
    sound: [withFact("score", { label: values[0]?.label })],
  },
  unused: {
    broken: [
      [
        { ...sound, facts: [...sound.facts, fact("extra", "date", { label: text("extra") })] },
        "info unused-fact facts.5",
      ],
      [
        {
          ...sound,
          parameters: [...sound.parameters, { ...sound.parameters[0], id: "more", label: text("more") }],
        },
        "info unused-parameter parameters.1",
      ],
      [
        { ...sound, conditions: [...sound.conditions, { id: "low", label: text("low"), when: high }] },
        "info unused-condition conditions.1",
      ],
    ],
    sound: [property({ fact: "score", operator: "equal", value: 10 })],
  },
};

describe.each(Object.entries(laws))("C1 %s", (_, cases) => {
  test.each(cases.broken.map(([doc, ...codes], i) => ({ i, doc, codes })))(
    "finds broken document $i, and nothing else",
    ({ doc, codes }) => {
      expect(found(doc)).toEqual(codes);
    },
  );
  test.each(cases.sound.map((doc, i) => ({ i, doc })))("finds nothing in sound document $i", ({ doc }) => {
    expect(found(doc)).toEqual([]);
  });
});

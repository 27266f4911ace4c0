// Boundaries and seeded faults in words: what a clinician reads, in both languages.
import { describe, expect, test } from "vitest";
import { programs } from "../../test/reference-programs.ts";
import { criterion, tiny } from "../../test/tiny.ts";
import { boundaries } from "../lab/boundaries.ts";
import { seededFaults } from "../lab/faults/index.ts";
import type { Boundary } from "../model/lab.ts";
import { languages, textSchema } from "../model/text.ts";
import { boundarySentence, faultSentence, faultWords } from "./lab.ts";
import { typographyFaults } from "./typography.ts";

describe.each(programs)("$program", ({ ruleSet, profiles }) => {
  test("every boundary and every fault has a sentence of its own kind in both languages", () => {
    const all = [
      ...boundaries(ruleSet, profiles).boundaries.map(
        (b) => (lang: "fr" | "en") => boundarySentence(b, ruleSet, lang),
      ),
      ...seededFaults(ruleSet)
        .filter((_, i) => i % 8 === 0)
        .map(
          ({ fault }) =>
            (lang: "fr" | "en") =>
              faultSentence(fault, ruleSet, lang),
        ),
    ];
    for (const words of all) {
      for (const lang of languages) {
        expect(words(lang)).not.toMatch(/undefined|null|\[object|[{}]/u);
        expect(words(lang)).toMatch(/^[\p{Lu}«“].*[.»”]$/u);
      }
      expect(typographyFaults(words("fr"), "fr"), words("fr")).toEqual([]);
      expect(words("fr")).not.toBe(words("en"));
    }
  });

  test("two faults are never told alike", () => {
    const faults = seededFaults(ruleSet).filter((_, i) => i % 4 === 0);
    const told = new Set(faults.map(({ fault }) => faultSentence(fault, ruleSet, "fr")));
    // The same sentence only where two places read the same (all of one, in another order).
    expect(told.size).toBeGreaterThan(faults.length * 0.9);
  });

  test("ready profiles have titles that can be saved", () => {
    for (const { profile } of boundaries(ruleSet, profiles.slice(0, 3)).missing) {
      expect(textSchema.safeParse(profile.title).success).toBe(true);
      expect(textSchema.safeParse(profile.story).success).toBe(true);
    }
  });
});

const ruleSet = tiny({
  criteria: [criterion("K", { fact: "age", operator: "lessThan", value: 18 }, "go")],
});
const side = (b: Pick<Boundary, "fact" | "side" | "value" | "every">, lang: "fr" | "en"): string =>
  boundarySentence(b, ruleSet, lang);

test("each side in words", () => {
  expect(side({ fact: "age", side: "below", value: 18 }, "fr")).toBe(
    "«\u00a0texte\u00a0» est tout juste au-dessous de 18.",
  );
  expect(side({ fact: "age", side: "at", value: 18 }, "fr")).toBe("«\u00a0texte\u00a0» est exactement 18.");
  expect(side({ fact: "age", side: "above", value: 18 }, "en")).toBe("“text” is just above 18.");
  expect(side({ fact: "since", side: "below", value: "2024-03-01" }, "fr")).toMatch(
    /est la veille du 1er\u00a0mars 2024/,
  );
  expect(side({ fact: "since", side: "above", value: "2024-03-01" }, "en")).toMatch(
    /is the day after 1\u00a0March 2024/,
  );
  expect(side({ fact: "danger", side: "outside", value: [true] }, "fr")).toBe("«\u00a0texte\u00a0» est non.");
  expect(side({ fact: "kind", side: "outside", value: ["a"] }, "en")).toBe("“text” is not “text”.");
  expect(side({ fact: "kind", side: "inside", value: ["a", "b"] }, "en")).toMatch(/is one of these answers/);
  expect(side({ fact: "traits", side: "inside", value: [] }, "en")).toBe(
    "“text” includes at least one item.",
  );
  expect(side({ fact: "traits", side: "outside", value: ["a"] }, "en")).toMatch(/does not include/);
  expect(side({ fact: "traits", side: "inside", value: ["a", "b"], every: true }, "en")).toMatch(
    /includes all of these/,
  );
  expect(side({ fact: "age", side: "unknown" }, "fr")).toBe("«\u00a0texte\u00a0» est inconnu.");
});

test("a fault is told as the change it is", () => {
  const [fault] = seededFaults(ruleSet);
  if (!fault) throw new Error("no fault");
  expect(faultWords(fault.fault, ruleSet, "en")).toMatchObject({
    title: "Changed: criterion K (condition).",
    before: expect.stringContaining("18") as unknown,
    after: expect.stringContaining("17") as unknown,
  });
  expect(faultSentence(fault.fault, ruleSet, "en")).toMatch(/^Changed: criterion K \(condition\)\. If .*17/);
});

// What tests of generated sentences share: no trace of the program may be in one, and its typography is right.
import { expect } from "vitest";
import { typographyFaults } from "../src/words/index.ts";
import type { Lang, RuleSet } from "../src/index.ts";

/** Ids of a rule set that no sentence may show; those of criteria, properties and statements are on paper too. */
export function hiddenIds(ruleSet: RuleSet): readonly string[] {
  const ids = [
    ...ruleSet.facts.flatMap((f) => [f.id, ...(f.values ?? []).map((v) => v.id)]),
    ...ruleSet.parameters.map((p) => p.id),
    ...ruleSet.conditions.map((c) => c.id),
    ...ruleSet.decisions.flatMap((d) => [d.id, ...d.outcomes.map((o) => o.id)]),
  ];
  // Ids that are plain words in one of the languages are no trace of anything.
  return [...new Set(ids)].filter((id) => /[A-Z_-]/u.test(id));
}

/** What a reader would see wrong in a generated text, each fault with the text. */
export function readingFaults(text: string, lang: Lang, ids: readonly string[] = []): readonly string[] {
  const shown = ids.filter((id) => new RegExp(`(?<![\\p{L}\\d_-])${id}(?![\\p{L}\\d_-])`, "u").test(text));
  return [...typographyFaults(text, lang), ...shown.map((id) => `shows the id ${id}`)].map(
    (fault) => `${fault}: ${text}`,
  );
}

/** Fails when a generated text has a fault a reader would see. */
export function expectWellSet(text: string, lang: Lang, ids: readonly string[] = []): void {
  expect(readingFaults(text, lang, ids)).toEqual([]);
}

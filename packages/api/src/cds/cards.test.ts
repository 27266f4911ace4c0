import { parseRuleSet } from "@jumelage/engine";
import { tiny } from "@jumelage/engine/test/tiny";
import { expect, it } from "vitest";
import { cardSchema, suspendedCards } from "./cards.ts";

const parsed = parseRuleSet(tiny());
if (!parsed.ok) throw new Error("not a rule set");
const ruleSet = parsed.value;
const origin = { release: 3, sha256: "a".repeat(64), sequence: 9, at: "2026-03-01" };

it("a suspended program's cards conclude nothing, and say in both languages why", () => {
  const one = ruleSet.decisions.filter((d) => d.kind === "one").map((d) => d.id);
  expect(one.length).toBeGreaterThan(0);
  for (const [lang, words] of [
    ["fr", "jugement clinique"],
    ["en", "clinical judgement"],
  ] as const) {
    const cards = suspendedCards(ruleSet, { lang, origin });
    expect(cards.map((c) => c.extension["ca.jumelage.answer"].decision)).toEqual(one);
    for (const card of cards) {
      expect(cardSchema.safeParse(card).success).toBe(true);
      expect(card).toMatchObject({ indicator: "warning", detail: expect.stringContaining(words) });
      expect(card.extension["ca.jumelage.answer"]).toMatchObject({ ...origin, states: ["@undetermined"] });
    }
  }
});

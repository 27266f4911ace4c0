// Random persons, as a caller would send them: known, plainly unknown, stale, invalid, and sets asked in part.
import type { Fact, Facts, RuleSet, Value } from "../../src/index.ts";
import type { Chance } from "./source.ts";

/** The evaluation date that random persons are made for. */
export const today = "2026-03-02";
const longAgo = "2020-01-01";
const days = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-28"];

/** A person's facts for a vocabulary; `share` is the probability that a fact is not simply known. */
export function randomFacts(ruleSet: Pick<RuleSet, "facts">, c: Chance, share: number): Facts {
  const facts: Record<string, unknown> = {};
  for (const fact of ruleSet.facts) {
    if (fact.derive !== undefined && c.flip(0.8)) continue;
    const sent = c.flip(share) ? lacking(fact, c) : randomValue(fact, c);
    if (sent !== undefined) facts[fact.id] = sent;
  }
  return facts;
}

function lacking(fact: Fact, c: Chance): unknown {
  const kinds = [
    "absent",
    "absent",
    "reason",
    "invalid",
    "stale",
    ...(fact.type === "set" ? ["partial", "partial", "partial"] : []),
  ];
  switch (c.pick(kinds)) {
    case "reason":
      return { unknown: c.pick(["not-asked", "declined", "not-known"]) };
    case "invalid":
      return c.pick<unknown>(["TRUE", { value: 1 }, 1e9, ["nobody"], { unknown: "maybe" }]);
    case "stale":
      // Stale where the fact has a `validFor`, an ordinary dated value elsewhere.
      return { value: randomValue(fact, c), observedOn: longAgo };
    case "partial": {
      const of = c.some((fact.values ?? []).map((v) => v.id));
      return { value: c.some(of), of };
    }
    default:
      return c.flip() ? undefined : null;
  }
}

/** Some value of the fact, near the numbers that random conditions compare with. */
export function randomValue(fact: Fact, c: Chance): Value {
  const members = (fact.values ?? []).map((v) => v.id);
  const { min, max } = fact.range ?? { min: 0, max: 9 };
  switch (fact.type) {
    case "boolean":
      return c.flip();
    case "integer":
      return c.int(Math.ceil(min), Math.floor(max));
    case "decimal": {
      const scale = 10 ** (fact.scale ?? 0);
      return c.int(Math.ceil(min * scale), Math.floor(max * scale)) / scale;
    }
    case "date":
      return c.pick(days);
    case "enum":
      return c.pick(members);
    case "set":
      return c.some(members);
    default:
      return fact.type satisfies never;
  }
}

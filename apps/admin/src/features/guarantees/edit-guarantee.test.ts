import { describe, expect, it } from "vitest";
import { programs } from "@jumelage/engine/test/reference-programs";
import { conditionKey, conditionOf, withClaimCondition, withStatement } from "./edit-guarantee.ts";

const always = { always: true } as const;

describe("edits of a guarantee", () => {
  it.each(programs)("changes one guarantee only, in $ruleSet.program", ({ ruleSet }) => {
    for (const { id, claim } of ruleSet.properties) {
      const changed = withClaimCondition(ruleSet, id, always);
      for (const [i, other] of ruleSet.properties.entries()) {
        if (other.id !== id) expect(changed.properties[i]).toBe(other);
      }
      const now = changed.properties.find((p) => p.id === id);
      if (conditionKey(claim) === undefined) expect(now?.claim).toEqual(claim);
      else {
        const key = conditionKey(claim) ?? "given";
        expect(now && conditionOf(now.claim)).toEqual(always);
        expect({ ...now?.claim, [key]: null }).toEqual({ ...claim, [key]: null });
      }
      const said = withStatement(ruleSet, id, { fr: "Dit", en: "Said" });
      expect(said.properties.find((p) => p.id === id)).toMatchObject({ claim, statement: { fr: "Dit" } });
    }
  });
});

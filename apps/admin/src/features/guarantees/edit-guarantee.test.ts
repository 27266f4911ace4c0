import type { Claim, Text } from "@jumelage/engine";
import { programs } from "@jumelage/engine/test/reference-programs";
import { claimSentence } from "@jumelage/engine/words";
import { describe, expect, it } from "vitest";
import {
  addGuarantee,
  removeGuarantee,
  restoreGuarantee,
  withClaim,
  withStatement,
} from "./edit-guarantee.ts";

describe("edits of a guarantee", () => {
  it.each(programs)("changes one guarantee only, in $ruleSet.program", ({ ruleSet }) => {
    const [first, second] = ruleSet.properties;
    if (!first || !second) throw new Error("no guarantees");
    for (const { id, claim, statement } of ruleSet.properties) {
      const other = id === first.id ? second.claim : first.claim;
      const changed = withClaim(ruleSet, id, other);
      for (const [i, one] of ruleSet.properties.entries()) {
        if (one.id === id) expect(changed.properties[i]).toEqual({ id, statement, claim: other });
        else expect(changed.properties[i]).toBe(one);
      }
      const said = withStatement(ruleSet, id, { fr: "Dit", en: "Said" });
      expect(said.properties.find((p) => p.id === id)).toMatchObject({ claim, statement: { fr: "Dit" } });
    }
  });

  it("keeps a generated statement beside its claim, and an author’s words as they are", () => {
    const [{ ruleSet } = { ruleSet: undefined }] = programs;
    const [first, second] = ruleSet?.properties ?? [];
    if (!ruleSet || !first || !second) throw new Error("no guarantees");
    const sentence = (claim: Claim): Text => ({
      fr: claimSentence(claim, ruleSet, "fr"),
      en: claimSentence(claim, ruleSet, "en"),
    });
    const before = withStatement(ruleSet, first.id, { ...sentence(first.claim), en: "In my words" });
    const [after] = withClaim(before, first.id, second.claim).properties;
    expect(after?.statement).toEqual({ fr: sentence(second.claim).fr, en: "In my words" });
    expect(after?.statement.fr).not.toBe(sentence(first.claim).fr);
  });

  it("takes one away and puts it back where it stood", () => {
    const [{ ruleSet } = { ruleSet: undefined }] = programs;
    const third = ruleSet?.properties[2];
    if (!ruleSet || !third) throw new Error("no guarantees");
    const without = removeGuarantee(ruleSet, third.id);
    expect(without.properties).not.toContain(third);
    expect(restoreGuarantee(without, third, 2).properties).toEqual(ruleSet.properties);
    expect(restoreGuarantee(ruleSet, third, 0)).toBe(ruleSet);
  });

  it("numbers a new one after all there are, and all there were", () => {
    const [{ ruleSet } = { ruleSet: undefined }] = programs;
    const claim = ruleSet?.properties[0]?.claim;
    if (!ruleSet || !claim) throw new Error("no guarantees");
    const made = { claim, statement: { fr: "Dit", en: "Said" } };
    const ids = ["SP2-plan", "SP10", "G99"];
    const few = { ...ruleSet, properties: ids.map((id) => ({ id, ...made })) };
    expect(addGuarantee(few, made).id).toBe("SP11");
    expect(addGuarantee(few, made, ["SP14"]).id).toBe("SP15");
    expect(addGuarantee({ ...ruleSet, properties: [] }, made).id).toBe("SP1");
  });
});

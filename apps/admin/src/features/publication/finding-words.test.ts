import { referencePrograms } from "@jumelage/content";
import {
  evaluate,
  parseProfiles,
  parseRuleSet,
  compareWithExpected,
  type Difference,
} from "@jumelage/engine";
import { describe, expect, it } from "vitest";
import { differenceOf } from "./finding-words.ts";

/** A difference as the gate of profiles sends it. */
function sent(difference: Difference): Parameters<typeof differenceOf>[0] {
  const { kind, ...params } = difference;
  return { code: `profile-${kind}`, params: params as Parameters<typeof differenceOf>[0]["params"] };
}

describe("differenceOf", () => {
  it("gives back every difference as it was sent, whatever profile meets whatever expectation", () => {
    const kinds = new Set<string>();
    for (const program of referencePrograms) {
      const [ruleSet, profiles] = [parseRuleSet(program.ruleSet), parseProfiles(program.profiles)];
      if (!ruleSet.ok || !profiles.ok) throw new Error(program.program);
      profiles.value.forEach((profile, i) => {
        const other = profiles.value[(i + 7) % profiles.value.length] ?? profile;
        const { result } = evaluate(ruleSet.value, profile.facts, profile.evaluatedOn ?? "2026-03-02");
        for (const difference of compareWithExpected(
          { ...other.expected, decisions: { ...other.expected.decisions, gone: "x" } },
          result,
        )) {
          kinds.add(difference.kind);
          expect(differenceOf(sent(difference))).toEqual(difference);
        }
      });
    }
    expect([...kinds].sort()).toEqual(["list", "no-such-decision", "outcomes", "state"]);
  });

  it("leaves what is no difference to others", () => {
    expect(differenceOf({ code: "approval-missing", params: {} })).toBeUndefined();
    expect(differenceOf({ code: "profile-list", params: { part: "unheard-of" } })).toBeUndefined();
  });
});

import { parseDraftRuleSet, type Claim, type DraftRuleSet } from "@jumelage/engine";
import { programs } from "@jumelage/engine/test/reference-programs";
import { describe, expect, it } from "vitest";
import {
  claimKinds,
  claimOf,
  draftOf,
  emptyClaim,
  factsFor,
  openSlots,
  withDecision,
  withFact,
  withKind,
  type ClaimDraft,
  type ClaimKind,
} from "./claim-draft.ts";
import { addGuarantee } from "./edit-guarantee.ts";

const [first] = programs;
if (!first) throw new Error("no program");
const ruleSet: DraftRuleSet = first.ruleSet;
const said = (change: Partial<ClaimDraft>, kind: ClaimKind): ClaimDraft => ({
  ...emptyClaim(kind, ruleSet),
  ...change,
});
const danger = { fact: "imminentDanger", operator: "equal", value: true } as const;

/** One complete sentence of every kind, as somebody chooses it slot by slot. */
const whole: Readonly<Record<ClaimKind, ClaimDraft>> = {
  implies: said({ states: ["immediate"], condition: danger }, "implies"),
  never: said({ states: ["match", "@undetermined"], condition: danger }, "never"),
  requires: said({ states: ["match"], condition: { not: danger } }, "requires"),
  monotone: withFact(emptyClaim("monotone", ruleSet), factNamed("severity")),
  independent: said({ facts: ["familyInvolvementWished"] }, "independent"),
  benignWhenUnknown: {
    ...withFact(emptyClaim("benignWhenUnknown", ruleSet), factNamed("phq9Total")),
    value: 0,
  },
};

function factNamed(id: string) {
  const fact = ruleSet.facts.find((f) => f.id === id);
  if (!fact) throw new Error(id);
  return fact;
}

describe("a guarantee being said", () => {
  it.each(programs)("says every claim of $ruleSet.program back", ({ ruleSet: of }) => {
    for (const { claim } of of.properties) {
      expect(openSlots(draftOf(claim), of)).toEqual([]);
      expect(claimOf(draftOf(claim), of)).toEqual(claim);
    }
    expect(new Set(of.properties.map((p) => p.claim.kind)).size).toBeGreaterThan(4);
  });

  it("knows what is still open, in the order of the sentence", () => {
    const open = (kind: ClaimKind): readonly string[] => openSlots(emptyClaim(kind, ruleSet), ruleSet);
    expect(open("implies")).toEqual(["condition", "states"]);
    expect(open("never")).toEqual(["condition", "states"]);
    expect(open("requires")).toEqual(["states", "condition"]);
    expect(open("monotone")).toEqual(["fact", "order"]);
    expect(open("independent")).toEqual(["facts"]);
    expect(open("benignWhenUnknown")).toEqual(["fact", "value"]);
    for (const kind of claimKinds) expect(claimOf(emptyClaim(kind, ruleSet), ruleSet)).toBeUndefined();
    expect(openSlots(said({ states: ["nowhere"], condition: { hole: {} } }, "implies"), ruleSet)).toEqual([
      "condition",
      "states",
    ]);
    expect(openSlots({ ...whole.benignWhenUnknown, value: 28 }, ruleSet)).toEqual(["value"]);
    expect(openSlots({ ...whole.monotone, order: ["mild"] }, ruleSet)).toEqual(["order"]);
    expect(openSlots({ ...whole.monotone, order: ["mild", "mild"] }, ruleSet)).toEqual(["order"]);
    expect(openSlots({ ...whole.monotone, order: "ascending" }, ruleSet)).toEqual(["order"]);
  });

  it.each(claimKinds)("makes a document that reads, of kind %s", (kind) => {
    const claim = claimOf(whole[kind], ruleSet);
    expect(claim?.kind).toBe(kind);
    const added = addGuarantee(ruleSet, { claim: claim as Claim, statement: { fr: "Dit", en: "Said" } });
    const parsed = parseDraftRuleSet(added.ruleSet);
    expect(parsed).toMatchObject({ ok: true });
    expect(added.ruleSet.properties.at(-1)).toEqual({
      id: "SP23",
      statement: { fr: "Dit", en: "Said" },
      claim,
    });
  });

  it("says a condition that stands alone without its group", () => {
    const grouped = said({ states: ["immediate"], condition: { all: [{ any: [danger] }] } }, "implies");
    expect(claimOf(grouped, ruleSet)).toMatchObject({ given: danger });
    const both = { all: [danger, { not: danger }] };
    expect(claimOf({ ...grouped, condition: both }, ruleSet)).toMatchObject({ given: both });
    const always = { ...grouped, condition: { all: [{ always: true as const }] } };
    expect(claimOf(always, ruleSet)).toMatchObject({ given: { always: true } });
  });

  it("keeps what still fits when it becomes another kind of promise, or about something else", () => {
    const never = withKind(whole.implies, "never", ruleSet);
    expect(claimOf(never, ruleSet)).toMatchObject({ kind: "never", given: danger, states: ["immediate"] });
    const many = withDecision(whole.never, "obligations", ruleSet);
    expect(many.states).toEqual([]);
    // An answer of several has no more or less cautious: the promise falls back on one that has.
    expect(withKind(many, "monotone", ruleSet).decision).toBe("orientation");
    expect(withKind(many, "never", ruleSet).decision).toBe("obligations");
    const set = factNamed("challengeCharacteristics");
    expect(factsFor(emptyClaim("monotone", ruleSet), ruleSet)).not.toContain(set);
    expect(factsFor(emptyClaim("independent", ruleSet), ruleSet)).toContain(set);
    const benign = { ...withFact(emptyClaim("benignWhenUnknown", ruleSet), set), value: [] };
    expect(claimOf(benign, ruleSet)).toMatchObject({ value: [] });
    expect(withKind(benign, "monotone", ruleSet)).toMatchObject({ fact: undefined, order: undefined });
    const other = withFact(whole.benignWhenUnknown, factNamed("imminentDanger"));
    expect(other).toMatchObject({ value: undefined, order: [false, true] });
  });
});

import {
  compareWithExpected,
  evaluate,
  parseDraftRuleSet,
  parseProfiles,
  readPerson,
  runnable,
  type Fact,
} from "@jumelage/engine";
import { referencePrograms } from "@jumelage/content";
import { describe, expect, it } from "vitest";
import { addProfile, duplicateProfile, freshProfileId, removeProfile } from "./edit-profiles.ts";
import { expectOutcomes, expectResult, expectState } from "./expectation.ts";
import { memberAnswer, readEntry, withEntry, withMember, writeEntry, type Entry } from "./facts-form.ts";

const programs = referencePrograms.map((program) => {
  const ruleSet = parseDraftRuleSet(program.ruleSet);
  const profiles = parseProfiles(program.profiles);
  if (!ruleSet.ok || !profiles.ok) throw new Error("the reference programs parse");
  return { ruleSet: ruleSet.value, profiles: profiles.value };
});
const all = programs.flatMap(({ ruleSet, profiles }) => profiles.map((profile) => ({ ruleSet, profile })));
const factOf = (id: string): Fact => {
  const fact = programs.flatMap((p) => p.ruleSet.facts).find((f) => f.id === id);
  if (!fact) throw new Error(id);
  return fact;
};
const characteristics = factOf("challengeCharacteristics");

describe("a fact as the form sees it", () => {
  it("comes back as it was saved, for every fact of the 175 profiles", () => {
    expect(all).toHaveLength(175);
    for (const { ruleSet, profile } of all) {
      for (const fact of ruleSet.facts) {
        const entry = readEntry(fact, profile.facts[fact.id], profile.evaluatedOn);
        expect(writeEntry(entry), `${profile.id} ${fact.id}`).toEqual(profile.facts[fact.id] ?? undefined);
        expect(withEntry(profile.facts, fact.id, entry)).toEqual(profile.facts);
      }
    }
  });

  it("is unreadable exactly where the engine finds it invalid", () => {
    let invalid = 0;
    for (const { ruleSet, profile } of all) {
      const { problems } = readPerson(ruleSet, profile.facts, profile.evaluatedOn ?? "2000-01-01");
      for (const fact of ruleSet.facts) {
        const { kind } = readEntry(fact, profile.facts[fact.id], profile.evaluatedOn);
        const found = problems.some((p) => p.fact === fact.id && p.code === "invalid");
        expect(kind === "unreadable", `${profile.id} ${fact.id}`).toBe(found);
        if (found) invalid += 1;
      }
    }
    expect(invalid).toBeGreaterThan(9);
  });

  it.each<[string, unknown, string]>([
    ["phq9Total", "15", "not-a-whole-number"],
    ["phq9Total", 28, "out-of-range"],
    ["phq9Total", { value: 5 }, "no-date"],
    ["phq9Total", { value: 5, observedOn: "2026-13-01" }, "bad-observed-on"],
    ["phq9Total", { value: 5, observedOn: "2026-03-03" }, "future-observed-on"],
    ["severity", "grave", "not-a-choice"],
    ["imminentDanger", "TRUE", "not-a-boolean"],
    ["challengeCharacteristics", "low_motivation", "not-a-list"],
    ["challengeCharacteristics", ["low_motivation", "low_motivation"], "repeated"],
    ["challengeCharacteristics", { value: ["low_motivation"], of: [] }, "value-not-asked"],
    ["challengeCharacteristics", { value: [], of: ["x"] }, "asked-unreadable"],
    ["severity", { unknown: "maybe" }, "unknown-reason"],
    ["severity", { is: "mild" }, "wrong-shape"],
  ])("says why %s = %j cannot be read", (fact, saved, why) => {
    expect(readEntry(factOf(fact), saved, "2026-03-02")).toEqual({ kind: "unreadable", saved, why });
  });

  it("tells members asked from members not asked", () => {
    let entry: Entry = readEntry(characteristics, undefined);
    entry = withMember(characteristics, entry, "low_motivation", "yes");
    expect(writeEntry(entry)).toEqual({ value: ["low_motivation"], of: ["low_motivation"] });
    for (const { id } of characteristics.values ?? [])
      if (id !== "low_motivation") entry = withMember(characteristics, entry, id, "no");
    expect(writeEntry(entry)).toEqual(["low_motivation"]);
    entry = withMember(characteristics, entry, "language_barrier", "not-asked");
    expect(memberAnswer(entry, "language_barrier")).toBe("not-asked");
    expect(memberAnswer(entry, "self_harm_history")).toBe("no");
    expect(readEntry(characteristics, writeEntry(entry)).kind).toBe("known");
  });
});

describe("expectations", () => {
  it("are met once the answer obtained is taken as expected", () => {
    for (const { ruleSet, profile } of all) {
      const { result } = evaluate(runnable(ruleSet), profile.facts, profile.evaluatedOn ?? "2000-01-01");
      const expected = expectResult({ decisions: {} }, result);
      expect(compareWithExpected(expected, result)).toEqual([]);
      const parsed = parseProfiles([{ ...profile, expected }]);
      expect(parsed.ok).toBe(true);
    }
  });

  it("change one decision and leave the others", () => {
    const expected = { decisions: { orientation: "match", urgency: [] as string[] }, fired: ["A-M1"] };
    expect(expectState(expected, "orientation", "deeper")).toEqual({
      ...expected,
      decisions: { orientation: "deeper", urgency: [] },
    });
    expect(expectState(expected, "orientation", undefined).decisions).toEqual({ urgency: [] });
    const both = expectOutcomes(
      expectOutcomes(expected, "urgency", "suggested", ["emergency"]),
      "urgency",
      "undetermined",
      [],
    );
    expect(both.decisions["urgency"]).toEqual({ suggested: ["emergency"], undetermined: [] });
    expect(expectOutcomes(both, "urgency", "undetermined", undefined).decisions["urgency"]).toEqual([
      "emergency",
    ]);
  });
});

describe("the list of profiles", () => {
  it("gives new profiles the next id and stays readable", () => {
    const [{ profiles }] = programs as [(typeof programs)[number]];
    expect(freshProfileId(profiles)).toBe("PA101");
    const copied = duplicateProfile(profiles, "PA03");
    expect(copied.profiles.findIndex((p) => p.id === copied.id)).toBe(
      profiles.findIndex((p) => p.id === "PA03") + 1,
    );
    const added = addProfile(copied.profiles, { fr: "Nouveau profil", en: "New profile" });
    expect(parseProfiles(added.profiles).ok).toBe(true);
    expect(removeProfile(removeProfile(added.profiles, added.id), copied.id)).toEqual(profiles);
  });
});

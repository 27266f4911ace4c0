// Differences of sets of profiles, whole.
import { expect, test } from "vitest";
import type { Profile } from "../model/profile.ts";
import type { ProfileChange } from "./change.ts";
import { diffProfiles } from "./diff-profiles.ts";

const profile: Profile = {
  id: "P1",
  title: { fr: "Un", en: "One" },
  tags: [],
  facts: { age: 30, traits: ["a", "b"] },
  provenance: "blind",
  expected: {
    decisions: { d: "stop", m: { suggested: ["x", "y"], withheld: ["w"] } },
    fired: ["A", "B"],
    problems: [
      { fact: "b", code: "invalid" },
      { fact: "a", code: "undeclared-fact" },
    ],
  },
};
const other: Profile = { ...profile, id: "P2" };
const { decisions } = profile.expected;
const changed = { kind: "changed", profile: "P1", facts: [], parts: [] } as const;
const expecting = (expected: Partial<Profile["expected"]>): Profile => ({
  ...profile,
  expected: { ...profile.expected, ...expected },
});

test.each<[string, Profile, readonly ProfileChange[]]>([
  ["nothing", structuredClone(profile), []],
  [
    "other keys, in their order",
    { ...profile, tags: ["t"], title: { fr: "Autre", en: "Other" }, evaluatedOn: "2026-01-01" },
    [{ ...changed, parts: ["title", "tags", "evaluatedOn"] }],
  ],
  [
    "facts that come, go and change",
    { ...profile, facts: { traits: ["b", "a"], since: "2026-01-01" } },
    [
      {
        ...changed,
        facts: [
          { fact: "age", before: 30 },
          { fact: "traits", before: ["a", "b"], after: ["b", "a"] },
          { fact: "since", after: "2026-01-01" },
        ],
      },
    ],
  ],
  [
    "a fact that becomes null",
    { ...profile, facts: { ...profile.facts, age: null } },
    [{ ...changed, facts: [{ fact: "age", before: 30, after: null }] }],
  ],
  [
    "a state expected",
    expecting({ decisions: { ...decisions, d: "go" } }),
    [
      {
        ...changed,
        expected: {
          before: profile.expected,
          after: { ...profile.expected, decisions: { ...decisions, d: "go" } },
        },
      },
    ],
  ],
  [
    "a criterion expected no more",
    expecting({ fired: ["A"] }),
    [{ ...changed, expected: { before: profile.expected, after: { ...profile.expected, fired: ["A"] } } }],
  ],
  ["the order of what is expected", expecting({ fired: ["B", "A"] }), []],
  [
    "the order of what is suggested",
    expecting({ decisions: { ...decisions, m: { withheld: ["w"], suggested: ["y", "x"] } } }),
    [],
  ],
  ["the order of problems", expecting({ problems: profile.expected.problems?.toReversed() }), []],
])("%s", (_, head, expected) => {
  expect(diffProfiles([profile], [head])).toStrictEqual(expected);
});

test("who came, in the order of the new ones, and then who went", () => {
  const [p3, p4] = ["P3", "P4"].map((id) => ({ ...profile, id }));
  if (!p3 || !p4) throw new Error("two profiles");
  const edited = { ...other, tags: ["t"] };
  expect(diffProfiles([profile, other, p3], [p4, edited])).toStrictEqual([
    { kind: "added", profile: "P4", facts: [], parts: [] },
    { kind: "changed", profile: "P2", facts: [], parts: ["tags"] },
    { kind: "removed", profile: "P1", facts: [], parts: [] },
    { kind: "removed", profile: "P3", facts: [], parts: [] },
  ]);
  expect(diffProfiles([], [])).toEqual([]);
});

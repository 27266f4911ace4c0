// Differences of small documents, whole: every kind of thing, its parts, and what rests on it.
import { describe, expect, test } from "vitest";
import { criterion, fact, many, members, one, tiny } from "../../test/tiny.ts";
import type { RuleSet } from "../model/rule-set.ts";
import type { Change } from "./change.ts";
import { diffRuleSets } from "./diff-rule-sets.ts";

const text = { fr: "t", en: "t" };
const statement = (id: string) => ({ id, locator: "1", text, modelled: true });
const base = tiny({
  sources: [{ id: "s", title: text, statements: [statement("S1"), statement("S2")] }],
  facts: [fact("age", "integer"), fact("kind", "enum", { values: members })],
  conditions: [{ id: "old", label: text, when: { fact: "age", operator: "greaterThan", value: 9 } }],
  decisions: [one, many],
  criteria: [
    criterion("limit", { fact: "age", operator: "greaterThan", value: { parameter: "limit" } }, "stop"),
    criterion("other", { fact: "kind", operator: "equal", value: "a" }, "care"),
    criterion("named", { condition: "old" }, "go"),
    criterion("told", { decision: "d", operator: "equal", value: "stop" }, "tell", "m"),
  ],
});
const edited = (edit: (doc: RuleSet) => void): RuleSet => {
  const doc = structuredClone(base);
  edit(doc);
  return doc;
};
const plain = { parts: [], affects: [] };

describe("one edit", () => {
  const renamed = { fr: "autre", en: "other" };
  test.each<[string, (doc: RuleSet) => void, readonly Change[]]>([
    [
      "keys of the document",
      (doc) => Object.assign(doc, { purpose: renamed, title: renamed }),
      [{ kind: "changed", what: "rule-set", id: "tiny", parts: ["title", "purpose"], affects: [] }],
    ],
    [
      "a source",
      (doc) => Object.assign(doc.sources[0] ?? {}, { edition: "2" }),
      [{ kind: "changed", what: "source", id: "s", parts: ["edition"], affects: [] }],
    ],
    [
      "a statement that comes",
      (doc) => Object.assign(doc.sources[0] ?? {}, { statements: ["S1", "S2", "S3"].map(statement) }),
      [{ kind: "added", what: "statement", id: "S3", of: "s", ...plain }],
    ],
    [
      "a statement that goes",
      (doc) => doc.sources[0]?.statements.pop(),
      [{ kind: "removed", what: "statement", id: "S2", of: "s", ...plain }],
    ],
    ["the order of statements", (doc) => doc.sources[0]?.statements.reverse(), []],
    [
      // The parameter and the criterion have one name, which is nobody's concern.
      "a threshold, read by a criterion of the same name",
      (doc) => Object.assign(doc.parameters[0] ?? {}, { value: 11 }),
      [{ kind: "changed", what: "parameter", id: "limit", parts: ["value"], affects: ["limit"] }],
    ],
    [
      "a fact",
      (doc) => Object.assign(doc.facts[0] ?? {}, { whenUnknown: "ignore" }),
      [{ kind: "changed", what: "fact", id: "age", parts: ["whenUnknown"], affects: ["limit", "named"] }],
    ],
    [
      "a member that goes",
      (doc) => doc.facts[1]?.values?.shift(),
      [{ kind: "removed", what: "value", id: "a", of: "kind", parts: [], affects: ["other"] }],
    ],
    ["the order of members", (doc) => doc.facts[1]?.values?.reverse(), []],
    [
      "a named condition",
      (doc) => Object.assign(doc.conditions[0] ?? {}, { when: { always: true } }),
      [{ kind: "changed", what: "condition", id: "old", parts: ["when"], affects: ["named"] }],
    ],
    [
      "a decision",
      (doc) => Object.assign(doc.decisions[0] ?? {}, { otherwise: "go" }),
      [{ kind: "changed", what: "decision", id: "d", parts: ["otherwise"], affects: ["told"] }],
    ],
    [
      "an outcome and the order of outcomes",
      (doc) => {
        doc.decisions[0]?.outcomes.reverse();
        Object.assign(doc.decisions[0]?.outcomes.at(-1) ?? {}, { tone: "go" });
      },
      [
        { kind: "changed", what: "decision", id: "d", parts: ["order"], affects: ["told"] },
        { kind: "changed", what: "outcome", id: "stop", of: "d", parts: ["tone"], affects: ["told"] },
      ],
    ],
    [
      "an outcome that comes first",
      (doc) => doc.decisions[0]?.outcomes.unshift({ ...one.outcomes[0], id: "new" } as never),
      [{ kind: "added", what: "outcome", id: "new", of: "d", ...plain }],
    ],
    [
      "an outcome that goes",
      (doc) => doc.decisions[0]?.outcomes.splice(1, 1),
      [{ kind: "removed", what: "outcome", id: "care", of: "d", ...plain }],
    ],
    [
      "the order of decisions",
      (doc) => doc.decisions.reverse(),
      [{ kind: "changed", what: "rule-set", id: "tiny", parts: ["order"], affects: [] }],
    ],
    [
      "a criterion and what it reads: it is changed, not affected",
      (doc) => {
        Object.assign(doc.facts[1] ?? {}, { label: renamed });
        Object.assign(doc.criteria[1] ?? {}, { title: renamed });
      },
      [
        { kind: "changed", what: "fact", id: "kind", parts: ["label"], affects: [] },
        { kind: "changed", what: "criterion", id: "other", parts: ["title"], affects: [] },
      ],
    ],
    [
      "a criterion that goes, with what it read",
      (doc) => {
        doc.criteria.splice(1, 1);
        doc.facts.splice(1, 1);
      },
      [
        { kind: "removed", what: "fact", id: "kind", ...plain },
        { kind: "removed", what: "criterion", id: "other", ...plain },
      ],
    ],
    [
      "a property",
      (doc) => doc.properties.push({ id: "p" } as never),
      [{ kind: "added", what: "property", id: "p", ...plain }],
    ],
  ])("%s", (_, edit, expected) => {
    expect(diffRuleSets(base, edited(edit))).toEqual(expected);
  });
});

test("criteria that rest on a thing in either document, those of the new one first", () => {
  const head = edited((doc) => {
    Object.assign(doc.facts[1] ?? {}, { whenUnknown: "ignore" });
    // Read by another criterion now; what both documents have is named once.
    doc.criteria.reverse();
    Object.assign(doc.conditions[0] ?? {}, { when: { fact: "kind", operator: "isKnown" } });
  });
  expect(diffRuleSets(base, head)).toEqual([
    { kind: "changed", what: "fact", id: "kind", parts: ["whenUnknown"], affects: ["named", "other"] },
    { kind: "changed", what: "condition", id: "old", parts: ["when"], affects: ["named"] },
  ]);
  expect(diffRuleSets(head, base).map((c) => c.affects)).toEqual([["other", "named"], ["named"]]);
});

test("things come in the order of the new document, what is gone after them", () => {
  const head = edited((doc) => {
    doc.parameters = ["z", "limit", "a"].map((id) => ({
      ...(doc.parameters[0] as never as object),
      id,
    })) as never;
  });
  const ids = (changes: readonly Change[]): readonly string[] => changes.map((c) => `${c.kind} ${c.id}`);
  expect(ids(diffRuleSets(base, head))).toEqual(["added z", "added a"]);
  expect(ids(diffRuleSets(head, base))).toEqual(["removed z", "removed a"]);
});

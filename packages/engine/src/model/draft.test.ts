// What of a draft is run: all of it but criteria that are still being written.
import { expect, test } from "vitest";
import { criterion, document } from "../../test/tiny.ts";
import type { Condition } from "./condition.ts";
import { runnable } from "./draft.ts";
import { parseRuleSet } from "./parse.ts";
import type { DraftRuleSet } from "./rule-set.ts";

const text = { fr: "x", en: "x" };
const known: Condition = { fact: "age", operator: "isKnown" };
const always = { always: true };
const hole = { hole: { fact: "age" } } as unknown as Condition;
const named = (id: string, when: Condition) => ({ id, label: text, when });

test("D7 a criterion with a hole of its own, or in what it names, is disabled; everything else stays", () => {
  const criteria = [
    criterion("K1", known, "go"),
    criterion("K2", { all: [known, { not: hole }] }, "go"),
    { ...criterion("K3", known, "go"), when: undefined },
    criterion("K4", { condition: "outer" }, "go"),
    criterion("K5", { condition: "whole" }, "go"),
    { ...criterion("K6", known, "go"), enabled: false },
  ];
  const conditions = [
    named("outer", { any: [known, { condition: "holed" }] }),
    named("holed", { all: [hole] }),
    named("whole", { not: known }),
  ];
  const draft = { ...document, conditions, criteria } as unknown as DraftRuleSet;
  const run = runnable(draft);
  const disabled = (i: number) => ({ ...criteria[i], when: always, enabled: false });
  expect(run.criteria).toEqual([
    criteria[0],
    disabled(1),
    disabled(2),
    disabled(3),
    criteria[4],
    criteria[5],
  ]);
  expect(run.conditions).toEqual([conditions[0], named("holed", { always: true }), conditions[2]]);
  expect({ ...run, criteria, conditions }).toEqual(draft);
  expect(parseRuleSet(run).ok).toBe(true);
});

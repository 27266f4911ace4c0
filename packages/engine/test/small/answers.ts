// Every kind of question about one rule set with decisions that read each other: states, what is possible, how outcomes
// stand, verdicts and conditions read two-valued.
import type { Condition } from "../../src/model/condition.ts";
import { askOne, type Formula, type Question } from "../../src/question/index.ts";
import { criterion, fact, many, one, tiny } from "../tiny.ts";

const text = { fr: "t", en: "t" };
const yes = (id: string): Condition => ({ fact: id, operator: "equal", value: true });
const outcome = (id: string, tone: string) => ({ id, label: text, message: text, tone, override: true });

/** What a condition may look like, once each. */
export const everyCondition: readonly Condition[] = [
  yes("danger"),
  { not: yes("danger") },
  yes("wish"),
  { not: yes("wish") },
  { always: true },
  { not: { always: true } },
  { all: [yes("danger"), yes("block"), { not: yes("wish") }] },
  { not: { all: [yes("danger"), yes("wish")] } },
  { any: [yes("danger"), { not: yes("block") }, yes("wish")] },
  { not: { any: [yes("block"), yes("wish")] } },
  { atLeast: { count: 2, of: [yes("danger"), yes("block"), yes("wish")] } },
  { not: { atLeast: { count: 2, of: [yes("danger"), yes("block"), yes("wish")] } } },
  { not: { atLeast: { count: 1, of: [yes("block"), { not: yes("wish") }] } } },
  { condition: "either" },
  { not: { condition: "either" } },
  { condition: "neither" },
  { any: [{ condition: "neither" }, { not: { condition: "either" } }] },
  { decision: "d", operator: "equal", value: "stop" },
  { not: { decision: "d", operator: "equal", value: "stop" } },
  { decision: "d", operator: "in", value: ["care", "rest"] },
  { not: { decision: "d", operator: "in", value: ["care", "rest"] } },
  { any: [yes("block"), { decision: "e", operator: "equal", value: "second" }] },
  { decision: "d", state: ["@safety-unknown"] },
  { decision: "d", state: ["@undetermined", "care"] },
  { not: { decision: "e", state: ["first", "@undetermined"] } },
  { fact: "danger", operator: "isUnknown" },
  { not: { fact: "wish", operator: "isUnknown" } },
  { all: [{ fact: "block", operator: "isKnown" }, yes("assumed")] },
];

/** Four facts, each unknown in a way of its own; decisions of both kinds that read earlier ones. */
export const answering = tiny({
  facts: [
    fact("danger", "boolean", { safety: true, validFor: "P0D" }),
    fact("block", "boolean"),
    fact("wish", "boolean", { whenUnknown: "ignore" }),
    fact("assumed", "boolean", { whenUnknown: { assume: true } }),
  ],
  conditions: [
    { id: "either", label: text, when: { any: [yes("danger"), yes("wish")] } },
    { id: "neither", label: text, when: { not: { condition: "either" } } },
  ],
  decisions: [
    one,
    {
      ...one,
      id: "e",
      outcomes: [outcome("first", "stop"), outcome("second", "caution"), outcome("third", "go")],
      otherwise: "second",
    },
    { ...many, withheldWhileSafetyUnknown: true },
    { ...one, id: "later" },
    { ...many, id: "n" },
  ],
  criteria: [
    criterion("d1", { all: [yes("danger"), yes("assumed")] }, "stop"),
    criterion("d2", { all: [yes("block"), yes("wish")] }, "stop"),
    criterion("d3", { atLeast: { count: 2, of: [yes("block"), yes("wish"), yes("assumed")] } }, "care"),
    criterion("d4", { condition: "neither" }, "go"),
    { ...criterion("d5", { always: true }, "stop"), enabled: false },
    criterion("e1", { decision: "d", operator: "equal", value: "stop" }, "first", "e"),
    criterion(
      "e2",
      { all: [{ decision: "d", operator: "in", value: ["care", "go"] }, yes("block")] },
      "third",
      "e",
    ),
    criterion("m1", { decision: "e", state: ["@undetermined", "first"] }, "tell", "m"),
    criterion("m2", { fact: "danger", operator: "isUnknown" }, "halt", "m"),
    criterion("m3", { not: { decision: "d", operator: "in", value: ["care", "rest"] } }, "tell", "m"),
    criterion("l1", { not: yes("danger") }, "go", "later"),
    criterion(
      "n1",
      { all: [yes("block"), { decision: "e", operator: "equal", value: "second" }] },
      "tell",
      "n",
    ),
  ],
});

const states = ["@undetermined", "@safety-unknown"];

/** Every question of a kind about the rule set; each is about 320 persons. */
export const everyAnswer: Readonly<Record<string, readonly Question[]>> = Object.fromEntries(
  Object.entries({
    states: answering.decisions.flatMap((d): Formula[] =>
      d.kind === "one"
        ? [...d.outcomes.map((o) => o.id), ...states].map((s) => ({ world: 0, decision: d.id, state: [s] }))
        : [],
    ),
    "several states": [
      { world: 0, decision: "d", state: ["stop", "@safety-unknown", "rest"] },
      { not: { world: 0, decision: "e", state: ["second", "no such state"] } },
    ] satisfies Formula[],
    possible: answering.decisions.flatMap((d): Formula[] =>
      d.kind === "one" ? d.outcomes.map((o) => ({ world: 0, decision: d.id, possible: o.id })) : [],
    ),
    standing: answering.decisions.flatMap((d): Formula[] =>
      d.kind === "many"
        ? d.outcomes.flatMap((o) =>
            (["suggested", "undetermined", "withheld"] as const).map((is) => ({
              world: 0,
              decision: d.id,
              outcome: o.id,
              is,
            })),
          )
        : [],
    ),
    "what never is": [
      {
        any: [
          { world: 0, decision: "m", state: ["tell"] },
          { world: 0, decision: "d", possible: "no outcome" },
        ],
      },
      {
        any: [
          { world: 0, decision: "m", possible: "tell" },
          { world: 0, decision: "d", state: ["none"] },
        ],
      },
      { world: 0, decision: "d", outcome: "stop", is: "suggested" },
      { world: 0, decision: "m", outcome: "no outcome", is: "suggested" },
      { any: [] },
    ] satisfies Formula[],
    verdicts: everyCondition.flatMap((of): Formula[] =>
      (["true", "false", "unknown"] as const).map((verdict) => ({ world: 0, verdict, of })),
    ),
    holds: everyCondition.map((holds): Formula => ({ world: 0, holds })),
    "complements of what holds": everyCondition.map((holds): Formula => ({
      world: 0,
      holds: { not: holds },
    })),
    "formulas of formulas": [
      { all: [] },
      {
        any: [
          { all: [{ world: 0, holds: yes("danger") }, { not: { world: 0, holds: yes("block") } }] },
          { world: 0, verdict: "unknown", of: yes("wish") },
        ],
      },
    ] satisfies Formula[],
  }).map(([kind, formulas]) => [kind, formulas.map((ask) => askOne(answering, ask))]),
);

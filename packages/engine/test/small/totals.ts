// Totals and their parts: vocabularies in which a total and parts of it are read together, and relations of two persons
// in which they part.
import type { Condition, FactOperator } from "../../src/model/condition.ts";
import type { RuleSet } from "../../src/model/index.ts";
import type { Formula, Relation } from "../../src/question/index.ts";
import { criterion, fact, one, tiny } from "../tiny.ts";

type Rest = Readonly<Record<string, unknown>>;
const range = (min: number, max: number) => ({ range: { min, max } });

/** A total of two parts, each 0 or 1; `total`, `left` and `right` say what is special of them. */
export function summing({ total = {}, left = {}, right = {} }: Readonly<Record<string, Rest>> = {}): RuleSet {
  return tiny({
    facts: [
      fact("total", "integer", { ...range(0, 2), derive: { sum: ["left", "right"] }, ...total }),
      fact("left", "integer", { ...range(0, 1), ...left }),
      fact("right", "integer", { ...range(0, 1), ...right }),
    ],
    decisions: [one],
    criteria: [criterion("c", { always: true }, "stop")],
  });
}

export const leaf = (id: string, operator: FactOperator, value?: number): Condition => ({
  fact: id,
  operator,
  ...(value === undefined ? {} : { value }),
});
export const high = leaf("total", "greaterThanInclusive", 1);
export const most = leaf("total", "equal", 2);
export const isLeft = leaf("left", "equal", 1);
export const verdicts = ["true", "false", "unknown"] as const;

/** Every verdict of the one together with every verdict of the other. */
export const both = (
  first: Condition,
  second: Condition,
  worlds: readonly [number, number] = [0, 0],
): readonly Formula[] =>
  verdicts.flatMap((a) =>
    verdicts.map((b) => ({
      all: [
        { world: worlds[0], verdict: a, of: first },
        { world: worlds[1], verdict: b, of: second },
      ],
    })),
  );

export const vocabularies: Readonly<Record<string, RuleSet>> = {
  "all block": summing(),
  "an optional total": summing({ total: { whenUnknown: "ignore" } }),
  "an assumed total": summing({ total: { whenUnknown: { assume: 1 } } }),
  "an optional part": summing({ left: { whenUnknown: "ignore" }, right: { whenUnknown: "ignore" } }),
  "an assumed part": summing({ left: { whenUnknown: { assume: 1 } } }),
  "parts that are all assumed": summing({
    left: { whenUnknown: { assume: 1 } },
    right: { whenUnknown: { assume: 0 } },
  }),
  "a part that ages": summing({ left: { validFor: "P7D" } }),
  "a total that ages": summing({ total: { validFor: "P7D", whenUnknown: "ignore" } }),
  "a total that parts can exceed": summing({ total: range(0, 1) }),
};

const same: Relation = { kind: "same" };
const set = (id: string, to: "unknown" | { known: number }): Relation => ({
  kind: "set",
  settings: [{ fact: id, to }],
});
export const relations: Readonly<Record<string, readonly [Relation, Relation]>> = {
  same: [same, same],
  "a part is free": [same, { kind: "free", facts: ["left"] }],
  "the total is free": [same, { kind: "free", facts: ["total"] }],
  "the total is set": [same, set("total", { known: 2 })],
  "the total is unknown": [set("total", "unknown"), same],
  "a part is set": [same, set("left", { known: 1 })],
  "a part is unknown in one, known in the other": [set("left", "unknown"), set("left", { known: 0 })],
};

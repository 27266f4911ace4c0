// One rule set that reads every type of fact, for every `whenUnknown`, with every operator it has and in both
// polarities; and everything a caller can send about its facts. Without chance, so that nothing is ever left out.
import {
  literalKind,
  operatorsOf,
  type Condition,
  type Fact,
  type FactOperator,
  type FactType,
  type Facts,
  type RuleSet,
} from "../src/index.ts";
import { criterion, fact, tiny } from "./tiny.ts";

const ids = ["a", "b", "c", "d"];
const text = { fr: "texte", en: "text" };
const members = { values: ids.map((id) => ({ id, label: text })) };
const subsets = (of: readonly string[]): string[][] =>
  of.reduce<string[][]>((all, m) => all.flatMap((s) => [s, [...s, m]]), [[]]);

interface Kind {
  readonly shape: Readonly<Record<string, unknown>>;
  /** Every value the fact can have. */
  readonly values: readonly unknown[];
  /** Literals such that no comparison with one of them holds for every value. */
  readonly literals: readonly (string | number | boolean)[];
}

const kinds: Readonly<Record<FactType, Kind>> = {
  boolean: { shape: {}, values: [true, false], literals: [true, false] },
  integer: { shape: { range: { min: 0, max: 4 } }, values: [0, 1, 2, 3, 4], literals: [1, 2] },
  decimal: {
    shape: { scale: 1, range: { min: 0, max: 0.4 } },
    values: [0, 0.1, 0.2, 0.3, 0.4],
    literals: [0.1, 0.3],
  },
  date: { shape: {}, values: ["2025-12-31", "2026-01-01", "2026-01-02"], literals: ["2026-01-01"] },
  enum: { shape: members, values: ids, literals: ["a", "c"] },
  set: { shape: members, values: subsets(ids), literals: ["a", "c"] },
};
const lists = [["a"], ["b", "d"]];

/** A leaf, and the ids of the criteria that are this leaf and its negation. */
export interface ReadLeaf {
  readonly fact: Fact;
  readonly operator: FactOperator;
  readonly when: Condition;
  readonly plain: string;
  readonly negated: string;
}

export const { facts }: RuleSet = tiny({
  facts: Object.entries(kinds).flatMap(([type, { shape, values }]) =>
    ["block", "ignore", { assume: values[0] }].map((whenUnknown) =>
      fact(`${type}${typeof whenUnknown === "string" ? whenUnknown : "assume"}`, type, {
        ...shape,
        whenUnknown,
        validFor: "P30D",
      }),
    ),
  ),
});

export const leaves: readonly ReadLeaf[] = facts
  .flatMap((f) =>
    operatorsOf(f.type).flatMap((operator) =>
      leavesOf(f, operator).map((when) => ({ fact: f, operator, when })),
    ),
  )
  .map((leaf, i) => ({ ...leaf, plain: `P${i}`, negated: `N${i}` }));

/** Every leaf and its negation, each as a criterion of its own. */
export const everyLeaf: RuleSet = tiny({
  facts,
  criteria: leaves.flatMap(({ when, plain, negated }) => [
    criterion(plain, when, "tell", "m"),
    criterion(negated, { not: when }, "tell", "m"),
  ]),
});

/** Persons among whom every fact has been sent in every way: every value, every unknown, every part of a set. */
export function everyPerson(): readonly Facts[] {
  const ways = facts.map((f) => ({ id: f.id, sent: everythingSent(f) }));
  const persons = Math.max(...ways.map(({ sent }) => sent.length));
  return Array.from({ length: persons }, (_, i) =>
    Object.fromEntries(ways.map(({ id, sent }) => [id, sent[i % sent.length]])),
  );
}

function leavesOf(f: Fact, operator: FactOperator): readonly Condition[] {
  const kind = literalKind(operator);
  if (kind === "none") return [{ fact: f.id, operator }];
  return (kind === "list" ? lists : kinds[f.type].literals).map((value) => ({ fact: f.id, operator, value }));
}

function everythingSent(f: Fact): readonly unknown[] {
  const { values } = kinds[f.type];
  const stale = { value: values[0], observedOn: "2020-01-01" };
  const unknown = [null, { unknown: "declined" }, { unknown: "not-known" }, "?", stale];
  const partial = subsets(ids).flatMap((of) => subsets(of).map((value) => ({ value, of })));
  return [...values, ...unknown, ...(f.type === "set" ? partial : [])];
}

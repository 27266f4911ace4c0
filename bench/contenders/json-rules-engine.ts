// json-rules-engine, two-valued: one Engine whose runs follow one another, and a new one for each run, which is what its
// users need as soon as runs may overlap.
import { Engine, type NestedCondition, type RuleProperties } from "json-rules-engine";
import type { Formula, TwoValued, Values } from "../two-valued.ts";
import { at, type Prepared } from "./contender.ts";

export function jsonRulesEngine(form: TwoValued, persons: readonly Values[]): readonly Prepared[] {
  const rules: readonly RuleProperties[] = form.criteria.map(({ id, when }) => ({
    name: id,
    event: { type: id },
    conditions: { all: [conditionOf(when)] },
  }));
  const shared = engineOf(rules);
  const run = (engine: Engine, n: number): unknown => engine.run({ always: true, ...at(persons, n) });
  const holding = (answer: unknown): readonly string[] => {
    const { events } = answer as { readonly events: readonly { readonly type: string }[] };
    const fired = new Set(events.map((e) => e.type));
    return form.criteria.filter((c) => fired.has(c.id)).map((c) => c.id);
  };
  return [
    { name: "json-rules-engine, one Engine, one run after another", run: (n) => run(shared, n), holding },
    { name: "json-rules-engine, a new Engine each run", run: (n) => run(engineOf(rules), n), holding },
  ];
}

function engineOf(rules: readonly RuleProperties[]): Engine {
  const engine = new Engine([...rules]);
  engine.addOperator("isEmpty", (list: readonly string[], wanted: boolean) => (list.length === 0) === wanted);
  return engine;
}

function conditionOf(formula: Formula): NestedCondition {
  if ("constant" in formula) return { fact: "always", operator: "equal", value: formula.constant };
  if ("all" in formula) return { all: formula.all.map(conditionOf) };
  if ("any" in formula) return { any: formula.any.map(conditionOf) };
  if ("not" in formula) return { not: conditionOf(formula.not) };
  const { fact } = formula;
  if ("among" in formula) return { fact, operator: "in", value: formula.among };
  if ("isEmpty" in formula) return { fact, operator: "isEmpty", value: true };
  if ("hasAny" in formula) {
    const tests = formula.hasAny.map((value) => ({ fact, operator: "contains", value }));
    return tests.length === 1 ? at(tests, 0) : { any: tests };
  }
  return { fact, operator: operators[formula.comparison], value: formula.value };
}

const operators = {
  "==": "equal",
  "!=": "notEqual",
  "<": "lessThan",
  "<=": "lessThanInclusive",
  ">": "greaterThan",
  ">=": "greaterThanInclusive",
} as const;

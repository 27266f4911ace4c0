// JsonLogic by its first implementation, which walks the rules, and by json-logic-engine, which compiles them.
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { LogicEngine } from "json-logic-engine";
import type { Formula, TwoValued, Values } from "../two-valued.ts";
import { at, type Prepared } from "./contender.ts";

type Logic = unknown;

export function jsonLogicJs(form: TwoValued, persons: readonly Values[]): readonly Prepared[] {
  const rules = form.criteria.map((c) => logicOf(c.when)) as RulesLogic[];
  return [
    {
      name: "json-logic-js",
      run: (n) => rules.map((rule) => jsonLogic.apply(rule, at(persons, n)) as unknown),
      holding: holdingIn(form),
    },
  ];
}

/** So many criteria are compiled into one function: beyond, the platform takes gigabytes to optimise it, and it is slower. */
const together = 200;

export function jsonLogicEngine(form: TwoValued, persons: readonly Values[]): readonly Prepared[] {
  const rules = form.criteria.map((c) => logicOf(c.when));
  const functions = Array.from(
    { length: Math.ceil(rules.length / together) },
    (_, i) =>
      new LogicEngine().build(rules.slice(i * together, (i + 1) * together)) as (values: Values) => unknown,
  );
  const [only] = functions;
  const holding = holdingIn(form);
  return [
    {
      name: "json-logic-engine, compiled",
      run:
        functions.length === 1 && only !== undefined
          ? (n) => only(at(persons, n))
          : (n) => functions.map((each) => each(at(persons, n))),
      holding: functions.length === 1 ? holding : (answer) => holding((answer as readonly unknown[]).flat()),
    },
  ];
}

/** The answers come as one list, in the order of the criteria. */
export function holdingIn({ criteria }: TwoValued): Prepared["holding"] {
  return (answer) => criteria.filter((_, i) => (answer as readonly unknown[])[i] === true).map((c) => c.id);
}

function logicOf(formula: Formula): Logic {
  if ("constant" in formula) return formula.constant;
  if ("all" in formula) return { and: formula.all.map(logicOf) };
  if ("any" in formula) return { or: formula.any.map(logicOf) };
  if ("not" in formula) return { "!": [logicOf(formula.not)] };
  const value = { var: formula.fact };
  if ("among" in formula) return { in: [value, formula.among] };
  // An empty list is not true in JsonLogic.
  if ("isEmpty" in formula) return { "!": [value] };
  if ("hasAny" in formula) {
    const tests = formula.hasAny.map((member) => ({ in: [member, value] }));
    return tests.length === 1 ? tests[0] : { or: tests };
  }
  const operators: Readonly<Record<string, string>> = { "==": "===", "!=": "!==" };
  return { [operators[formula.comparison] ?? formula.comparison]: [value, formula.value] };
}

// Google's Common Expression Language by cel-js: parsed and typed beforehand, one expression for each criterion, which was
// faster than one list of them all.
import { Environment } from "@marcbachmann/cel-js";
import { written, type Language, type TwoValued, type Values } from "../two-valued.ts";
import { at, type Prepared } from "./contender.ts";
import { holdingIn } from "./json-logic.ts";

const text = (value: unknown): string => JSON.stringify(value);
/** Numbers of JavaScript are doubles in CEL. */
const literal = (value: unknown): string =>
  typeof value === "number" && Number.isInteger(value) ? `${value}.0` : text(value);

const types = {
  boolean: "bool",
  integer: "double",
  decimal: "double",
  date: "string",
  enum: "string",
  set: "list<string>",
} as const;

const language: Language = {
  and: "&&",
  or: "||",
  not: (inner) => `!(${inner})`,
  test: (test) => {
    if ("among" in test) return `${test.fact} in [${test.among.map(literal).join()}]`;
    if ("isEmpty" in test) return `size(${test.fact}) == 0`;
    if ("hasAny" in test) return `(${test.hasAny.map((m) => `${text(m)} in ${test.fact}`).join(" || ")})`;
    return `${test.fact} ${test.comparison} ${literal(test.value)}`;
  },
};

export function cel(form: TwoValued, persons: readonly Values[]): readonly Prepared[] {
  const environment = new Environment();
  for (const fact of form.facts) environment.registerVariable(fact.id, types[fact.type]);
  const expressions = form.criteria.map(({ when }) => environment.parse(written(when, language)));
  for (const expression of expressions) {
    const { valid, error } = expression.check();
    if (!valid) throw error ?? new Error("an expression has no type");
  }
  return [
    {
      name: "cel-js, parsed and typed",
      run: (n) => expressions.map((holds) => holds(at(persons, n)) as unknown),
      holding: holdingIn(form),
    },
  ];
}

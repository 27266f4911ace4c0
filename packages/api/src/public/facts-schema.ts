// A JSON Schema (2020-12) for the `facts` of a rule set, for readers in other languages. What no schema can say (a
// member named but not asked about, a date in the future, a total beside its parts) is judged by the evaluator and
// listed as a problem.
import { plainReasons, type Fact, type RuleSet } from "@jumelage/engine";

type JsonSchema = Readonly<Record<string, unknown>>;

const date: JsonSchema = { type: "string", format: "date", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const unknown: JsonSchema = {
  type: "object",
  properties: { unknown: { enum: plainReasons } },
  required: ["unknown"],
  additionalProperties: false,
};

/** The schema of a caller's `facts`; a fact may always be absent. */
export function factsSchemaOf(ruleSet: RuleSet, id: string): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: id,
    title: ruleSet.title.fr,
    description: ruleSet.purpose.fr,
    "x-title-en": ruleSet.title.en,
    "x-description-en": ruleSet.purpose.en,
    type: "object",
    properties: Object.fromEntries(ruleSet.facts.map((fact) => [fact.id, factSchemaOf(fact)])),
    additionalProperties: false,
  };
}

function factSchemaOf(fact: Fact): JsonSchema {
  const value = valueSchemaOf(fact);
  const forms: JsonSchema[] = [value, { type: "null" }, unknown, dated(value)];
  if (fact.type === "set") forms.push(asked(value));
  return {
    title: fact.label.fr,
    description: fact.question.fr,
    "x-title-en": fact.label.en,
    "x-description-en": fact.question.en,
    ...(fact.validFor === undefined ? {} : { "x-valid-for": fact.validFor }),
    ...(fact.unit === undefined ? {} : { "x-unit": fact.unit }),
    anyOf: forms,
  };
}

function dated(value: JsonSchema): JsonSchema {
  return {
    type: "object",
    properties: { value, observedOn: date },
    required: ["value", "observedOn"],
    additionalProperties: false,
  };
}

function asked(members: JsonSchema): JsonSchema {
  return {
    type: "object",
    properties: { value: members, of: members, observedOn: date },
    required: ["value", "of"],
    additionalProperties: false,
  };
}

function valueSchemaOf(fact: Fact): JsonSchema {
  const range = fact.range === undefined ? {} : { minimum: fact.range.min, maximum: fact.range.max };
  switch (fact.type) {
    case "boolean":
      return { type: "boolean" };
    case "integer":
      return { type: "integer", ...range };
    case "decimal":
      return {
        type: "number",
        multipleOf: Number((10 ** -(fact.scale ?? 0)).toFixed(fact.scale ?? 0)),
        ...range,
      };
    case "date":
      return date;
    case "enum":
      return memberSchema(fact);
    case "set":
      return { type: "array", items: memberSchema(fact), uniqueItems: true };
    default:
      return fact.type satisfies never;
  }
}

function memberSchema(fact: Fact): JsonSchema {
  return {
    oneOf: (fact.values ?? []).map((v) => ({ const: v.id, title: v.label.fr, "x-title-en": v.label.en })),
  };
}

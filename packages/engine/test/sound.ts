// A document without any finding that has one of everything, and the ways to break it that tests of `check` use.
import type { Law } from "../src/check/law.ts";
import {
  check,
  namesOf,
  parseDraftRuleSet,
  type Condition,
  type Diagnostic,
  type DraftRuleSet,
} from "../src/index.ts";
import { criterion, document, fact } from "./tiny.ts";

export type Json = Readonly<Record<string, unknown>>;

export const text = (name: string) => ({ fr: `${name} (fr)`, en: `${name} (en)` });
export const values = ["a", "b", "c"].map((id) => ({ id, label: text(id) }));
const outcome = (id: string, tone: string) => ({
  id,
  label: text(id),
  message: text(id),
  tone,
  override: true,
});
const state = { label: text("state"), message: text("state") };

/** A document without any finding, that has one of everything. */
export const sound = {
  ...document,
  sources: [
    {
      id: "doc",
      title: text("doc"),
      statements: [{ id: "S1", locator: "l. 1", text: text("S1"), modelled: true }],
    },
  ],
  parameters: [{ id: "limit", label: text("limit"), value: 10, rationale: text("limit"), sources: ["S1"] }],
  facts: [
    fact("danger", "boolean", { label: text("danger"), safety: true, validFor: "P0D" }),
    fact("score", "integer", { label: text("score"), range: { min: 0, max: 27 }, whenUnknown: "ignore" }),
    fact("kind", "enum", { label: text("kind"), values }),
    fact("traits", "set", { label: text("traits"), values }),
    fact("since", "date", { label: text("since") }),
  ],
  conditions: [
    {
      id: "high",
      label: text("high"),
      when: { fact: "score", operator: "greaterThanInclusive", value: { parameter: "limit" } },
    },
  ],
  decisions: [
    {
      id: "d",
      title: text("d"),
      kind: "one",
      outcomes: [outcome("stop", "stop"), outcome("care", "caution"), outcome("rest", "neutral")],
      otherwise: "rest",
      states: { "@undetermined": state, "@safety-unknown": state },
    },
    { id: "m", title: text("m"), kind: "many", outcomes: [outcome("tell", "neutral")] },
  ],
  criteria: [
    criterion("K1", { fact: "danger", operator: "equal", value: true }, "stop"),
    criterion("K2", { condition: "high" }, "care"),
    criterion(
      "K3",
      {
        any: [
          { fact: "kind", operator: "equal", value: "a" },
          { fact: "traits", operator: "contains", value: "a" },
          { fact: "since", operator: "lessThan", value: "2026-01-01" },
        ],
      },
      "tell",
      "m",
    ),
  ] as readonly Json[],
  properties: [] as readonly Json[],
};

export type Doc = typeof sound;

/** Parsed as a draft, so that holes and empty texts may stand in it. */
export function draft(doc: unknown): DraftRuleSet {
  const parsed = parseDraftRuleSet(doc);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.value;
}

export const found = (doc: unknown) =>
  check(draft(doc)).map((d) => `${d.severity} ${d.code} ${d.at.join(".")}`);
/** What one law says of a document. */
export const says = (law: Law, doc: unknown): readonly Diagnostic[] => {
  const parsed = draft(doc);
  return law(parsed, namesOf(parsed));
};
/** A finding, its places written with dots. */
export const told = (
  severity: Diagnostic["severity"],
  code: string,
  place: string,
  params: Diagnostic["params"],
  also?: string,
): Diagnostic => {
  const path = (at: string) => at.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { severity, code, at: path(place), params, ...(also === undefined ? {} : { also: [path(also)] }) };
};
export const adding = (...criteria: readonly Json[]): Doc => ({
  ...sound,
  criteria: [...sound.criteria, ...criteria],
});
export const withFact = (id: string, change: Json): Doc => ({
  ...sound,
  facts: sound.facts.map((f) => (f["id"] === id ? { ...f, ...change } : f)),
});
export const property = (when: unknown): Doc => ({
  ...sound,
  properties: [
    {
      id: "P",
      statement: text("P"),
      claim: { kind: "implies", given: when, decision: "d", states: ["stop"] },
    },
  ],
});
export const leaf = (name: string, operator: string, value?: unknown): Condition =>
  ({ fact: name, operator, ...(value === undefined ? {} : { value }) }) as Condition;
export const high = leaf("score", "greaterThanInclusive", 20);

/** What breaks a law, with the findings to the letter, and what comes close without breaking it. */
export interface LawCases {
  readonly broken: readonly (readonly [Doc | Json, ...string[]])[];
  readonly sound: readonly (Doc | Json)[];
}

// A small rule set in which everything has a name of its own, for tests of sentences.
import { parseRuleSet, type RuleSet } from "../src/index.ts";
import { criterion, document, fact, one } from "./tiny.ts";

export const both = (fr: string, en: string) => ({ fr, en });
const named = (id: string, fr: string, en: string, rest = {}) => ({ id, label: both(fr, en), ...rest });

const outcome = (id: string, fr: string, en: string) => ({
  ...named(id, fr, en),
  message: both(`Message ${fr}`, `Message ${en}`),
  tone: "neutral",
  override: true,
});

const json = {
  ...document,
  program: "worded",
  title: both("Programme", "Program"),
  purpose: both("But", "Aim"),
  sources: [
    {
      id: "guide",
      title: both("Guide", "Handbook"),
      statements: [
        { id: "E1", locator: "p. 3", text: both("Énoncé un", "Statement one"), modelled: true },
        { id: "E2", locator: "p. 4", text: both("Énoncé deux", "Statement two"), modelled: true },
      ],
    },
  ],
  parameters: [{ ...named("limit", "Limite", "Limit"), value: 10, rationale: both("r", "r"), sources: [] }],
  facts: [
    fact("age", "integer", {
      ...named("age", "Âge", "Age"),
      unit: "a",
      range: { min: 0, max: 120 },
    }),
    fact("mood", "enum", {
      ...named("mood", "Humeur", "Mood"),
      values: [
        named("low", "Basse", "Low"),
        named("fair", "Moyenne", "Fair"),
        named("high", "Haute", "High"),
      ],
    }),
    fact("needs", "set", {
      ...named("needs", "Besoins", "Needs"),
      values: [
        named("rest", "Repos", "Rest"),
        named("talk", "Parole", "Talk"),
        named("work", "Travail", "Work"),
      ],
    }),
    fact("since", "date", named("since", "Début", "Start")),
    fact("danger", "boolean", { ...named("danger", "Danger", "Peril"), safety: true, validFor: "P0D" }),
    fact("alone", "boolean", named("alone", "Solitude", "Loneliness", { whenUnknown: { assume: false } })),
    fact("pets", "boolean", named("pets", "Animaux", "Pets", { whenUnknown: "ignore" })),
    fact("share", "decimal", named("share", "Part", "Share", { scale: 1, unit: "%" })),
  ],
  conditions: [
    { ...named("minor", "Mineur", "Minor"), when: { fact: "age", operator: "lessThan", value: 18 } },
    {
      ...named("frail", "Fragile", "Frail"),
      when: { all: [{ condition: "minor" }, { fact: "mood", operator: "equal", value: "low" }] },
    },
  ],
  decisions: [
    {
      ...one,
      id: "way",
      title: both("Voie", "Way"),
      outcomes: [
        { ...outcome("halt", "Arrêt", "Halt"), tone: "stop" },
        outcome("watch", "Veille", "Watch"),
        outcome("walk", "Marche", "Walk"),
      ],
      otherwise: "walk",
      states: {
        "@undetermined": { label: both("À compléter", "To complete"), message: both("m", "m") },
        "@safety-unknown": { label: both("À vérifier", "To check"), message: both("m", "m") },
      },
    },
    {
      id: "duties",
      title: both("Devoirs", "Duties"),
      kind: "many",
      outcomes: [outcome("call", "Appeler", "Call"), outcome("write", "Écrire", "Write")],
      withheldWhileSafetyUnknown: true,
    },
  ],
  criteria: [
    criterion("K1", { fact: "danger", operator: "equal", value: true }, "halt", "way"),
    criterion("K2", { condition: "frail" }, "watch", "way"),
    criterion("K3", { fact: "age", operator: "greaterThan", value: { parameter: "limit" } }, "watch", "way"),
    criterion("K4", { fact: "needs", operator: "contains", value: "talk" }, "call", "duties"),
    criterion("K5", { always: true }, "write", "duties"),
  ],
};

const parsed = parseRuleSet(json);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
export const worded: RuleSet = parsed.value;

/** With ordinary spaces; where no-break spaces stand is the lint's business. */
export const plain = (text: string): string => text.replaceAll("\u00a0", " ");

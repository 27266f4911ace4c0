// Programs whose every text is a script string: one that stays a draft, with a list of everything a rule set can have,
// and one that passes its gates, so that releases of it can be seen too.
import type { DraftCriterion, DraftRuleSet, Hazard, Profile } from "../../packages/engine/src/index.ts";
import { starterOf } from "../../packages/api/src/features/programs/starter.ts";
import type { Pen } from "./pen.ts";

export interface Content {
  readonly ruleSet: DraftRuleSet;
  readonly profiles: readonly Profile[];
  readonly hazards: readonly Hazard[];
}

const list = <T>(count: number, of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i));

/** A title is one text: as many programs as it takes to write every string there share the kind. */
function heading(pen: Pen, program: string) {
  return { program, title: pen.text("title"), purpose: pen.text("purpose") };
}

function sourcesOf(pen: Pen, count: number): DraftRuleSet["sources"] {
  return list(count, (i) => ({
    id: `D${i}`,
    title: pen.text("source.title"),
    edition: pen.line("source.edition"),
    url: `https://ailleurs.invalid/'onmouseover=ran()//"><script>ran()</script>?${i}`,
    statements: [
      {
        id: `S${i}`,
        locator: pen.line("statement.locator"),
        text: pen.text("statement.text"),
        modelled: { reason: pen.text("statement.reason") },
      },
    ],
  }));
}

/** A draft with `count` of everything, which is wrong here and there: that is shown too. */
export function everything(pen: Pen, program: string, count: number): Content {
  const refs = (i: number): string[] => [`S${i % count}`];
  const member = (i: number): string => `m${i}`;
  const members = (kind: string) => list(count, (i) => ({ id: member(i), label: pen.text(kind) }));
  const written = (kind: string) => ({
    label: pen.text(`${kind}.label`),
    question: pen.text(`${kind}.question`),
    help: pen.text(`${kind}.help`),
    whenUnknown: "block" as const,
    safety: false,
    sources: [],
  });
  const outcomes = (kind: string) =>
    list(count, (i) => ({
      id: `o${i}`,
      label: pen.text(`${kind}.label`),
      short: pen.text(`${kind}.short`),
      message: pen.text(`${kind}.message`),
      tone: "caution" as const,
      override: i % 2 === 0,
    }));
  const state = (kind: string) => ({
    label: pen.text(`${kind}.label`),
    message: pen.text(`${kind}.message`),
  });
  const criterion = (
    id: string,
    when: DraftCriterion["when"],
    then: DraftCriterion["then"],
  ): DraftCriterion => ({
    id,
    title: pen.text("criterion.title"),
    ...(when === undefined ? {} : { when }),
    then,
    rationale: pen.text("criterion.rationale"),
    sources: refs(Number(id.slice(1))),
    origin: "inference",
    enabled: true,
    shadowedOnPurpose: pen.text("criterion.shadowed"),
  });
  const titled = pen.placesFor();
  return {
    ruleSet: {
      schemaVersion: 1,
      ...heading(pen, program),
      timeZone: "America/Toronto",
      sources: sourcesOf(pen, count),
      parameters: list(count, (i) => ({
        id: `p${i}`,
        label: pen.text("parameter.label"),
        value: i,
        rationale: pen.text("parameter.rationale"),
        sources: refs(i),
      })),
      facts: [
        { id: "danger", type: "boolean", ...written("fact"), safety: true, validFor: "P0D" },
        { id: "one", type: "enum", values: members("member"), ...written("fact") },
        { id: "several", type: "set", values: members("member"), ...written("fact") },
        ...list(count, (i) => ({
          id: `n${i}`,
          type: "integer" as const,
          range: { min: 0, max: 100 },
          unit: pen.line("fact.unit"),
          code: { system: pen.line("fact.system"), code: pen.line("fact.code") },
          ...written("fact"),
        })),
      ],
      conditions: list(count, (i) => ({
        id: `k${i}`,
        label: pen.text("condition.label"),
        when: { fact: `n${i}`, operator: "greaterThanInclusive", value: { parameter: `p${i}` } },
      })),
      decisions: [
        ...list(titled, (i) => ({
          id: `d${i}`,
          title: pen.text("decision.title"),
          kind: "one" as const,
          otherwise: "o0",
          outcomes: outcomes("outcome"),
          states: { "@undetermined": state("undetermined"), "@safety-unknown": state("unsafe") },
        })),
        { id: "many", title: pen.text("decision.title"), kind: "many", outcomes: outcomes("suggestion") },
      ],
      criteria: [
        ...list(count, (i) =>
          criterion(
            `c${i}`,
            {
              any: [
                { condition: `k${i}` },
                { fact: "one", operator: "equal", value: member(i) },
                { fact: "several", operator: "contains", value: member(i) },
              ],
            },
            { decision: "d0", outcome: `o${i}` },
          ),
        ),
        ...list(count, (i) =>
          criterion(
            `s${i}`,
            {
              any: [
                { fact: "danger", operator: "equal", value: true },
                { decision: "d0", operator: "equal", value: `o${i}` },
              ],
            },
            { decision: "many", outcome: `o${i}` },
          ),
        ),
        ...list(titled, (i) =>
          criterion(`h${i}`, { hole: { text: pen.line("hole") } }, { decision: `d${i}`, outcome: "o1" }),
        ),
      ],
      properties: list(count, (i) => ({
        id: `g${i}`,
        statement: pen.text("property.statement"),
        claim: {
          kind: "never",
          given: { fact: "one", operator: "equal", value: member(i) },
          decision: "d0",
          states: [`o${i}`],
        },
      })),
    },
    profiles: list(count, (i) => ({
      id: `P${i}`,
      title: pen.text("profile.title"),
      story: pen.text("profile.story"),
      tags: [pen.line("profile.tag")],
      facts: { danger: false, one: member(i), several: [member(i)], n0: i },
      provenance: "accepted-output",
      expected: { decisions: { d0: `o${i}`, many: [`o${i}`] } },
    })),
    hazards: list(count, (i) => ({
      id: `H${i}`,
      title: pen.text("hazard.title"),
      controls: [{ criterion: `c${i}` }, { property: `g${i}` }],
      profiles: [`P${i}`],
    })),
  };
}

/** What a new program begins with, every text replaced, and documents it goes back to: proved in moments. */
export function publishable(pen: Pen, program: string, count: number): Content {
  const { ruleSet, profiles, hazards } = titled(pen, program);
  const { facts, decisions, criteria, properties } = ruleSet;
  const rewritten = rewrittenBy(pen);
  return {
    ruleSet: {
      ...ruleSet,
      ...rewritten({ facts, decisions, properties }, "released"),
      sources: sourcesOf(pen, count),
      criteria: rewritten(criteria, "released.criteria").map((c) => ({
        ...c,
        origin: "source" as const,
        sources: ["S0"],
      })),
    },
    profiles: rewritten(profiles, "released.profiles"),
    hazards: rewritten(hazards, "released.hazards"),
  };
}

/** A program of which only the heading was written. */
export function titled(pen: Pen, program: string): Content {
  const { ruleSet, profiles, hazards } = starterOf(program, { fr: "x", en: "x" });
  return { ruleSet: { ...ruleSet, ...heading(pen, program) }, profiles, hazards };
}

/** Replaces every text of a document; its kind is where in the document it stands. */
function rewrittenBy(pen: Pen) {
  return function rewritten<T>(thing: T, kind: string): T {
    if (Array.isArray(thing)) return thing.map((item) => rewritten<unknown>(item, kind)) as T;
    if (typeof thing !== "object" || thing === null) return thing;
    if ("fr" in thing && "en" in thing) return pen.text(kind) as T;
    const entries = Object.entries(thing).map(([key, value]) => [
      key,
      rewritten<unknown>(value, `${kind}.${key}`),
    ]);
    return Object.fromEntries(entries) as T;
  };
}

// Questions that chance seldom asks, each about one rule of the semantics; who answers them is found by going through
// everybody, as for the random ones.
import {
  askOne,
  parseRuleSet,
  type Condition,
  type FactOperator,
  type Formula,
  type Question,
  type RuleSet,
} from "@jumelage/engine";

const text = { fr: "texte", en: "text" };
const fact = (id: string, type: string, rest: Readonly<Record<string, unknown>> = {}) => ({
  id,
  label: text,
  question: text,
  type,
  whenUnknown: "block",
  safety: false,
  sources: [],
  ...rest,
});
const outcome = (id: string, tone: string) => ({ id, label: text, message: text, tone, override: true });
const criterion = (id: string, when: Condition, decision: string, chosen: string) => ({
  id,
  title: text,
  when,
  then: { decision, outcome: chosen },
  rationale: text,
  sources: [],
  origin: "inference",
  enabled: true,
});
const leaf = (
  id: string,
  operator: FactOperator,
  value?: boolean | string | number | string[],
): Condition => ({
  fact: id,
  operator,
  ...(value === undefined ? {} : { value }),
});

const danger = leaf("danger", "equal", true);

/** A rule set with the given facts beside `danger`, a decision about it, and duties withheld while it is unknown. */
function ruleSetOf(facts: readonly unknown[], stop: Condition = danger): RuleSet {
  const parsed = parseRuleSet({
    schemaVersion: 1,
    program: "essai",
    title: text,
    purpose: text,
    timeZone: "America/Toronto",
    sources: [],
    parameters: [],
    facts: [fact("danger", "boolean", { safety: true, validFor: "P0D" }), ...facts],
    conditions: [],
    decisions: [
      {
        id: "d",
        title: text,
        kind: "one",
        outcomes: [outcome("stop", "stop"), outcome("go", "go")],
        otherwise: "go",
        states: {
          "@undetermined": { label: text, message: text },
          "@safety-unknown": { label: text, message: text },
        },
      },
      {
        id: "m",
        title: text,
        kind: "many",
        outcomes: [outcome("help", "stop"), outcome("tell", "neutral")],
        withheldWhileSafetyUnknown: true,
      },
    ],
    criteria: [
      criterion("r0", stop, "d", "stop"),
      criterion("r1", { always: true }, "m", "help"),
      criterion("r2", { always: true }, "m", "tell"),
    ],
    properties: [],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.value;
}

const values = (retired: boolean) => [
  { id: "u", label: text },
  { id: "w", label: text, ...(retired ? { retired } : {}) },
];
const signs = ruleSetOf([fact("signs", "set", { values: values(false) })]);
const fewerSigns = ruleSetOf([fact("signs", "set", { values: values(true) })]);
const parts = ["a", "b"].map((id) => fact(id, "integer", { range: { min: 0, max: 1 } }));
const total = ruleSetOf([
  fact("total", "integer", { range: { min: 0, max: 2 }, derive: { sum: ["a", "b"] } }),
  ...parts,
]);
const optional = ruleSetOf([fact("wish", "boolean", { whenUnknown: "ignore", validFor: "P7D" })]);
const yes = (id: string): Condition => leaf(id, "equal", true);
const settled = ruleSetOf([fact("alone", "boolean"), fact("worse", "boolean")], {
  all: [{ any: [danger, yes("alone")] }, yes("worse")],
});

const holds = (condition: Condition, world = 0): Formula => ({ world, holds: condition });
const isFalse = (of: Condition, world = 0): Formula => ({ world, verdict: "false", of });
const completed = (ruleSet: RuleSet, ask: Formula): Question => ({
  worlds: [
    { ruleSet, person: { kind: "same" } },
    { ruleSet, person: { kind: "completed" } },
  ],
  ask,
});

export const pointed: readonly { readonly what: string; readonly question: Question }[] = [
  {
    what: "a safety fact below a condition that is settled is not waited for",
    question: askOne(settled, {
      all: [{ world: 0, decision: "d", state: ["@safety-unknown"] }, holds(yes("alone"))],
    }),
  },
  {
    what: "a safety fact below a condition that is open is waited for",
    question: askOne(settled, {
      all: [{ world: 0, decision: "d", state: ["@safety-unknown"] }, holds(yes("worse"))],
    }),
  },
  {
    what: "in a property, not is the complement, whatever is unknown",
    question: askOne(optional, { all: [holds({ not: yes("wish") }), holds(leaf("wish", "isUnknown"))] }),
  },
  {
    what: "a retired member need not be asked about",
    question: askOne(fewerSigns, {
      all: [holds(leaf("signs", "isUnknown")), holds(leaf("signs", "contains", "u"))],
    }),
  },
  {
    what: "a member in use must be asked about",
    question: askOne(signs, {
      all: [holds(leaf("signs", "isUnknown")), holds(leaf("signs", "contains", "u"))],
    }),
  },
  {
    what: "a set asked in part is not known",
    question: askOne(signs, {
      all: [
        holds(leaf("signs", "isUnknown")),
        { not: { world: 0, verdict: "unknown", of: leaf("signs", "isKnown") } },
      ],
    }),
  },
  {
    what: "containsAll is surely false when one member is surely missing",
    question: askOne(signs, {
      all: [isFalse(leaf("signs", "containsAll", ["u", "w"])), holds(leaf("signs", "contains", "u"))],
    }),
  },
  {
    what: "members nobody asked about are not surely missing",
    question: askOne(signs, {
      all: [
        isFalse(leaf("signs", "contains", "u")),
        isFalse(leaf("signs", "contains", "w")),
        holds(leaf("signs", "isUnknown")),
      ],
    }),
  },
  {
    what: "a total is not made of some of its parts",
    question: askOne(total, {
      all: [
        holds(leaf("a", "isKnown")),
        holds(leaf("b", "isUnknown")),
        { not: holds(leaf("total", "isUnknown")) },
      ],
    }),
  },
  {
    what: "not turns what an earlier decision says",
    question: askOne(signs, {
      all: [
        { world: 0, verdict: "true", of: { not: { decision: "d", operator: "equal", value: "stop" } } },
        { world: 0, decision: "d", state: ["stop"] },
      ],
    }),
  },
  {
    what: "a total that is set hides its parts",
    question: {
      worlds: [{ ruleSet: total, person: { kind: "set", settings: [{ fact: "total", to: { known: 1 } }] } }],
      ask: holds(leaf("total", "isUnknown")),
    },
  },
  {
    what: "a total beside parts that make another is not known",
    question: askOne(total, {
      all: [holds(leaf("a", "equal", 1)), holds(leaf("b", "equal", 1)), holds(leaf("total", "lessThan", 2))],
    }),
  },
  {
    what: "nothing stands before itself",
    question: {
      worlds: [0, 1].map(() => ({ ruleSet: total, person: { kind: "same" } })),
      ask: { before: "a", worlds: [0, 1], order: "descending" },
    },
  },
  {
    what: "what calls for a stop is never withheld",
    question: askOne(signs, { world: 0, decision: "m", outcome: "help", is: "withheld" }),
  },
  {
    what: "the rest is withheld while safety is unknown",
    question: askOne(signs, { world: 0, decision: "m", outcome: "tell", is: "withheld" }),
  },
  {
    what: "what is known does not turn out otherwise",
    question: completed(optional, {
      all: [holds(danger), holds({ not: danger }, 1), holds(leaf("danger", "isKnown"), 1)],
    }),
  },
  {
    what: "an optional answer never given does not turn out",
    question: completed(optional, {
      all: [isFalse(leaf("wish", "isKnown")), holds(leaf("wish", "isKnown"), 1)],
    }),
  },
  {
    what: "an old optional answer may turn out",
    question: completed(optional, {
      all: [holds(leaf("wish", "isUnknown")), holds(leaf("wish", "equal", true), 1)],
    }),
  },
  {
    what: "members asked about do not turn out otherwise",
    question: completed(signs, {
      all: [holds(leaf("signs", "contains", "u")), holds({ not: leaf("signs", "contains", "u") }, 1)],
    }),
  },
];

// The reports of the proof lab: their shapes, to the last key.
import { lawsOfShape } from "../../test/shape-laws.ts";
import {
  boundaryReportSchema,
  coverageReportSchema,
  differenceReportSchema,
  findingsReportSchema,
  floorsSchema,
  hazardsSchema,
  mutationReportSchema,
  proofReportSchema,
} from "./lab.ts";

const text = { fr: "texte", en: "text" };
const witness = {
  at: "2026-03-02",
  facts: { age: 30 },
  second: { age: 31 },
  answers: [{ decision: "d", answer: ["go", "@undetermined"] }],
};
const profile = {
  id: "P1",
  title: text,
  story: text,
  tags: ["new"],
  facts: { age: 30 },
  evaluatedOn: "2026-03-02",
  provenance: "accepted-output",
  expected: { decisions: { d: "go" } },
};
/** The optional keys and open places of what stands at a place, written out. */
const under = (at: string, keys: readonly string[]): readonly string[] => keys.map((key) => `${at}.${key}`);
const ofWitness = { maps: ["facts", "second"], open: ["facts.age", "second.age"] };
const ofProfile = {
  maps: ["facts", "expected.decisions"],
  open: ["facts.age"],
  optional: ["story", "evaluatedOn"],
};

const method = { method: "solver", status: "proved", classes: 12, ms: 3 };
const proved = { status: "refuted", reason: "time", witness, ms: 0, methods: [method] };
const eachProof = ["properties.*", "standard.*"];

lawsOfShape("a report of proofs", {
  schema: proofReportSchema,
  full: {
    properties: [{ id: "safe", ...proved }],
    standard: [
      { check: { kind: "criterion-fires", criterion: "K" }, ...proved },
      { check: { kind: "criterion-decides", criterion: "K" }, ...proved },
      { check: { kind: "outcome-reached", decision: "d", outcome: "go" }, ...proved },
      { check: { kind: "determined-is-stable", decision: "d" }, ...proved },
      { check: { kind: "safety-is-asked", decision: "d" }, ...proved },
    ],
  },
  optional: eachProof.flatMap((at) =>
    under(at, ["reason", "witness", "witness.second", "methods.*.classes"]),
  ),
  open: eachProof.flatMap((at) => under(`${at}.witness`, ofWitness.open)),
  maps: eachProof.flatMap((at) => under(`${at}.witness`, ofWitness.maps)),
  takes: {
    "properties.0.status": ["proved", "refuted", "undecided"],
    "properties.0.reason": ["time", "size", "cancelled", "disagreement"],
    "properties.0.methods.0.method": ["solver", "enumeration", "diagram"],
    "properties.0.methods.0.status": ["proved", "refuted", "undecided", "not-applicable"],
    "properties.0.methods.0.ms": [0],
    "standard.0.ms": [0, 1.5],
    properties: [[]],
    standard: [[]],
  },
  refuses: {
    "properties.0.status": ["", "not-applicable"],
    "properties.0.reason": [""],
    "properties.0.ms": [-1],
    "properties.0.methods.0.ms": [-1],
    "properties.0.methods.0.method": [""],
    "properties.0.methods.0.status": [""],
    "standard.0.check.kind": ["", "criterion-decided"],
  },
});

lawsOfShape("a report of differences", {
  schema: differenceReportSchema,
  full: {
    status: "undecided",
    reason: "size",
    equivalent: true,
    kind: "equivalent",
    transitions: [{ decision: "d", from: "go", to: "@undetermined", witness }],
    silent: [{ what: "criterion", id: "K", of: "d", parts: ["title"] }],
    ms: 1,
  },
  optional: ["reason", "kind", "silent.*.of", "transitions.*.witness.second"],
  open: under("transitions.*.witness", ofWitness.open),
  maps: under("transitions.*.witness", ofWitness.maps),
  takes: {
    status: ["complete", "undecided"],
    equivalent: [false],
    kind: ["equivalent", "texts-only", "more-cautious", "decides-more", "changes-outcomes"],
    ms: [0],
    transitions: [[]],
    silent: [[]],
  },
  refuses: { status: ["", "proved"], kind: [""], ms: [-1] },
});

lawsOfShape("a report of findings", {
  schema: findingsReportSchema,
  full: {
    findings: [
      {
        law: "criterion-fires",
        severity: "warning",
        at: ["criteria", 2],
        also: [["criteria", 0]],
        params: { criterion: "K", count: 2, same: true, facts: ["age"] },
        witness,
      },
    ],
    undecided: [{ law: "criterion-decides", at: ["criteria", 1] }],
    ms: 4,
  },
  optional: under("findings.*", ["also", "witness", "witness.second"]),
  open: under("findings.*.witness", ofWitness.open),
  maps: ["findings.*.params", ...under("findings.*.witness", ofWitness.maps)],
  takes: { "findings.0.severity": ["error", "warning", "info"], ms: [0] },
  refuses: { "findings.0.severity": [""], ms: [-1], "findings.0.params": [{ criterion: ["K", 1] }] },
});

const fault = { id: "F1", kind: "threshold", at: ["criteria", 0], before: 15, after: 16 };
lawsOfShape("a report of seeded faults", {
  schema: mutationReportSchema,
  full: {
    seeded: 3,
    killed: 1,
    equivalent: 1,
    survivors: [{ fault, status: "survived", witness, profile }],
    failing: ["P1"],
    score: 0.5,
    ms: 2,
  },
  optional: [
    "failing",
    ...under("survivors.*", [
      "witness",
      "profile",
      "witness.second",
      ...under("profile", ofProfile.optional),
    ]),
  ],
  open: [
    ...under("survivors.*.fault", ["before", "after"]),
    ...under("survivors.*.witness", ofWitness.open),
    ...under("survivors.*.profile", ofProfile.open),
  ],
  maps: [...under("survivors.*.witness", ofWitness.maps), ...under("survivors.*.profile", ofProfile.maps)],
  takes: {
    seeded: [0],
    killed: [0],
    equivalent: [0],
    score: [0, 1],
    ms: [0],
    "survivors.0.status": ["survived", "undecided"],
    "survivors.0.fault.kind": [
      "threshold",
      "operator",
      "all-any",
      "dropped-condition",
      "dropped-criterion",
      "re-aimed-criterion",
      "when-unknown",
      "safety",
      "valid-for",
      "precedence",
    ],
  },
  refuses: {
    seeded: [-1, 0.5],
    killed: [-1, 0.5],
    equivalent: [-1, 0.5],
    score: [-0.1, 1.1],
    ms: [-1],
    "survivors.0.status": ["", "killed"],
    "survivors.0.fault.kind": [""],
  },
});

const boundary = {
  fact: "age",
  side: "below",
  value: 15,
  every: true,
  at: [["criteria", 0, "when"]],
  profiles: ["P1"],
};
lawsOfShape("a report of boundaries", {
  schema: boundaryReportSchema,
  full: { boundaries: [boundary], covered: 1, score: 1, missing: [{ boundary: 0, profile }] },
  optional: [...under("boundaries.*", ["value", "every"]), ...under("missing.*.profile", ofProfile.optional)],
  open: ["boundaries.*.value", ...under("missing.*.profile", ofProfile.open)],
  maps: under("missing.*.profile", ofProfile.maps),
  takes: {
    "boundaries.0.side": ["below", "at", "above", "inside", "outside", "unknown"],
    covered: [0],
    score: [0, 0.5],
    "missing.0.boundary": [3],
  },
  refuses: {
    "boundaries.0.side": [""],
    covered: [-1, 0.5],
    score: [-0.1, 1.1],
    "missing.0.boundary": [-1, 0.5],
  },
});

lawsOfShape("a report of coverage", {
  schema: coverageReportSchema,
  full: {
    profiles: ["P1", "P2"],
    criteria: [
      {
        criterion: "K",
        true: ["P1"],
        false: ["P2"],
        unknown: ["P3"],
        decides: ["P1"],
        leaves: [{ at: ["criteria", 0, "when"], true: ["P1"], false: ["P2"], unknown: ["P3"] }],
        mcdc: 1,
      },
    ],
    outcomes: [{ decision: "d", state: "@undetermined", profiles: ["P1"] }],
    boundaries: [boundary],
    smallest: { profiles: ["P1"], exact: true },
  },
  optional: under("boundaries.*", ["value", "every"]),
  open: ["boundaries.*.value"],
  takes: { "criteria.0.mcdc": [0, 0.5], "smallest.exact": [false] },
  refuses: { "criteria.0.mcdc": [-0.1, 1.1] },
});

lawsOfShape("hazards", {
  schema: hazardsSchema,
  full: [{ id: "H1", title: text, controls: [{ criterion: "K" }, { property: "safe" }], profiles: ["P1"] }],
  refuses: { "0.title.fr": ["", " "], "0.controls.0": [{}, { criterion: "K", property: "safe" }] },
});

lawsOfShape("floors", {
  schema: floorsSchema,
  full: { mutants: 0.97, boundaries: 0.95 },
  takes: { mutants: [0.95, 1], boundaries: [0.9, 1] },
  refuses: { mutants: [0.94, 1.01], boundaries: [0.89, 1.01] },
});

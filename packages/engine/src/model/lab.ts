// What the proof lab reports: proofs, differences over all persons, findings about a whole rule set, and seeded
// faults. One shape for the machine that finds them, the command line, the database, a release's evidence and the
// console.
import { z } from "zod";
import { dateSchema } from "./date.ts";
import { factsSchema, profileSchema } from "./profile.ts";
import { idSchema, textSchema } from "./text.ts";

/** A person that shows something, made by the machine and replayed by the direct reading before anybody sees it. */
export const witnessSchema = z.strictObject({
  at: dateSchema,
  facts: factsSchema,
  /** The second person, where two are compared (better and worse, unknown and answered). */
  second: factsSchema.optional(),
  /** The state or suggestions of the decision concerned, for each person or for each rule set. */
  answers: z.array(z.strictObject({ decision: idSchema, answer: z.array(z.string()) })),
});
export type WitnessReport = z.infer<typeof witnessSchema>;

export const proofStatuses = ["proved", "refuted", "undecided"] as const;
export type ProofStatus = (typeof proofStatuses)[number];

/** Why something is undecided: it never counts as proved. */
export const undecidedReasons = ["time", "size", "cancelled", "disagreement"] as const;

const methodSchema = z.strictObject({
  method: z.enum(["solver", "enumeration", "diagram"]),
  status: z.enum([...proofStatuses, "not-applicable"]),
  /** How many classes of persons were gone through, for an enumeration. */
  classes: z.number().optional(),
  ms: z.number().min(0),
});

const provedSchema = {
  status: z.enum(proofStatuses),
  reason: z.enum(undecidedReasons).optional(),
  witness: witnessSchema.optional(),
  ms: z.number().min(0),
  methods: z.array(methodSchema),
};

export const standardCheckSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("criterion-fires"), criterion: idSchema }),
  z.strictObject({ kind: z.literal("criterion-decides"), criterion: idSchema }),
  z.strictObject({ kind: z.literal("outcome-reached"), decision: idSchema, outcome: idSchema }),
  z.strictObject({ kind: z.literal("determined-is-stable"), decision: idSchema }),
  z.strictObject({ kind: z.literal("safety-is-asked"), decision: idSchema }),
]);
/** What is asked of every rule set without being written in it. */
export type StandardCheck = z.infer<typeof standardCheckSchema>;

export const proofReportSchema = z.strictObject({
  properties: z.array(z.strictObject({ id: idSchema, ...provedSchema })),
  standard: z.array(z.strictObject({ check: standardCheckSchema, ...provedSchema })),
});
export type ProofReport = z.infer<typeof proofReportSchema>;

/** One way in which an answer can change between two rule sets, with a person to whom it happens. */
export const transitionSchema = z.strictObject({
  decision: idSchema,
  /** A state of a `one` decision; for a `many` decision the outcome with how it stands, `outcome:standing`. */
  from: z.string(),
  to: z.string(),
  witness: witnessSchema,
});
export const differenceKinds = [
  "equivalent",
  "texts-only",
  "more-cautious",
  "decides-more",
  "changes-outcomes",
] as const;
export const differenceReportSchema = z.strictObject({
  status: z.enum(["complete", "undecided"]),
  reason: z.enum(undecidedReasons).optional(),
  /** Proved: no state and no suggestion differs for anybody. */
  equivalent: z.boolean(),
  /** Absent while undecided. */
  kind: z.enum(differenceKinds).optional(),
  transitions: z.array(transitionSchema),
  /** Decisions, outcomes or facts that only one of the two has, and parts that no outcome shows (texts, freshness…). */
  silent: z.array(
    z.strictObject({
      what: z.string(),
      id: z.string(),
      of: z.string().optional(),
      parts: z.array(z.string()),
    }),
  ),
  ms: z.number().min(0),
});
export type DifferenceReport = z.infer<typeof differenceReportSchema>;
export type Transition = z.infer<typeof transitionSchema>;

/** An answer that a merge of two rule sets gives somebody, and neither of the two. */
export const mergeReportSchema = z.strictObject({
  status: z.enum(["complete", "undecided"]),
  reason: z.enum(undecidedReasons).optional(),
  conflicts: z.array(
    z.strictObject({
      decision: idSchema,
      /** A state of a decision of one answer, else `outcome:standing`. */
      answer: z.string(),
      /** Somebody who gets it. */
      person: z.strictObject({ at: dateSchema, facts: factsSchema }),
      /** How they are answered by each; null where the decision is not there. */
      given: z.strictObject({
        base: z.array(z.string()).nullable(),
        mine: z.array(z.string()).nullable(),
        theirs: z.array(z.string()).nullable(),
        merged: z.array(z.string()).nullable(),
      }),
    }),
  ),
  ms: z.number().min(0),
});
export type MergeReport = z.infer<typeof mergeReportSchema>;

/** Something about the whole rule set, found over all persons: by one law each, worded late. */
export const findingSchema = z.strictObject({
  law: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  at: z.array(z.union([z.string(), z.number()])),
  also: z.array(z.array(z.union([z.string(), z.number()]))).optional(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  witness: witnessSchema.optional(),
});
export type Finding = z.infer<typeof findingSchema>;
export const findingsReportSchema = z.strictObject({
  findings: z.array(findingSchema),
  /** Laws that could not be decided within the time. */
  undecided: z.array(z.strictObject({ law: z.string(), at: z.array(z.union([z.string(), z.number()])) })),
  ms: z.number().min(0),
});
export type FindingsReport = z.infer<typeof findingsReportSchema>;

export const faultKinds = [
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
] as const;
/** One seeded fault: where, of which kind, and what stood there before and after. */
export const faultSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(faultKinds),
  at: z.array(z.union([z.string(), z.number()])),
  before: z.unknown(),
  after: z.unknown(),
});
export type Fault = z.infer<typeof faultSchema>;

export const mutationReportSchema = z.strictObject({
  seeded: z.int().min(0),
  killed: z.int().min(0),
  /** Faults that change no answer of anybody: proved, not declared. */
  equivalent: z.int().min(0),
  survivors: z.array(
    z.strictObject({
      fault: faultSchema,
      /** Whether it is open if anybody's answer changes: then it counts as a survivor. */
      status: z.enum(["survived", "undecided"]),
      witness: witnessSchema.optional(),
      /** A profile that would notice the fault, ready to be saved. */
      profile: profileSchema.optional(),
    }),
  ),
  /** Profiles that are not as expected without any fault: they noticed nothing. */
  failing: z.array(idSchema).optional(),
  /** killed / (seeded - equivalent), between 0 and 1; 1 when there is nothing to kill. */
  score: z.number().min(0).max(1),
  ms: z.number().min(0),
});
export type MutationReport = z.infer<typeof mutationReportSchema>;

/** One side of one test of a fact: just below, at or above a threshold, inside or outside a set, or unknown. */
export const boundarySchema = z.strictObject({
  fact: z.string(),
  side: z.enum(["below", "at", "above", "inside", "outside", "unknown"]),
  /** The threshold, or the members (none: whether the set has any); absent for unknown. */
  value: z.unknown().optional(),
  /** All of the members are tested, instead of at least one. */
  every: z.boolean().optional(),
  /** Where it is tested. */
  at: z.array(z.array(z.union([z.string(), z.number()]))),
  /** The profiles that stand there. */
  profiles: z.array(idSchema),
});
export type Boundary = z.infer<typeof boundarySchema>;
export const boundaryReportSchema = z.strictObject({
  boundaries: z.array(boundarySchema),
  covered: z.int().min(0),
  score: z.number().min(0).max(1),
  /** A profile for each side where none stands, ready to be saved. */
  missing: z.array(z.strictObject({ boundary: z.int().min(0), profile: profileSchema })),
});
export type BoundaryReport = z.infer<typeof boundaryReportSchema>;
export type BoundaryScore = Omit<BoundaryReport, "missing">;

const shown = z.array(idSchema);
export const coverageReportSchema = z.strictObject({
  profiles: shown,
  /** One for each enabled criterion, in the order of the document: the profiles for which… */
  criteria: z.array(
    z.strictObject({
      criterion: idSchema,
      true: shown,
      false: shown,
      unknown: shown,
      /** …it decides: without it the answer of its decision would be another. */
      decides: shown,
      /**
       * Its leaves, through named conditions, each with the profiles that show what it alone does: the criterion is
       * true, false or unknown as the leaf is, and would not be if the leaf were otherwise (masking MC/DC, three-valued).
       */
      leaves: z.array(
        z.strictObject({
          at: z.array(z.union([z.string(), z.number()])),
          true: shown,
          false: shown,
          unknown: shown,
        }),
      ),
      /** Leaves shown both true and false (one of them, where the other cannot be), among all leaves; 1 without any. */
      mcdc: z.number().min(0).max(1),
    }),
  ),
  /** Every outcome and computed state of every decision, with the profiles that reach it. */
  outcomes: z.array(z.strictObject({ decision: idSchema, state: z.string(), profiles: shown })),
  boundaries: z.array(boundarySchema),
  /** The fewest profiles that show all that the whole set shows; `exact`: proved to be the fewest. */
  smallest: z.strictObject({ profiles: shown, exact: z.boolean() }),
});
export type CoverageReport = z.infer<typeof coverageReportSchema>;

export const hazardSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  /** What controls it: criteria and properties of the rule set. */
  controls: z.array(
    z.union([z.strictObject({ criterion: idSchema }), z.strictObject({ property: idSchema })]),
  ),
  /** The profiles that test its controls. */
  profiles: z.array(idSchema),
});
export const hazardsSchema = z.array(hazardSchema);
export type Hazard = z.infer<typeof hazardSchema>;

/** The least a program may ask of its scores before it releases, as shares of one. */
export const leastFloors = { mutants: 0.95, boundaries: 0.9 } as const;

/** What a program asks of its scores: seeded faults noticed by its profiles, sides of its tests where a profile stands. */
export const floorsSchema = z.strictObject({
  mutants: z.number().min(leastFloors.mutants).max(1),
  boundaries: z.number().min(leastFloors.boundaries).max(1),
});
export type Floors = z.infer<typeof floorsSchema>;

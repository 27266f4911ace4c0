// The rule set: one complete, self-contained document of a program, and its draft form.
import { z } from "zod";
import {
  conditionSchema,
  computedStates,
  draftConditionSchema,
  type Condition,
  type DraftCondition,
} from "./condition.ts";
import { dateSchema } from "./date.ts";
import { factSchemaOver } from "./fact.ts";
import { propertySchemaOver } from "./property.ts";
import { camelIdSchema, draftTextSchema, idSchema, plainText, textSchema } from "./text.ts";

export const tones = ["stop", "caution", "neutral", "go"] as const;
export type Tone = (typeof tones)[number];
export const origins = ["source", "inference", "beyond-source"] as const;
export type Origin = (typeof origins)[number];

const httpsUrl = z.url({ protocol: /^https$/ });

/** The newest `schemaVersion` of a rule set that this code reads. */
export const ruleSetSchemaVersion = 1;

function ruleSetSchemaOver<T extends typeof textSchema | typeof draftTextSchema, C extends z.ZodType>(
  text: T,
  when: C,
  condition: z.ZodType,
) {
  const refs = z.array(idSchema);
  const stateText = z.strictObject({ label: text, message: text });
  return z.strictObject({
    schemaVersion: z.literal(ruleSetSchemaVersion),
    program: idSchema,
    title: text,
    purpose: text,
    timeZone: plainText.regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/, { message: "not-a-time-zone" }),
    sources: z.array(
      z.strictObject({
        id: idSchema,
        title: text,
        edition: plainText.optional(),
        date: dateSchema.optional(),
        url: httpsUrl.optional(),
        statements: z.array(
          z.strictObject({
            id: idSchema,
            locator: plainText,
            text,
            modelled: z.union([z.literal(true), z.strictObject({ reason: text })]),
          }),
        ),
      }),
    ),
    parameters: z.array(
      z.strictObject({ id: camelIdSchema, label: text, value: z.number(), rationale: text, sources: refs }),
    ),
    facts: z.array(factSchemaOver(text)),
    conditions: z.array(z.strictObject({ id: idSchema, label: text, when: condition })),
    decisions: z.array(
      z.strictObject({
        id: idSchema,
        title: text,
        kind: z.enum(["one", "many"]),
        outcomes: z
          .array(
            z.strictObject({
              id: idSchema,
              label: text,
              short: text.optional(),
              message: text,
              tone: z.enum(tones),
              override: z.boolean(),
            }),
          )
          .min(1),
        otherwise: idSchema.optional(),
        withheldWhileSafetyUnknown: z.boolean().optional(),
        states: z.strictObject({ [computedStates[0]]: stateText, [computedStates[1]]: stateText }).optional(),
      }),
    ),
    criteria: z.array(
      z.strictObject({
        id: idSchema,
        title: text,
        when,
        then: z.strictObject({ decision: idSchema, outcome: idSchema }),
        rationale: text,
        sources: refs,
        origin: z.enum(origins),
        enabled: z.boolean(),
        shadowedOnPurpose: text.optional(),
      }),
    ),
    properties: z.array(propertySchemaOver(text)),
  });
}

/** A complete rule set: what can be released. Shape only; `parseRuleSet` adds types and references. */
export const ruleSetSchema = ruleSetSchemaOver(textSchema, conditionSchema, conditionSchema);
/** A rule set being written: texts may be empty, a condition absent or holed. */
export const draftRuleSetSchema = ruleSetSchemaOver(
  draftTextSchema,
  draftConditionSchema.optional(),
  draftConditionSchema,
);

type Inferred = z.infer<typeof ruleSetSchema>;
type CriterionShape = Omit<Inferred["criteria"][number], "when">;
type NamedConditionShape = Omit<Inferred["conditions"][number], "when">;
type Shape = Omit<Inferred, "criteria" | "conditions">;

export type NamedCondition = NamedConditionShape & { when: Condition };
export type Criterion = CriterionShape & { when: Condition };
export type RuleSet = Shape & { criteria: Criterion[]; conditions: NamedCondition[] };
export type DraftNamedCondition = NamedConditionShape & { when: DraftCondition };
export type DraftCriterion = CriterionShape & { when?: DraftCondition | undefined };
export type DraftRuleSet = Shape & { criteria: DraftCriterion[]; conditions: DraftNamedCondition[] };

export type Source = Inferred["sources"][number];
export type Statement = Source["statements"][number];
export type Parameter = Inferred["parameters"][number];
export type Decision = Inferred["decisions"][number];
export type Outcome = Decision["outcomes"][number];

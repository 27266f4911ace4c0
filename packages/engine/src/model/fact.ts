// Facts: the typed pieces of information a rule set speaks about.
import { z } from "zod";
import { dayNumber, validForSchema } from "./date.ts";
import { camelIdSchema, idSchema, plainText, textSchema, draftTextSchema } from "./text.ts";

export const factTypes = ["boolean", "integer", "decimal", "date", "enum", "set"] as const;
export type FactType = (typeof factTypes)[number];

/** A known value of a fact: a date is a string, a set the list of its members. */
export type Value = boolean | number | string | readonly string[];

export const valueSchema = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);

const refSchema = idSchema;

/** The shape of a fact over a kind of text (filled in a rule set, possibly empty in a draft). */
export function factSchemaOver<T extends typeof textSchema | typeof draftTextSchema>(text: T) {
  return z.strictObject({
    id: camelIdSchema,
    label: text,
    question: text,
    help: text.optional(),
    type: z.enum(factTypes),
    values: z
      .array(z.strictObject({ id: idSchema, label: text, retired: z.boolean().optional() }))
      .min(1)
      .optional(),
    range: z.strictObject({ min: z.number(), max: z.number() }).optional(),
    scale: z.int().min(0).max(6).optional(),
    unit: plainText.optional(),
    whenUnknown: z.union([z.literal("block"), z.literal("ignore"), z.strictObject({ assume: valueSchema })]),
    safety: z.boolean(),
    validFor: validForSchema.optional(),
    code: z.strictObject({ system: plainText, code: plainText }).optional(),
    sources: z.array(refSchema),
    derive: z.strictObject({ sum: z.array(camelIdSchema).min(2) }).optional(),
  });
}

export const factSchema = factSchemaOver(textSchema);
export const draftFactSchema = factSchemaOver(draftTextSchema);
export type Fact = z.infer<typeof draftFactSchema>;

/** Whether `value` is a value of the fact's type, members and range: nothing is ever coerced. */
export function isValueOf(fact: Fact, value: unknown): value is Value {
  switch (fact.type) {
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return isWholeNumber(value) && inRange(fact, value);
    case "decimal":
      return isFiniteNumber(value) && hasScale(value, fact.scale ?? 0) && inRange(fact, value);
    case "date":
      return typeof value === "string" && dayNumber(value) !== undefined;
    case "enum":
      return isMember(fact, value);
    case "set":
      // Spread, so that a hole in a list is looked at too: it is no member.
      return (
        Array.isArray(value) &&
        [...(value as readonly unknown[])].every((m) => isMember(fact, m)) &&
        new Set(value).size === value.length
      );
    default:
      return fact.type satisfies never;
  }
}

/** Whether `member` is one of an enum's or set's values, retired ones included. */
export function isMember(fact: Fact, member: unknown): member is string {
  return fact.values?.some((v) => v.id === member) ?? false;
}

// Both are false of whatever is no number; their own types say nothing of what they are true of.
const isWholeNumber = (value: unknown): value is number => Number.isSafeInteger(value);
const isFiniteNumber = (value: unknown): value is number => Number.isFinite(value);

function inRange(fact: Fact, value: number): boolean {
  return fact.range === undefined || (value >= fact.range.min && value <= fact.range.max);
}

function hasScale(value: number, scale: number): boolean {
  return Number(value.toFixed(scale)) === value;
}

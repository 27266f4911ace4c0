// FHIR R4 resources as far as they are read here: Observations and QuestionnaireResponses, strictly in what is used of
// them, blind to everything else they carry. Other resources are passed over.
import { parseShape, type Diagnostic, type Path } from "@jumelage/engine";
import { z } from "zod";

const codingSchema = z.looseObject({
  system: z.string().optional(),
  code: z.string().optional(),
  extension: z.array(z.looseObject({ url: z.string(), valueDecimal: z.number().optional() })).optional(),
});
export type Coding = z.infer<typeof codingSchema>;
const conceptSchema = z.looseObject({ coding: z.array(codingSchema).optional() });
const quantitySchema = z.looseObject({ value: z.number().optional(), comparator: z.string().optional() });
const referenceSchema = z.looseObject({ reference: z.string().optional() });

/** A date, or a moment; a year or a month alone are less than a date. */
const dateTimeSchema = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/,
    { message: "not-a-date-time" },
  );

const valueMembers = {
  valueBoolean: z.boolean().optional(),
  valueInteger: z.number().optional(),
  valueDecimal: z.number().optional(),
  valueDate: z.string().optional(),
  valueCoding: codingSchema.optional(),
  valueQuantity: quantitySchema.optional(),
  valueCodeableConcept: conceptSchema.optional(),
};
const valueSchema = z.looseObject(valueMembers);
export type Valued = z.infer<typeof valueSchema>;

const observationSchema = z.looseObject({
  resourceType: z.literal("Observation"),
  status: z.string(),
  code: conceptSchema,
  subject: referenceSchema.optional(),
  effectiveDateTime: dateTimeSchema.optional(),
  effectiveInstant: dateTimeSchema.optional(),
  effectivePeriod: z.looseObject({ end: dateTimeSchema.optional() }).optional(),
  dataAbsentReason: conceptSchema.optional(),
  ...valueMembers,
  component: z
    .array(
      z.looseObject({ code: conceptSchema, dataAbsentReason: conceptSchema.optional(), ...valueMembers }),
    )
    .optional(),
});
export type Observation = z.infer<typeof observationSchema>;

const itemSchema = z.looseObject({
  linkId: z.string(),
  answer: z.array(valueSchema.extend({ item: z.array(z.unknown()).optional() })).optional(),
  item: z.array(z.unknown()).optional(),
});
const responseSchema = z.looseObject({
  resourceType: z.literal("QuestionnaireResponse"),
  status: z.string(),
  questionnaire: z.string().optional(),
  subject: referenceSchema.optional(),
  authored: dateTimeSchema.optional(),
  item: z.array(z.unknown()).optional(),
});

/** One question of a response, wherever it stood, with its answers; none: it was not answered. */
export interface AnsweredItem {
  readonly linkId: string;
  readonly answers: readonly Valued[];
}
export interface QuestionnaireResponse {
  readonly status: string;
  readonly questionnaire: string | undefined;
  readonly subject: { readonly reference?: string | undefined } | undefined;
  readonly authored: string | undefined;
  readonly items: readonly AnsweredItem[];
}

const bundleSchema = z.looseObject({
  resourceType: z.literal("Bundle"),
  entry: z.array(z.looseObject({ resource: z.unknown().optional() })).optional(),
});
const anySchema = z.looseObject({ resourceType: z.string() });

export interface Resources {
  readonly observations: readonly Observation[];
  readonly responses: readonly QuestionnaireResponse[];
  /** What could not be read, by its place. One is enough for the whole to be refused. */
  readonly problems: readonly Diagnostic[];
}

/** Groups within groups, and questions within answers: as deep as a form can reasonably be. */
const deepest = 16;

/** The resources of a prefetch: under each key nothing (`null`), one resource, or a bundle of them. */
export function readResources(prefetch: Readonly<Record<string, unknown>>): Resources {
  const observations: Observation[] = [];
  const responses: QuestionnaireResponse[] = [];
  const problems: Diagnostic[] = [];
  const shaped = <T>(schema: z.ZodType<T>, json: unknown, at: Path): T | undefined => {
    const parsed = parseShape<T>(schema, json);
    if (parsed.ok) return parsed.value;
    problems.push(...parsed.diagnostics.map((d) => ({ ...d, at: [...at, ...d.at] })));
    return undefined;
  };

  const itemsOf = (items: readonly unknown[], at: Path, depth: number): readonly AnsweredItem[] => {
    if (depth > deepest) {
      problems.push({ code: "too-deep", severity: "error", at, params: { limit: deepest } });
      return [];
    }
    return items.flatMap((json, index) => {
      const place = [...at, index];
      const item = shaped(itemSchema, json, place);
      if (!item) return [];
      const answers = item.answer ?? [];
      return [
        { linkId: item.linkId, answers },
        ...itemsOf(item.item ?? [], [...place, "item"], depth + 1),
        ...answers.flatMap((a, i) => itemsOf(a.item ?? [], [...place, "answer", i, "item"], depth + 1)),
      ];
    });
  };

  const take = (json: unknown, at: Path): void => {
    const kind = shaped(anySchema, json, at)?.resourceType;
    if (kind === "Observation") {
      const observation = shaped(observationSchema, json, at);
      if (observation) observations.push(observation);
    } else if (kind === "QuestionnaireResponse") {
      const response = shaped(responseSchema, json, at);
      if (response) {
        const { status, questionnaire, subject, authored, item = [] } = response;
        const items = itemsOf(item, [...at, "item"], 1);
        responses.push({ status, questionnaire, subject, authored, items });
      }
    }
  };

  for (const [key, value] of Object.entries(prefetch)) {
    if (value === null) continue;
    const at = ["prefetch", key];
    if (anySchema.safeParse(value).data?.resourceType !== "Bundle") {
      take(value, at);
      continue;
    }
    (shaped(bundleSchema, value, at)?.entry ?? []).forEach((entry, index) => {
      if (entry.resource !== undefined) take(entry.resource, [...at, "entry", index, "resource"]);
    });
  }
  return { observations, responses, problems };
}

/** Where a resource is about another patient than the one asked about; a reference that names none says nothing. */
export function aboutAnother(resources: Resources, patient: string): boolean {
  return [...resources.observations, ...resources.responses].some(({ subject }) => {
    const named = /(?:^|\/)Patient\/([A-Za-z0-9.-]+)(?:\/_history\/[A-Za-z0-9.-]+)?$/.exec(
      subject?.reference ?? "",
    )?.[1];
    return named !== undefined && named !== patient;
  });
}

// FHIR R4 resources as far as they are read here: Observations and QuestionnaireResponses, strictly in what is used of
// them, blind to everything else they carry. Other resources are passed over.
import { parseShape, type Diagnostic, type Path } from "@jumelage/engine";
import { z } from "zod";

const extensionsSchema = z.array(
  z.looseObject({
    url: z.string(),
    valueDecimal: z.number().optional(),
    valueCode: z.string().optional(),
  }),
);
const codingSchema = z.looseObject({
  system: z.string().optional(),
  code: z.string().optional(),
  extension: extensionsSchema.optional(),
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

/** What stands beside a value of JSON: why it is absent, say. */
const besideSchema = z.looseObject({ extension: extensionsSchema.optional() }).optional();
const answerSchema = valueSchema.extend({
  extension: extensionsSchema.optional(),
  _valueBoolean: besideSchema,
  _valueInteger: besideSchema,
  _valueDecimal: besideSchema,
  _valueDate: besideSchema,
  _valueCoding: besideSchema,
  item: z.array(z.unknown()).optional(),
});
const itemSchema = z.looseObject({
  linkId: z.string(),
  extension: extensionsSchema.optional(),
  answer: z.array(answerSchema).optional(),
  item: z.array(z.unknown()).optional(),
});
type Item = z.infer<typeof itemSchema>;
const responseSchema = z.looseObject({
  resourceType: z.literal("QuestionnaireResponse"),
  status: z.string(),
  questionnaire: z.string().optional(),
  subject: referenceSchema.optional(),
  authored: dateTimeSchema.optional(),
  item: z.array(z.unknown()).optional(),
});

/** One question of a response, wherever it stood, with its answers, or why it has none that can be used. */
export interface AnsweredItem {
  readonly linkId: string;
  readonly answers: readonly Valued[];
  /** A code of FHIR's reasons for absent data. */
  readonly absent?: string;
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
/** How FHIR says why there is no value: beside it, or in its place. */
const absentReasons = {
  extension: "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
  system: "http://terminology.hl7.org/CodeSystem/data-absent-reason",
} as const;

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
      const absent = absenceIn(item);
      return [
        { linkId: item.linkId, answers, ...(absent === undefined ? {} : { absent }) },
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

/** Why a question has no answer that can be used: as the form says it, or because none stands there. */
function absenceIn(item: Item): string | undefined {
  const answers = item.answer ?? [];
  if (answers.length === 0 && (item.item ?? []).length > 0) return undefined;
  const reasons = answers.flatMap((answer) => reasonIn(answer) ?? []);
  const said = reasonAmong(item.extension) ?? (answers.length === 1 ? reasons[0] : undefined);
  return said ?? (answers.length === 0 || reasons.length > 0 ? "unknown" : undefined);
}

function reasonIn(answer: z.infer<typeof answerSchema>): string | undefined {
  const { valueCoding, _valueBoolean, _valueInteger, _valueDecimal, _valueDate, _valueCoding } = answer;
  if (valueCoding?.system === absentReasons.system) return valueCoding.code ?? "unknown";
  return [answer, _valueBoolean, _valueInteger, _valueDecimal, _valueDate, _valueCoding]
    .map((element) => reasonAmong(element?.extension))
    .find((reason) => reason !== undefined);
}

function reasonAmong(extensions: z.infer<typeof extensionsSchema> = []): string | undefined {
  const found = extensions.find(({ url }) => url === absentReasons.extension);
  return found && (found.valueCode ?? "unknown");
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

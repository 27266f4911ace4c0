// Requests and responses about programs.
import { floorsSchema, hardExpiryHoursSchema, reviewMonthsSchema, smallCellSchema } from "@jumelage/engine";
import { z } from "zod";
import {
  holderSchema,
  instantSchema,
  keySchema,
  programIdSchema,
  releaseNumberSchema,
  textOutSchema,
} from "../../shapes.ts";
import { channelSchema } from "../channels/channels.schemas.ts";
import { draftSummarySchema } from "../drafts/drafts.schemas.ts";
import { releaseSummarySchema } from "../releases/releases.schemas.ts";

export const programListItemSchema = z.strictObject({
  program: programIdSchema,
  title: textOutSchema,
  release: z.strictObject({ number: releaseNumberSchema, createdAt: instantSchema }).nullable(),
  draft: draftSummarySchema.nullable(),
  roles: z.array(holderSchema),
});
export type ProgramListItem = z.infer<typeof programListItemSchema>;

export const programSchema = z.strictObject({
  program: programIdSchema,
  title: textOutSchema,
  approvalsNeeded: z.int().min(0),
  /** What it asks of its scores before a version can be published. */
  floors: floorsSchema,
  /** Fewer persons of a cohort than this are not counted in sight. */
  smallCell: smallCellSchema,
  /** How long after it was issued a pointer ends for good, and a release is due to be looked at; null: never. */
  hardExpiryHours: hardExpiryHoursSchema.nullable(),
  reviewMonths: reviewMonthsSchema.nullable(),
  owners: z.array(z.string()),
  channels: z.array(channelSchema),
  /** The release in force on `production`. */
  current: releaseSummarySchema.nullable(),
  recent: z.array(releaseSummarySchema),
  consumers: z.array(
    z.strictObject({
      id: keySchema,
      name: z.string(),
      lastSeenAt: instantSchema.nullable(),
      /** The release this consumer fetched last. */
      release: releaseNumberSchema.nullable(),
    }),
  ),
  draft: draftSummarySchema.nullable(),
  roles: z.array(holderSchema),
});
export type Program = z.infer<typeof programSchema>;

export const getProgramSchema = z.strictObject({ program: programIdSchema });

/** Never less than the least that any program asks (`leastFloors`). */
export const setFloorsSchema = z.strictObject({ program: programIdSchema, floors: floorsSchema });
export type SetFloors = z.infer<typeof setFloorsSchema>;

/** Never less than the least that any program may choose (`leastSmallCell`). */
export const setSmallCellSchema = z.strictObject({ program: programIdSchema, smallCell: smallCellSchema });
export type SetSmallCell = z.infer<typeof setSmallCellSchema>;

export const setTermsSchema = z.strictObject({
  program: programIdSchema,
  hardExpiryHours: hardExpiryHoursSchema.nullable(),
  reviewMonths: reviewMonthsSchema.nullable(),
});
export type SetTerms = z.infer<typeof setTermsSchema>;

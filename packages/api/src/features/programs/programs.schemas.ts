// Requests and responses about programs.
import {
  floorsSchema,
  hardExpiryHoursSchema,
  releaseBytesLimit,
  reviewMonthsSchema,
  smallCellSchema,
  textSchema,
  type PublicJwk,
} from "@jumelage/engine";
import { z } from "zod";
import {
  draftRuleSetDocument,
  hazardsDocument,
  holderSchema,
  instantSchema,
  keySchema,
  profilesDocument,
  programIdSchema,
  releaseNumberSchema,
  roleSchema,
  textOutSchema,
} from "../../shapes.ts";
import { channelSchema } from "../channels/channels.schemas.ts";
import { draftNameSchema, draftSummarySchema } from "../drafts/drafts.schemas.ts";
import { releaseSummarySchema } from "../releases/releases.schemas.ts";

export const programListItemSchema = z.strictObject({
  program: programIdSchema,
  title: textOutSchema,
  release: z.strictObject({ number: releaseNumberSchema, createdAt: instantSchema }).nullable(),
  /** Those that are open, the ones started first first. */
  drafts: z.array(draftSummarySchema),
  roles: z.array(holderSchema),
  /** Since when it is out of service, for good or until it is taken up again. */
  archivedAt: instantSchema.nullable(),
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
      /** What it was given and says of itself, by channel. */
      channels: z.array(
        z.strictObject({
          channel: z.string(),
          /** The version it was last given there, and when; null where it only spoke of the channel. */
          release: releaseNumberSchema.nullable(),
          at: instantSchema.nullable(),
          /** The facts it says it sends; null where it has not said. */
          sends: z.array(z.string()).nullable(),
        }),
      ),
      /** How often it says that a recommendation was not followed, by reason. */
      overrides: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
    }),
  ),
  drafts: z.array(draftSummarySchema),
  roles: z.array(holderSchema),
  archivedAt: instantSchema.nullable(),
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
/** The public half of an Ed25519 key (RFC 8037); other members are ignored. */
const publicJwkSchema: z.ZodType<PublicJwk> = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  kid: z.string().max(200).optional(),
});

/** Where the first draft of a new program comes from. */
const beginningSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("nothing") }),
  /** What another program has in force, or its oldest draft when it was never released. */
  z.strictObject({ kind: z.literal("program"), program: programIdSchema }),
  z.strictObject({
    kind: z.literal("documents"),
    ruleSet: draftRuleSetDocument,
    profiles: profilesDocument.optional(),
    hazards: hazardsDocument.optional(),
  }),
  z.strictObject({
    kind: z.literal("release"),
    /** The signed release, as it was fetched. */
    envelope: z.string().max(releaseBytesLimit),
    /** The program it is a release of, where it was made. */
    program: programIdSchema,
    /** The keys of the installation that signed it, where that is another. */
    keys: z.array(publicJwkSchema).max(20).optional(),
  }),
]);

export const createProgramSchema = z.strictObject({
  program: programIdSchema,
  title: textSchema,
  from: beginningSchema,
  /** What its authors will call its first draft; without it, it is called after whoever makes the program. */
  draftName: draftNameSchema.optional(),
  /** Who may do what in it from the start. */
  people: z.array(z.strictObject({ id: keySchema, role: roleSchema })).max(200),
});
export type CreateProgram = z.infer<typeof createProgramSchema>;

export const renameProgramSchema = z.strictObject({ program: programIdSchema, title: textSchema });
export type RenameProgram = z.infer<typeof renameProgramSchema>;

// Requests and responses about channels: where each points, how it came there, and moving it.
import { dateSchema, idSchema } from "@jumelage/engine";
import { z } from "zod";
import {
  instantSchema,
  keySchema,
  noteSchema,
  programIdSchema,
  releaseNumberSchema,
  sha256Schema,
} from "../../shapes.ts";

/** The channels of a program, the one people try things on first. */
export const channelNames = ["preview", "production"] as const;
export const channelNameSchema = z.enum(channelNames);
export type ChannelName = z.infer<typeof channelNameSchema>;

export const channelSchema = z.strictObject({
  channel: idSchema,
  sequence: z.int().min(1),
  release: releaseNumberSchema,
  sha256: sha256Schema,
  issuedAt: instantSchema,
  expires: instantSchema,
  /** Since when it answers nobody; null while it answers. */
  suspendedSince: instantSchema.nullable(),
});
export type Channel = z.infer<typeof channelSchema>;

export const moveReasonSchema = z.enum([
  "publish",
  "promote",
  "roll-back",
  "suspend",
  "lift",
  "renew",
  "restore",
]);

/** One pointer of a channel's past. `reason` and `message` are null for those of before they were kept. */
export const moveSchema = z.strictObject({
  sequence: z.int().min(1),
  release: releaseNumberSchema,
  at: instantSchema,
  by: z.string(),
  reason: moveReasonSchema.nullable(),
  message: noteSchema.nullable(),
  suspendedSince: instantSchema.nullable(),
});
export type ChannelMove = z.infer<typeof moveSchema>;

export const channelHistorySchema = z.strictObject({ program: programIdSchema, channel: channelNameSchema });

const why = noteSchema.refine((s) => s.trim() !== "", { message: "empty-text" });
/** Where the caller saw the channel: 0 for one that does not exist yet. */
const seen = z.int().min(0);

/** Promoting: the apps that lack something of the release, and that the caller answers for. */
const answersForSchema = z.array(keySchema).max(1000);

export const moveChannelSchema = z.strictObject({
  program: programIdSchema,
  channel: channelNameSchema,
  release: releaseNumberSchema,
  expectedSequence: seen,
  message: why,
  answersFor: answersForSchema.optional(),
});
export type MoveChannel = z.infer<typeof moveChannelSchema>;

/** A draft published as it was approved, or a channel pointed at a release. */
export const intentionSchema = z.union([
  z.strictObject({ draft: keySchema, hash: sha256Schema, reviewBy: dateSchema.optional() }),
  z.strictObject({ release: releaseNumberSchema, answersFor: answersForSchema.optional() }),
]);

export const scheduleSchema = z.strictObject({
  id: keySchema,
  channel: idSchema,
  what: intentionSchema,
  /** The draft that is to be published, as it is now; null where a release is meant. */
  draft: z
    .strictObject({
      name: z.string(),
      /** Whether it can still be published as it was approved then. */
      stands: z.boolean(),
    })
    .nullable(),
  message: noteSchema,
  due: instantSchema,
  state: z.enum(["waiting", "done", "failed", "cancelled"]),
  /** Of a failure, the refusal as data: `code`, and the gates that refused it. */
  outcome: z.record(z.string(), z.unknown()).nullable(),
  createdAt: instantSchema,
  createdBy: z.string(),
  endedAt: instantSchema.nullable(),
});
export type Schedule = z.infer<typeof scheduleSchema>;

export const listSchedulesSchema = z.strictObject({ program: programIdSchema });

export const addScheduleSchema = z.strictObject({
  program: programIdSchema,
  channel: channelNameSchema,
  what: intentionSchema,
  due: instantSchema,
  message: why,
});
export type AddSchedule = z.infer<typeof addScheduleSchema>;

export const cancelScheduleSchema = z.strictObject({ program: programIdSchema, schedule: keySchema });

export const suspendChannelSchema = moveChannelSchema.omit({ release: true, answersFor: true });
export type SuspendChannel = z.infer<typeof suspendChannelSchema>;

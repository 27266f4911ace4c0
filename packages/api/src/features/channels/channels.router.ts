// The console's doors to channels.
import { z } from "zod";
import { procedureFor, router } from "../../trpc.ts";
import { historyOf, liftChannel, moveChannel, suspendChannel } from "./channels.ts";
import { schedule, schedulesOf, unschedule } from "./schedules.ts";
import {
  addScheduleSchema,
  cancelScheduleSchema,
  channelHistorySchema,
  channelSchema,
  moveChannelSchema,
  moveSchema,
  listSchedulesSchema,
  scheduleSchema,
  suspendChannelSchema,
} from "./channels.schemas.ts";

export const channelsRouter = router({
  history: procedureFor("program.read", channelHistorySchema)
    .output(z.array(moveSchema))
    .query(({ ctx, input }) => historyOf(input, ctx.deps)),

  move: procedureFor("channel.move", moveChannelSchema)
    .output(channelSchema)
    .mutation(({ ctx, input }) => moveChannel(input, ctx.person.id, ctx.deps)),

  suspend: procedureFor("channel.suspend", suspendChannelSchema)
    .output(channelSchema)
    .mutation(({ ctx, input }) => suspendChannel(input, ctx.person.id, ctx.deps)),

  schedules: procedureFor("program.read", listSchedulesSchema)
    .output(z.array(scheduleSchema))
    .query(({ ctx, input }) => schedulesOf(input.program, ctx.deps)),

  schedule: procedureFor("channel.schedule", addScheduleSchema)
    .output(scheduleSchema)
    .mutation(({ ctx, input }) => schedule(input, ctx.person.id, ctx.deps)),

  unschedule: procedureFor("channel.schedule", cancelScheduleSchema)
    .output(scheduleSchema)
    .mutation(({ ctx, input }) => unschedule(input, ctx.person.id, ctx.deps)),

  lift: procedureFor("channel.suspend", suspendChannelSchema)
    .output(channelSchema)
    .mutation(({ ctx, input }) => liftChannel(input, ctx.person.id, ctx.deps)),
});

// Apps that follow a channel, by what they say of themselves: which facts they send, never a value.
import { z } from "zod";
import { idSchema, plainText } from "./text.ts";

export const consumersInUseSchema = z.array(
  z.strictObject({
    consumer: plainText,
    name: plainText,
    /** Null for an app that has never said anything of itself. */
    channel: idSchema.nullable(),
    /** The ids of the facts it sends; null while it has not said. */
    sends: z.array(idSchema).nullable(),
  }),
);
export type ConsumerSaid = z.infer<typeof consumersInUseSchema>[number];

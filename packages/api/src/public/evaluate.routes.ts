// Routes that evaluate: a person's facts in, the answer of a release out. What is sent is used for the answer and
// kept nowhere.
import { certainSchema, dateSchema, resultSchema, sha256Schema } from "@jumelage/engine";
import { z } from "zod";
import { instantSchema } from "../shapes.ts";
import { answerFor, targetOnChannel, targetOnRelease, type Target } from "./answer-for.ts";
import { evaluateBodySchema, readEvaluateBody, type EvaluateBody } from "./evaluate-body.ts";
import { channelParams, releaseParams } from "./programs.routes.ts";
import {
  nothing,
  route,
  whenKnown,
  type HandlerContext,
  type PublicAnswer,
  type PublicRoute,
} from "./route.ts";

export const answerSchema = z.strictObject({
  release: z.int(),
  sha256: sha256Schema,
  sequence: z.int().optional(),
  /** The day by which the release is due to be looked at again, and whether that day has passed. */
  reviewBy: dateSchema.optional(),
  overdue: z.literal(true).optional(),
  /** Since when the channel is suspended: the result concludes nothing, whatever was sent. */
  suspended: instantSchema.optional(),
  /** The date the answer is for. */
  at: z.string(),
  result: resultSchema.extend({ trace: z.array(z.unknown()).optional() }),
  /** Per `one` decision, what every completion of the person would answer; where the release carries its diagram. */
  certain: z.record(z.string(), certainSchema).optional(),
  /** Facts that another release of the program declares and this one does not: left aside. */
  ignored: z.array(z.string()).optional(),
  explanation: z.unknown().optional(),
});

const common = {
  method: "POST",
  access: "consumer",
  query: nothing,
  body: evaluateBodySchema,
  readBody: readEvaluateBody,
  answer: answerSchema,
} as const;

const onChannel = route({
  ...common,
  path: "/v1/programs/{program}/channels/{channel}/evaluate",
  operation: "evaluateOnChannel",
  summary: {
    fr: "Évalue les renseignements d’une personne avec la version en vigueur sur un canal.",
    en: "Evaluates a person’s facts with the release in force on a channel.",
  },
  params: channelParams,
  handler: ({ params, body }, context) => answerBy(targetOnChannel(params, context), body, context),
});

const onRelease = route({
  ...common,
  path: "/v1/programs/{program}/releases/{number}/evaluate",
  operation: "evaluateOnRelease",
  summary: {
    fr: "Évalue les renseignements d’une personne avec une version donnée.",
    en: "Evaluates a person’s facts with a given release.",
  },
  params: releaseParams,
  handler: ({ params, body }, context) => answerBy(targetOnRelease(params, context), body, context),
});

export const evaluateRoutes: readonly PublicRoute[] = [onChannel, onRelease];

const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" } as const;

function answerBy(
  found: Target | Promise<Target>,
  body: EvaluateBody,
  context: HandlerContext,
): PublicAnswer | Promise<PublicAnswer> {
  return whenKnown(found, (target) =>
    whenKnown(answerFor(body, target, context), (text) => ({ status: 200, headers, body: text })),
  );
}

// Evaluations that come with a decision receipt: the answer of `…/evaluate`, and beside it the signed word that these
// facts gave it. A route of its own, so that an evaluation never waits for a signature nobody asked for.
import type { z } from "zod";
import type { EvaluateBody } from "./evaluate-body.ts";
import { answerSchema, evaluateRoutes } from "./evaluate.routes.ts";
import { receiptAnswerSchema, receiptFor } from "./receipt.ts";
import type { HandlerInput, PublicRoute } from "./route.ts";

type Answered = z.infer<typeof answerSchema>;

export const receiptRoutes: readonly PublicRoute[] = evaluateRoutes.map((evaluating) => ({
  ...evaluating,
  path: evaluating.path.replace(/evaluate$/, "receipts"),
  operation: evaluating.operation.replace(/^evaluate/, "receipt"),
  summary: {
    fr: `${evaluating.summary.fr.replace(/\.$/, "")}, avec un reçu signé.`,
    en: `${evaluating.summary.en.replace(/\.$/, "")}, with a signed receipt.`,
  },
  answer: answerSchema.extend({ receipt: receiptAnswerSchema }),
  async handler(input: HandlerInput<{ readonly program: string }, unknown, EvaluateBody>, context) {
    const evaluated = await evaluating.handler(input as never, context);
    const text = evaluated.body;
    if (typeof text !== "string") throw new TypeError("an evaluation answers with a text");
    const { release, sha256, sequence, at, ignored, suspended, result } = JSON.parse(text) as Answered;
    const { trace: _trace, ...answer } = result;
    const receipt = await receiptFor(
      {
        program: input.params.program,
        release,
        sha256,
        ...(sequence === undefined ? {} : { sequence }),
        at,
        ...(ignored === undefined ? {} : { ignored }),
        ...(suspended === undefined ? {} : { suspended }),
        facts: input.body.facts,
        result: answer,
      },
      context.deps,
    );
    return { ...evaluated, body: `${text.slice(0, -1)},"receipt":${JSON.stringify(receipt)}}` };
  },
}));

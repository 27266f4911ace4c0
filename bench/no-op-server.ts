// The server itself, with two more routes that read a JSON body and do nothing with it: one bare, one mounted as the
// public routes are, with the consumer's key looked up and an answer of a given size. A process of its own, that tells
// whoever started it where it listens and how much CPU time it has used.
import { createPublicState, type PublicRoute } from "@jumelage/api";
import { z } from "zod";
import { readEnv } from "../apps/server/src/env.ts";
import { mountPublicApi } from "../apps/server/src/http/public.ts";
import { startServer } from "../apps/server/src/start-server.ts";

const answers = new Map<string, string>();

/** A JSON document of that many bytes. */
function answerOf(bytes: string): string {
  let answer = answers.get(bytes);
  if (answer === undefined) {
    answer = `{"filler":"${"-".repeat(Number(bytes) - '{"filler":""}'.length)}"}`;
    answers.set(bytes, answer);
  }
  return answer;
}

const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

const noOp: PublicRoute = {
  method: "POST",
  path: "/bench/no-op/{bytes}",
  operation: "noOp",
  summary: { fr: "Ne fait rien.", en: "Does nothing." },
  access: "consumer",
  params: z.strictObject({ bytes: z.string() }),
  query: z.strictObject({}),
  answer: z.unknown(),
  handler: ({ params }) => ({
    status: 200,
    headers,
    body: answerOf((params as { readonly bytes: string }).bytes),
  }),
};

const server = await startServer(readEnv(process.env), {
  mount: (app, deps) => {
    app.post("/bench/no-op", (request, reply) =>
      reply.send({ received: typeof request.body === "object" && request.body !== null }),
    );
    mountPublicApi(app, { deps, state: createPublicState(deps) }, [noOp]);
  },
});
process.on("message", () => process.send?.({ cpu: process.cpuUsage() }));
process.once("disconnect", () => void server.close().then(() => process.exit(0)));
process.send?.({ url: server.url });

// CDS Hooks 2.0 under /cds-services, for clinical systems that show cards beside a patient's record.
import { serveCds, type CdsRequest, type Deps, type PublicState } from "@jumelage/api";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { send, sendProblem } from "./public.ts";

export interface CdsOptions {
  readonly deps: Deps;
  readonly state: PublicState;
  /** Where the server is reached; absent: what the request itself names (demo on loopback). */
  readonly publicUrl: string | undefined;
}

/** Mounts discovery and services. */
export function mountCds(app: FastifyInstance, { deps, state, publicUrl }: CdsOptions): void {
  // Tokens cannot be guessed; whoever tries is not answered as fast as they ask.
  const guesses = app.createRateLimit({ max: 120, timeWindow: "1 minute" });
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Pick<CdsRequest, "service" | "body">,
  ): Promise<FastifyReply> => {
    const answered = await serveCds(
      {
        ...asked,
        authorization: request.headers.authorization,
        acceptLanguage: request.headers["accept-language"],
        requestId: request.id,
        baseUrl: publicUrl ?? `${request.protocol}://${request.host}`,
      },
      { deps, state },
    );
    if (answered.status === 401) {
      const limit = await guesses(request);
      if (!limit.isAllowed && limit.isExceeded) {
        reply.header("retry-after", limit.ttlInSeconds);
        return sendProblem(request, reply, "rate-limited");
      }
    }
    return send(reply, answered);
  };
  app.get("/cds-services", (request, reply) => answer(request, reply, {}));
  app.post<{ Params: { service: string } }>("/cds-services/:service", (request, reply) =>
    answer(request, reply, { service: request.params.service, body: request.body }),
  );
}

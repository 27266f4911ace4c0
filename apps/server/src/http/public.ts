// The public API under /v1: mounts the routes that `@jumelage/api` declares as data, and their OpenAPI document.
import {
  problemAnswer,
  publicRoutes,
  languageOf,
  servePublic,
  type Deps,
  type ProblemCode,
  type PublicAnswer,
  type PublicRoute,
  type PublicState,
} from "@jumelage/api";
import swagger from "@fastify/swagger";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";

/** Declares the OpenAPI document; before any route is mounted. */
export async function declareOpenApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Jumelage",
        version,
        description:
          "Versions publiées des programmes, et évaluation des renseignements d’une personne. / Releases of the programs, and evaluation of a person’s facts.",
      },
      components: { securitySchemes: { consumerKey: { type: "http", scheme: "bearer" } } },
    },
    hideUntagged: true,
    transform: jsonSchemaTransform,
  });
}

/** Mounts public routes. */
export function mountPublicApi(
  app: FastifyInstance,
  { deps, state }: { readonly deps: Deps; readonly state: PublicState },
  routes = publicRoutes,
): void {
  // Keys cannot be guessed; whoever tries is not answered as fast as they ask.
  const guesses = app.createRateLimit({ max: 120, timeWindow: "1 minute" });
  const sendUnlessGuessing = async (
    coming: PublicAnswer | Promise<PublicAnswer>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const answer = await coming;
    if (answer.status === 401) {
      const limit = await guesses(request);
      if (!limit.isAllowed && limit.isExceeded) {
        reply.header("retry-after", limit.ttlInSeconds);
        return sendProblem(request, reply, "rate-limited");
      }
    }
    return send(reply, answer);
  };
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path.replaceAll(/\{(\w+)\}/g, ":$1"),
      schema: schemaOf(route),
      // The route reads its own input and writes its own answer: the schemas here are for the document only.
      validatorCompiler: () => () => true,
      serializerCompiler: () => (data) => JSON.stringify(data),
      handler: (request, reply) => {
        const answer = servePublic(
          route,
          {
            params: request.params,
            query: request.query,
            body: request.body,
            authorization: request.headers.authorization,
            ifNoneMatch: request.headers["if-none-match"],
            acceptLanguage: request.headers["accept-language"],
            requestId: request.id,
          },
          { deps, state },
        );
        // What is at hand goes out at once, as most evaluations do.
        if (!(answer instanceof Promise) && answer.status !== 401) return send(reply, answer);
        return sendUnlessGuessing(answer, request, reply);
      },
    });
  }
}

function schemaOf(route: PublicRoute) {
  return {
    operationId: route.operation,
    summary: `${route.summary.fr} / ${route.summary.en}`,
    tags: ["v1"],
    ...(route.access === "consumer" ? { security: [{ consumerKey: [] }] } : {}),
    ...(route.path.includes("{") ? { params: route.params } : {}),
    ...(route.query === undefined ? {} : { querystring: route.query }),
    ...(route.body === undefined ? {} : { body: route.body }),
    response: { 200: route.answer },
  };
}

/** Sends a framework-neutral answer. */
export function send(reply: FastifyReply, answer: PublicAnswer): FastifyReply {
  return reply
    .code(answer.status)
    .headers(answer.headers)
    .send(answer.body ?? "");
}

/** Sends a problem for what went wrong outside the routes (body parsing, unknown address). */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, code: ProblemCode): FastifyReply {
  return send(
    reply,
    problemAnswer(code, { requestId: request.id, lang: languageOf(request.headers["accept-language"]) }),
  );
}

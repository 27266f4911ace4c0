// The public API under /v1: mounts the routes that `@jumelage/api` declares as data, and their OpenAPI document.
import { Readable } from "node:stream";
import {
  problemAnswer,
  publicRoutes,
  languageOf,
  preflightHeaders,
  problemSchema,
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
import type { ZodType } from "zod";

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
  app.addHook("preClose", (done) => {
    state.watch.end();
    done();
  });
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
  const mount = (scope: FastifyInstance, route: PublicRoute): void => {
    scope.route({
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
            origin: request.headers.origin,
            lastEventId: headerOf(request, "last-event-id"),
            requestId: request.id,
            whenClosed: (listener) =>
              reply.raw.closed ? listener() : void reply.raw.once("close", listener),
          },
          { deps, state },
        );
        // What is at hand goes out at once, as most evaluations do.
        if (!(answer instanceof Promise) && answer.status !== 401) return send(reply, answer);
        return sendUnlessGuessing(answer, request, reply);
      },
    });
  };
  for (const route of routes) if (!route.line) mount(app, route);
  if (routes === publicRoutes) answerPreflights(app, state);
  app.register((scope, _options, done) => {
    takeLines(scope);
    for (const route of routes) if (route.line) mount(scope, route);
    done();
  });
}

/** Browsers ask beforehand whether a page of another site may call: only those of the sites of some key may. */
function answerPreflights(app: FastifyInstance, state: PublicState): void {
  app.options("/v1/*", { schema: { hide: true } }, async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined || !(await state.isOriginOfSome(origin)))
      return sendProblem(request, reply, "forbidden");
    return reply.code(204).headers(preflightHeaders(origin)).send();
  });
}

/** How long nothing may come and nothing be taken of what is sent in pieces before it is given up. */
const patience = 60_000;
const lineType = "application/x-ndjson";

/** Bodies in lines are handed to the routes of this scope as they come, whatever their length; nothing else is taken. */
function takeLines(scope: FastifyInstance): void {
  const underWay = new Set<FastifyRequest>();
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(lineType, (_request, payload, done) => done(null, payload));
  scope.addHook("preHandler", (request, reply, done) => {
    request.body ??= Readable.from([]);
    underWay.add(request);
    reply.raw.once("close", () => underWay.delete(request));
    done();
  });
  // A refusal comes before the body has been read: the rest of it is not waited for.
  scope.addHook("onSend", (_request, reply, _payload, done) => {
    if (reply.statusCode !== 200) reply.header("connection", "close");
    done();
  });
  // A server that stops cuts what is under way, so that nobody takes half a batch for the whole.
  scope.addHook("preClose", (done) => {
    for (const request of underWay) request.raw.destroy();
    done();
  });
}

/** A header that stands alone; sent twice, Node joins it with commas. */
function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : undefined;
}

function content(type: string, schema: ZodType, description: string) {
  return { description, content: { [type]: { schema } } };
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
    ...(route.line === undefined ? {} : { body: route.line, consumes: [lineType] }),
    response: {
      200: content(route.answerType ?? "application/json", route.answer, "La réponse. / The answer."),
      default: content("application/problem+json", problemSchema, "Ce qui ne va pas. / What is wrong."),
    },
  };
}

/** Sends a framework-neutral answer. */
export function send(reply: FastifyReply, { status, headers, body }: PublicAnswer): FastifyReply {
  reply.code(status).headers(headers);
  if (body === null || typeof body === "string" || body instanceof Uint8Array) return reply.send(body ?? "");
  // A connection that outlives its stream would keep a server that stops waiting for it.
  reply.header("connection", "close");
  // Whoever takes nothing for so long is gone, or as good as.
  reply.raw.setTimeout(patience, () => reply.raw.destroy());
  return reply.send(Readable.from(body, { objectMode: false }));
}

/** Sends a problem for what went wrong outside the routes (body parsing, unknown address). */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, code: ProblemCode): FastifyReply {
  return send(
    reply,
    problemAnswer(code, { requestId: request.id, lang: languageOf(request.headers["accept-language"]) }),
  );
}

// The console API under /trpc: session cookie, protection against requests from other sites, limits.
import { appRouter, type AppRouter, type Context, type Deps } from "@jumelage/api";
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from "@trpc/server/adapters/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "../logger.ts";
import { sessionCookie } from "./session-cookie.ts";

export interface ConsoleApiOptions {
  readonly deps: Deps;
  readonly log: Logger;
  /** Whether people reach the server over https: the cookie is then Secure and bound to the host. */
  readonly secure: boolean;
  /** The origin people reach the server at; absent: the one the request itself names (demo on loopback). */
  readonly origin: string | undefined;
}

/** A console may save a rule set and its profiles at once, each up to 1 MiB. */
const bodyLimit = 2 * 1024 * 1024 + 64 * 1024;

/** Mounts the console API. */
export async function mountConsoleApi(app: FastifyInstance, options: ConsoleApiOptions): Promise<void> {
  const session = sessionCookie(options.secure);
  await app.register(async (scope) => {
    scope.addHook("onRoute", (route) => {
      route.bodyLimit = bodyLimit;
      route.config = { ...route.config, rateLimit: { max: 3000, timeWindow: "1 minute" } };
    });
    scope.addHook("onRequest", (request, reply, done) => {
      reply.header("cache-control", "no-store");
      const changes = request.method !== "GET" && request.method !== "HEAD";
      if (changes && !isOwnRequest(request, options.origin)) {
        reply.code(403).send({ error: { code: "cross-site", requestId: request.id } });
      } else done();
    });
    await scope.register(fastifyTRPCPlugin, {
      prefix: "/trpc",
      trpcOptions: {
        router: appRouter,
        maxBatchSize: 10,
        createContext: ({ req, res }: { req: FastifyRequest; res: FastifyReply }): Context => ({
          deps: options.deps,
          requestId: req.id,
          token: session.of(req, res),
        }),
        onError: ({ error, path: procedure }) => {
          if (error.code === "INTERNAL_SERVER_ERROR")
            options.log.error({ err: error.cause ?? error, procedure }, "fault");
        },
      } satisfies FastifyTRPCPluginOptions<AppRouter>["trpcOptions"],
    });
  });
}

/**
 * Whether a request that changes something comes from our own pages or from no page at all: browsers always name the
 * origin of such a request, and no page of another site can set a header of its own without asking first.
 */
function isOwnRequest(request: FastifyRequest, own: string | undefined): boolean {
  const { origin, host } = request.headers;
  if (origin !== undefined) return origin === (own ?? `${request.protocol}://${host ?? ""}`);
  return request.headers["x-jumelage"] !== undefined;
}

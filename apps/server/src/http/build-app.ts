// The HTTP server: one process, one port. It puts together the console, its API, the public API and the health of the
// process; it knows no rule of the product.
import { randomUUID } from "node:crypto";
import { createPublicState, mostBytes, type Deps } from "@jumelage/api";
import fastifyCookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import { fastify, type FastifyError, type FastifyInstance } from "fastify";
import { isLoopback, type Mode } from "../env.ts";
import type { Logger } from "../logger.ts";
import { mountCds } from "./cds.ts";
import { isPageVisit, mountConsole } from "./console.ts";
import { mountDocs } from "./docs.ts";
import { mountDownloads } from "./downloads.ts";
import { mountHealth, type Probe } from "./health.ts";
import type { Metrics } from "./metrics.ts";
import { declareOpenApi, mountPublicApi, sendProblem } from "./public.ts";
import { sendSecurityHeaders } from "./security-headers.ts";
import { mountSignIn } from "./sign-in.ts";
import type { Tracing } from "../tracing.ts";
import { mountConsoleApi } from "./trpc.ts";

export interface AppOptions {
  readonly deps: Deps;
  readonly log: Logger;
  readonly mode: Mode;
  readonly publicUrl: string | undefined;
  /** The folder of the built console. */
  readonly consoleDir: string;
  /** The folders of what apps and auditors may download. */
  readonly downloadsDirs: readonly string[];
  readonly version: string;
  /** What must be well for this process to serve. */
  readonly probes: readonly Probe[];
  /** Times every request. */
  readonly metrics?: Metrics | undefined;
  /** A span for every request. */
  readonly tracing?: Tracing | undefined;
}

/** Builds the server; nothing listens yet. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const secure = options.publicUrl?.startsWith("https:") ?? false;
  const app = fastify({
    logger: false,
    bodyLimit: mostBytes,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    routerOptions: { maxParamLength: 2048 },
    forceCloseConnections: "idle",
  });
  logRequests(app, options.log);
  sendSecurityHeaders(app, { secure });
  options.metrics?.measure(app);
  options.tracing?.trace(app);
  guardHost(app, options.mode);
  await app.register(fastifyCookie);
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => new TooManyRequests() });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const code = problemOf(error);
    if (code === "internal") options.log.error({ err: error, requestId: request.id }, "fault");
    return sendProblem(request, reply, code);
  });
  await declareOpenApi(app, options.version);
  mountHealth(app, options.probes);
  await mountConsoleApi(app, {
    deps: options.deps,
    log: options.log,
    secure,
    origin: options.publicUrl === undefined ? undefined : new URL(options.publicUrl).origin,
  });
  if (options.deps.provider)
    mountSignIn(app, { deps: options.deps, provider: options.deps.provider, secure });
  const state = createPublicState(options.deps);
  mountPublicApi(app, { deps: options.deps, state });
  mountCds(app, { deps: options.deps, state, publicUrl: options.publicUrl });
  mountDocs(app);
  mountDownloads(app, options.downloadsDirs);
  const sendPage = await mountConsole(app, options.consoleDir);
  app.setNotFoundHandler((request, reply) =>
    sendPage && isPageVisit(request)
      ? sendPage(request, reply.code(404))
      : sendProblem(request, reply, "not-found"),
  );
  return app;
}

class TooManyRequests extends Error {
  readonly statusCode = 429;
}

function problemOf(error: FastifyError) {
  if (error.statusCode === 413) return "too-large";
  if (error.statusCode === 415) return "unsupported-media-type";
  if (error.statusCode === 429) return "rate-limited";
  if (error.statusCode === 400) return "malformed-json";
  return "internal";
}

/** One line a request: what was asked (the route, never the address), how it went, how long it took. */
function logRequests(app: FastifyInstance, log: Logger): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? "(none)",
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      "request",
    );
    done();
  });
}

/**
 * A demo has no passwords, so it answers only to names of this machine: a page of another site that resolves its own
 * name to this address gets nothing.
 */
function guardHost(app: FastifyInstance, mode: Mode): void {
  if (mode !== "demo") return;
  app.addHook("onRequest", (request, reply, done) => {
    if (isLoopback(request.hostname)) done();
    else reply.code(421).type("text/plain").send("421\n");
  });
}

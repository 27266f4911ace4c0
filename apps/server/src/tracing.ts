// Traces for OpenTelemetry, sent to a collector that the standard variables name (OTEL_EXPORTER_OTLP_ENDPOINT and its
// kin); without one nothing of it is loaded. A span of a request says its method, route and status. No address, header,
// body or message stands in any: what a person sends does not leave by this door either.
import { setTimeout as pause } from "node:timers/promises";
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { Context, Span } from "@opentelemetry/api";
import type * as Sdk from "@opentelemetry/sdk-trace";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** How long a stop waits for the collector (milliseconds). */
const patience = 3000;

export interface Tracing {
  /** A span for every request of this server. Before it listens. */
  readonly trace: (app: FastifyInstance) => void;
  /** Sends what has not been sent yet, for a few seconds at most. */
  readonly close: () => Promise<void>;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Whether an environment asks for traces: it names a collector, and says nowhere that there are to be none. */
export function isTraced(env: Variables): boolean {
  const address = env["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] ?? env["OTEL_EXPORTER_OTLP_ENDPOINT"] ?? "";
  const exporter = env["OTEL_TRACES_EXPORTER"] ?? "otlp";
  return address !== "" && exporter === "otlp" && env["OTEL_SDK_DISABLED"]?.toLowerCase() !== "true";
}

/** Sets up this process to send its spans. The exporter reads its own variables (address, headers, certificates). */
export async function startTracing(version: string, env: Variables = process.env): Promise<Tracing> {
  const [
    sdk,
    { OTLPTraceExporter },
    { AsyncLocalStorageContextManager },
    { W3CTraceContextPropagator },
    res,
  ] = await Promise.all([
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/context-async-hooks"),
    import("@opentelemetry/core"),
    import("@opentelemetry/resources"),
  ]);
  const provider = new sdk.TracerProvider({
    resource: res
      .resourceFromAttributes({ "service.name": "jumelage", "service.version": version })
      .merge(res.detectResources({ detectors: [res.envDetector] })),
    sampler: samplerOf(env, sdk),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  return {
    trace: traceRequests,
    // A collector that does not answer holds up no stop.
    close: () => Promise.race([provider.shutdown().catch(() => undefined), pause(patience)]),
  };
}

/** What `OTEL_TRACES_SAMPLER` asks for; all that a caller did not leave out, when it asks for nothing known here. */
function samplerOf(env: Variables, sdk: typeof Sdk): Sdk.Sampler {
  const name = env["OTEL_TRACES_SAMPLER"] ?? "parentbased_always_on";
  const ratio = Number(env["OTEL_TRACES_SAMPLER_ARG"] ?? 1);
  const root = name.endsWith("always_off")
    ? new sdk.AlwaysOffSampler()
    : name.endsWith("traceidratio")
      ? new sdk.TraceIdRatioBasedSampler(ratio)
      : new sdk.AlwaysOnSampler();
  return name.startsWith("parentbased_") ? new sdk.ParentBasedSampler({ root }) : root;
}

/** The trace that a caller is in, by `traceparent` alone: `tracestate` may hold anything, and would be sent on. */
const traceparent = {
  keys: () => ["traceparent"],
  get: ({ headers }: FastifyRequest, key: string) => (key === "traceparent" ? headers[key] : undefined),
};

function traceRequests(app: FastifyInstance): void {
  const spans = new WeakMap<FastifyRequest, { readonly span: Span; readonly within: Context }>();
  const tracer = trace.getTracer("jumelage");
  app.addHook("onRequest", (request, _reply, done) => {
    const parent = propagation.extract(ROOT_CONTEXT, request, traceparent);
    const route = request.routeOptions.url ?? "(none)";
    const attributes = { "http.request.method": request.method, "http.route": route };
    const span = tracer.startSpan(
      `${request.method} ${route}`,
      { kind: SpanKind.SERVER, attributes },
      parent,
    );
    const within = trace.setSpan(parent, span);
    spans.set(request, { span, within });
    context.with(within, done);
  });
  // Reading a body may leave the context of the request: its handler finds it again.
  app.addHook("preHandler", (request, _reply, done) => {
    context.with(spans.get(request)?.within ?? ROOT_CONTEXT, done);
  });
  app.addHook("onResponse", (request, reply, done) => {
    const span = spans.get(request)?.span;
    span?.setAttribute("http.response.status_code", reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}

// What a collector gets: a span for each request and procedure, in the trace of whoever calls, and nothing of what was sent.
import { createServer, type Server } from "node:http";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { shareOf } from "@jumelage/engine/test/small";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isTraced } from "../src/tracing.ts";
import { sendersTo, sendEverywhere } from "./canaries/send.ts";
import { canaries, codings, digests, holds, mark } from "./canaries/strings.ts";
import { author, Console, selfCare } from "./clients.ts";
import { startProcess, type ServerProcess } from "./server-process.ts";

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly traceState?: string;
  readonly events?: readonly unknown[];
  readonly status: { readonly code?: number; readonly message?: string };
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}
interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: SentSpan["attributes"] };
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}

const bodies: Buffer[] = [];
const paths = new Set<string | undefined>();
let collector: Server;
let server: ServerProcess;

beforeAll(async () => {
  collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => void chunks.push(chunk));
    request.on("end", () => {
      paths.add(request.url);
      bodies.push(Buffer.concat(chunks));
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  const bound = collector.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  server = await startProcess({
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
      OTEL_SERVICE_NAME: "essai",
    },
  });
}, 120_000);
afterAll(async () => {
  collector.closeAllConnections();
  await new Promise((resolve) => collector.close(resolve));
});

const sent = (): readonly Sent[] => bodies.map((body) => JSON.parse(body.toString()) as Sent);
const spans = (): readonly SentSpan[] =>
  sent().flatMap(({ resourceSpans }) => resourceSpans.flatMap((r) => r.scopeSpans.flatMap((s) => s.spans)));

it("traces are asked for by the standard variables, and by nothing else", () => {
  const OTEL_EXPORTER_OTLP_ENDPOINT = "http://collecteur.example:4318";
  expect(isTraced({})).toBe(false);
  expect(isTraced({ OTEL_SERVICE_NAME: "essai", OTEL_TRACES_EXPORTER: "otlp" })).toBe(false);
  expect(isTraced({ OTEL_EXPORTER_OTLP_ENDPOINT })).toBe(true);
  expect(isTraced({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: OTEL_EXPORTER_OTLP_ENDPOINT })).toBe(true);
  for (const off of [{ OTEL_SDK_DISABLED: "true" }, { OTEL_TRACES_EXPORTER: "none" }])
    expect(isTraced({ OTEL_EXPORTER_OTLP_ENDPOINT, ...off })).toBe(false);
});

it(
  "say which route and procedure, and hold nothing about a person",
  { timeout: 600_000, ...shows("canaries-in-traces") },
  async () => {
    const senders = await sendersTo(server.url);
    const some = shareOf(canaries, { everyNth: 10 });
    for (const canary of some) await sendEverywhere(canary, senders);
    const camille = await Console.of(server.url, author);
    const traceId = "0af7651916cd43dd8448eb211c80319c";
    Object.assign(camille.headers, {
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
      tracestate: `vendeur=${mark}`,
      baggage: `nom=${mark}`,
    });
    await camille.query("programs.get", { program: selfCare });
    // What is left is sent before the process ends.
    expect(await server.stop()).toBe(0);

    const found = spans();
    expect([...paths]).toEqual(["/v1/traces"]);
    const mine = found.filter((span) => span.traceId === traceId);
    const [request] = mine.filter(({ parentSpanId }) => parentSpanId === "b7ad6b7169203331");
    const [procedure] = mine.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
    expect(mine).toHaveLength(2);
    expect([request?.name, procedure?.name]).toEqual(["GET /trpc/:path", "trpc programs.get"]);
    const of = (key: string): unknown => request?.attributes.find((a) => a.key === key)?.value;
    expect([of("http.request.method"), of("http.route"), of("http.response.status_code")]).toEqual([
      { stringValue: "GET" },
      { stringValue: "/trpc/:path" },
      { intValue: 200 },
    ]);
    const named = sent().flatMap((s) => s.resourceSpans.map(({ resource }) => resource.attributes));
    expect(named.every((all) => all.some(({ value }) => value["stringValue"] === "essai"))).toBe(true);

    // Attributes and names are of a short list; there is no event, where an error would stand in words.
    expect([...new Set(found.flatMap((s) => s.attributes.map(({ key }) => key)))].toSorted()).toEqual([
      "http.request.method",
      "http.response.status_code",
      "http.route",
      "rpc.method",
      "rpc.system",
    ]);
    expect(found.filter((s) => (s.events ?? []).length > 0 || s.status.message || s.traceState)).toEqual([]);
    expect(found.length).toBeGreaterThan(20 * some.length);
    const all = Buffer.concat(bodies);
    expect({ marks: holds(all, codings(mark)), digests: holds(all, digests) }).toEqual({
      marks: false,
      digests: false,
    });
    counted("canaries-in-traces", { asked: some.length, reached: some.length });
  },
);

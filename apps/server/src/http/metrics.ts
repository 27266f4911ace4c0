// Measures for Prometheus, on a port of their own: what a scraper may see is not what a consumer may see. Labels are
// routes, methods and states, never an address, a program or a key.
import { createServer, type Server } from "node:http";
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** How many connections a pool has, and who waits for one. */
export interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

export interface Metrics {
  readonly registry: Registry;
  /** Times every request of this server. Before it listens. */
  readonly measure: (app: FastifyInstance) => void;
}

// From an answer at hand to one that waits for a proof's report.
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** The measures of one server: of the process, of its requests, of its connections to the database. */
export function createMetrics(pool: PoolCounts): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "jumelage_http_request_duration_seconds",
    help: "How long requests took, by method, route and status.",
    labelNames: ["method", "route", "status"] as const,
    buckets: seconds,
    registers: [registry],
  });
  const connections = new Gauge({
    name: "jumelage_database_connections",
    help: "Connections to the database: in use, idle, and requests that wait for one.",
    labelNames: ["state"] as const,
    registers: [],
    collect() {
      this.set({ state: "used" }, pool.totalCount - pool.idleCount);
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "waiting" }, pool.waitingCount);
    },
  });
  registry.registerMetric(connections);
  return {
    registry,
    measure: (app) => {
      app.addHook("onResponse", (request, reply, done) => {
        const route = request.routeOptions.url ?? "(none)";
        requests.observe(
          { method: request.method, route, status: String(reply.statusCode) },
          reply.elapsedTime / 1000,
        );
        done();
      });
    },
  };
}

/** Serves `GET /metrics`, and nothing else, to whoever can reach this address. */
export async function serveMetrics(
  { registry }: Metrics,
  at: { readonly host: string; readonly port: number },
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(at.port, at.host, resolve);
  });
  return server;
}

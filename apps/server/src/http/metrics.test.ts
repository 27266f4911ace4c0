import type { AddressInfo } from "node:net";
import { fastify } from "fastify";
import { expect, it } from "vitest";
import { createMetrics, serveMetrics } from "./metrics.ts";

it("measures requests by route, and says how the database’s connections are used", async () => {
  const metrics = createMetrics({ totalCount: 5, idleCount: 2, waitingCount: 1 });
  const app = fastify();
  metrics.measure(app);
  app.get("/v1/programs/:program", () => ({}));
  for (const secret of ["secret-1", "secret-2"]) await app.inject(`/v1/programs/${secret}?facts=secret-3`);
  await app.inject("/secret-4");
  const server = await serveMetrics(metrics, { host: "127.0.0.1", port: 0 });
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const answer = await fetch(`${url}/metrics`);
    const text = await answer.text();
    expect(answer.headers.get("content-type")).toContain("text/plain");
    expect(text).toContain(
      'jumelage_http_request_duration_seconds_count{method="GET",route="/v1/programs/:program",status="200"} 2',
    );
    expect(text).toContain(
      'jumelage_http_request_duration_seconds_count{method="GET",route="(none)",status="404"} 1',
    );
    for (const line of ['{state="used"} 3', '{state="idle"} 2', '{state="waiting"} 1'])
      expect(text).toContain(`jumelage_database_connections${line}`);
    expect(text).toContain("process_cpu_seconds_total");
    expect(text).not.toContain("secret");
    expect((await fetch(`${url}/`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { method: "POST" })).status).toBe(404);
  } finally {
    server.close();
    await app.close();
  }
});

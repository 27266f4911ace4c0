// The OpenAPI document as somebody uses it who writes no line of a client: one is made from it, and calls the server.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { publicRoutes } from "@jumelage/api";
import { generateSource } from "oazapfts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { App, selfCare } from "../clients.ts";

type Call = (...parts: readonly unknown[]) => Promise<{ readonly status: number; readonly data: unknown }>;

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: object };
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

export function openApiTests(server: Running): void {
  describe("the OpenAPI document", () => {
    // Beside what it imports; made anew each time.
    const cache = path.resolve(import.meta.dirname, "../../node_modules/.cache");
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(path.join(cache, "openapi-"));
    let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    let client: Readonly<Record<string, Call>>;
    let headers: Readonly<Record<string, string>>;

    beforeAll(async () => {
      const app = new App(server().url);
      headers = { authorization: `Bearer ${app.key ?? ""}` };
      const { data, text } = await app.get<{ paths: typeof paths }>("/v1/openapi.json");
      paths = data.paths;
      writeFileSync(path.join(folder, "openapi.json"), text);
      const file = path.join(folder, "client.ts");
      writeFileSync(file, await generateSource(path.join(folder, "openapi.json")));
      client = (await import(pathToFileURL(file).href)) as typeof client;
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const call = (operation: string, ...parts: readonly unknown[]) => {
      const found = client[operation];
      if (!found) throw new Error(`the client has no ${operation}`);
      return found(...parts, { baseUrl: server().url, headers });
    };

    it("has every route of the public API, with what it takes, what it answers and how it fails", () => {
      const described = Object.entries(paths).flatMap(([at, methods]) =>
        Object.entries(methods).map(([method, operation]) => [
          operation.operationId,
          method.toUpperCase(),
          at,
          Object.keys(operation.requestBody?.content ?? {}),
          Object.keys(operation.responses["200"]?.content ?? {}),
          Object.keys(operation.responses["default"]?.content ?? {}),
        ]),
      );
      const routes = publicRoutes.map((route) => [
        route.operation,
        route.method,
        route.path,
        route.line ? ["application/x-ndjson"] : route.body ? ["application/json"] : [],
        [route.answerType ?? "application/json"],
        ["application/problem+json"],
      ]);
      const sorted = (rows: readonly (readonly unknown[])[]) =>
        rows.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
      expect(sorted(described)).toEqual(sorted(routes));
    });

    it("makes a client that has a function for each and works against a running server", async () => {
      expect(publicRoutes.map((r) => r.operation).filter((o) => typeof client[o] !== "function")).toEqual([]);
      expect(await call("listPrograms")).toMatchObject({
        status: 200,
        data: { programs: expect.arrayContaining([expect.objectContaining({ program: selfCare })]) },
      });
      const facts = { suicidalIdeation: "none", phq9Total: 15 };
      const body = { facts, at: "2026-03-01", lang: "en" };
      expect(await call("evaluateOnRelease", selfCare, "1", body)).toMatchObject({
        status: 200,
        data: { release: 1, at: "2026-03-01", result: { decisions: expect.any(Object) } },
      });
      expect(
        await call("evaluateOnChannel", selfCare, "production", { facts: { phq9Total: "15" } }),
      ).toMatchObject({
        status: 422,
        data: { code: "invalid-facts" },
      });
      expect(await call("getFactsSchema", selfCare, "1")).toMatchObject({
        status: 200,
        data: { type: "object" },
      });
      expect(await call("listReleases", selfCare, { at: "2020-01-01T00:00:00Z" })).toMatchObject({
        status: 200,
        data: { releases: [] },
      });
      expect(await call("getPointer", selfCare, "nowhere")).toMatchObject({
        status: 404,
        data: { code: "not-found" },
      });
      expect(await call("listKeys")).toMatchObject({ status: 200, data: { keys: [{ kty: "OKP" }] } });
    });
  });
}

import { createHash } from "node:crypto";
import { consumerReportsOf, createConsumer, inTransaction, openDatabase } from "@jumelage/db";
import { referencePrograms } from "@jumelage/content";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { App, Console, author, selfCare, serviceChoice } from "../clients.ts";

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
}

export function consumerTests(server: Running): void {
  describe("consumers", () => {
    let app: App;
    const narrowKey = "a-key-for-one-program-only";
    beforeAll(async () => {
      app = new App(server().url);
      const database = await openDatabase({ url: server().databaseUrl }, { migrate: false, max: 1 });
      await inTransaction(database.db, (tx) =>
        createConsumer(
          tx,
          { by: "system", at: new Date() },
          {
            id: "narrow",
            name: "Une seule",
            keyHash: createHash("sha256").update(narrowKey).digest("hex"),
            keyPrefix: "a-key",
            programs: [serviceChoice],
          },
        ),
      );
      await database.close();
    });

    const problem = async (answer: {
      status: number;
      data: unknown;
      headers: Headers;
      text: string;
    }): Promise<Problem> => {
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
      const found = answer.data as Problem;
      expect(found).toMatchObject({ status: answer.status, type: `urn:jumelage:problem:${found.code}` });
      expect(found.requestId).toBe(answer.headers.get("x-request-id"));
      expect(answer.text).not.toMatch(/\bat .*\.ts|select |insert |postgres/i);
      return found;
    };

    it("without a key or with a wrong one: 401", async () => {
      const paths = [
        "/v1/programs",
        `/v1/programs/${selfCare}/channels/production`,
        `/v1/programs/${selfCare}/releases/1`,
      ];
      for (const path of paths) {
        const none = await new App(server().url, "").send(path, { headers: { authorization: "" } });
        expect([none.status, (await problem(none)).code]).toEqual([401, "no-key"]);
        expect(none.headers.get("www-authenticate")).toContain("Bearer");
        for (const key of ["x", "jumelage-demo-keY", "k".repeat(4000)]) {
          const wrong = await new App(server().url, key).get(path);
          expect([wrong.status, (await problem(wrong)).code]).toEqual([401, "wrong-key"]);
        }
      }
      const basic = await new App(server().url).send("/v1/programs", {
        headers: { authorization: "Basic ZGVtbzpkZW1v" },
      });
      expect((await problem(basic)).code).toBe("no-key");
    });

    it("a foreign program, an unknown one, and anything unknown within one's own: the same 404", async () => {
      const narrow = new App(server().url, narrowKey);
      const list = await narrow.get<{ programs: { program: string }[] }>("/v1/programs");
      expect(list.data.programs.map((p) => p.program)).toEqual([serviceChoice]);
      const tails = [
        "/channels/production",
        "/releases",
        "/releases/1",
        "/releases/1/rule-set.json",
        "/releases/1/facts.schema.json",
      ];
      for (const tail of tails) {
        const foreign = await narrow.get(`/v1/programs/${selfCare}${tail}`);
        const unknown = await narrow.get(`/v1/programs/nulle-part${tail}`);
        for (const answer of [foreign, unknown])
          expect([answer.status, (await problem(answer)).code], tail).toEqual([404, "not-found"]);
      }
      const own = [
        "/channels/preview",
        "/releases/99",
        "/releases/0",
        "/releases/01",
        "/releases/-1",
        "/releases/1e0",
        "/releases/99999999999999999999",
        "/releases/1/nothing.json",
        "/releases/%31%00",
      ];
      for (const tail of own) {
        const answer = await narrow.get(`/v1/programs/${serviceChoice}${tail}`);
        expect([answer.status, (await problem(answer)).code], tail).toEqual([404, "not-found"]);
      }
      const evaluated = await narrow.post(`/v1/programs/${selfCare}/channels/production/evaluate`, {
        facts: {},
      });
      expect((await problem(evaluated)).code).toBe("not-found");
    });

    it("pointers and releases have strong tags", async () => {
      for (const [path, control] of [
        [`/v1/programs/${serviceChoice}/channels/production`, "no-cache"],
        [`/v1/programs/${serviceChoice}/releases/1`, "immutable"],
      ] as const) {
        const first = await app.get(path);
        const etag = first.headers.get("etag") ?? "";
        expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
        expect(etag).toBe(
          `"${createHash("sha256")
            .update(await app.bytes(path))
            .digest("hex")}"`,
        );
        expect(first.headers.get("cache-control")).toContain(control);
        for (const sent of [etag, `"x", ${etag}`, `W/${etag}`, "*"]) {
          const again = await app.get(path, { "if-none-match": sent });
          expect([again.status, again.text, again.headers.get("etag")], sent).toEqual([304, "", etag]);
        }
        expect((await app.get(path, { "if-none-match": '"other"' })).status).toBe(200);
      }
    });

    it("lists releases, and the one in force at an instant", async () => {
      const path = `/v1/programs/${serviceChoice}/releases`;
      const all = await app.get<{ releases: { number: number; createdAt: string; change: string }[] }>(path);
      expect(all.data.releases).toMatchObject([{ number: 1, change: "initial" }]);
      const numbers = async (query: string) =>
        (await app.get<typeof all.data>(`${path}?${query}`)).data.releases.map((r) => r.number);
      expect(await numbers(`at=${new Date(Date.now() + 1000).toISOString()}`)).toEqual([1]);
      expect(await numbers("at=2020-01-01T00:00:00Z")).toEqual([]);
      expect(await numbers("channel=preview")).toEqual([]);
      for (const query of ["at=2020-01-01", "at=hier", "at=2020-13-01T00:00:00Z", "nothing=1"]) {
        expect((await problem(await app.get(`${path}?${query}`))).code, query).toBe("invalid-input");
      }
    });

    it("unwraps the documents of a release", async () => {
      const path = `/v1/programs/${serviceChoice}/releases/1`;
      expect((await app.get(`${path}/rule-set.json`)).data).toEqual(
        referencePrograms.find((p) => p.program === serviceChoice)?.ruleSet,
      );
      expect((await app.get(`${path}/json-rules-engine.json`)).data).toMatchObject({
        program: serviceChoice,
        engine: "json-rules-engine@7",
      });
      const schema = (await app.get<{ properties: object }>(`${path}/facts.schema.json`)).data;
      expect(Object.keys(schema.properties)).toContain("suicidalIdeation");
    });

    it("are seen at the console, with the release they last got", async () => {
      await app.get(`/v1/programs/${serviceChoice}/channels/production`);
      const console = await Console.of(server().url, author);
      const seen = async () => {
        const { data } = await console.query<{
          consumers: { id: string; release: number | null; lastSeenAt: string | null }[];
        }>("programs.get", { program: serviceChoice });
        return data.consumers.find((c) => c.id === "demo");
      };
      await expect.poll(seen).toMatchObject({ release: 1, lastSeenAt: expect.any(String) });
    });

    it("say of themselves what they choose to: which facts they send, never a value", async () => {
      const report = {
        program: serviceChoice,
        channel: "production",
        version: "2.3.1+clinique",
        release: 1,
        refreshedAt: "2026-03-01T10:00:00.000Z",
        facts: ["suicidalIdeation", "severity", "severity"],
        overrides: [{ reason: "choix-de-la-personne", count: 3 }],
      };
      expect((await app.post("/v1/report", report)).data).toEqual({ ok: true });
      const later = { ...report, release: null, refreshedAt: null, facts: ["severity"] };
      expect((await app.post("/v1/report", later)).status).toBe(200);
      const database = await openDatabase({ url: server().databaseUrl }, { migrate: false, max: 1 });
      const kept = await consumerReportsOf(database.db, serviceChoice);
      await database.close();
      const { program: _program, ...rest } = later;
      expect(kept).toEqual([{ ...rest, program: serviceChoice, consumer: "demo", at: expect.any(Date) }]);
      for (const [change, code, at] of [
        [{ facts: ["Tremblay"] }, "undeclared-fact", ["facts", 0]],
        [{ facts: [{ severity: "moderate" }] }, "wrong-type", ["facts", 0]],
        [{ version: "Camille Tremblay" }, "not-a-version", ["version"]],
        [{ version: "514-555-0199" }, "not-a-version", ["version"]],
        [{ values: { severity: "moderate" } }, "unknown-key", []],
        [
          { overrides: [{ reason: "elle ne veut pas", count: 1 }] },
          "not-a-reason",
          ["overrides", 0, "reason"],
        ],
        [{ overrides: [{ reason: "trem80010112", count: 1 }] }, "not-a-reason", ["overrides", 0, "reason"]],
        [{ overrides: [{ reason: "a", count: 1, facts: {} }] }, "unknown-key", ["overrides", 0]],
        [
          {
            overrides: [
              { reason: "a", count: 1 },
              { reason: "a", count: 2 },
            ],
          },
          "duplicate-id",
          ["overrides"],
        ],
      ] as const) {
        const refused = await app.post<Problem & { problems: { code: string; at: unknown }[] }>(
          "/v1/report",
          {
            ...report,
            ...change,
          },
        );
        expect((await problem(refused)).code).toBe("invalid-input");
        expect(refused.data.problems, code).toEqual([expect.objectContaining({ code, at })]);
      }
      const camille = await Console.of(server().url, author);
      const { data } = await camille.query<{ consumers: { id: string; overrides: unknown }[] }>(
        "programs.get",
        { program: serviceChoice },
      );
      expect(data.consumers.find((c) => c.id === "demo")?.overrides).toEqual(report.overrides);
      const foreign = await new App(server().url, narrowKey).post("/v1/report", {
        ...report,
        program: selfCare,
      });
      expect((await problem(foreign)).code).toBe("not-found");
    });

    it("words problems in the language asked for, French first", async () => {
      const wrong = new App(server().url, "x");
      expect((await problem(await wrong.get("/v1/programs"))).title).toBe("Cette clé n’est pas valide.");
      expect(
        (await problem(await wrong.get("/v1/programs", { "accept-language": "en-CA,fr;q=0.5" }))).title,
      ).toBe("This key is not valid.");
    });
  });
}

import type { ConsumerItem, ConsumerWithKey, CreateConsumer } from "@jumelage/api/schemas";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { App, Console, type Answer, admin, selfCare, serviceChoice } from "../clients.ts";

const site = "https://clinique.example";
const pointer = `/v1/programs/${selfCare}/channels/production`;
const evaluate = `${pointer}/evaluate`;
/** For how long a process may take a key for good that no longer is: far below the minute that is promised. */
const soon = { timeout: 15_000 };

export function keyTests(server: Running): void {
  describe("keys", () => {
    let sacha: Console;
    let made = 0;
    beforeAll(async () => {
      sacha = await Console.of(server().url, admin);
    });

    const create = async (more: Partial<CreateConsumer> = {}): Promise<ConsumerWithKey> => {
      const id = `app-${(made += 1)}`;
      const request = { id, name: id, kind: "secret", programs: [selfCare], origins: [], ...more };
      const answer = await sacha.mutate<ConsumerWithKey>("consumers.create", request);
      if (answer.status !== 200) throw new Error(answer.text);
      return answer.data;
    };
    const appOf = (key: string): App => new App(server().url, key);
    const codeOf = async (asked: Promise<Answer<Record<string, unknown>>>) => {
      const { status, data } = await asked;
      return [status, data.code];
    };

    it("are made by an administrator, shown once, and open what they were made for", async () => {
      const { consumer, key } = await create();
      expect(key).toMatch(/^jmk_[A-Za-z0-9_-]{43}$/);
      expect(consumer).toMatchObject({ kind: "secret", keyPrefix: key.slice(0, 10), formerKeyUntil: null });
      expect((await appOf(key).get(pointer)).status).toBe(200);
      const foreign = pointer.replace(selfCare, serviceChoice);
      expect(await codeOf(appOf(key).get(foreign))).toEqual([404, "not-found"]);
      const list = await sacha.query<ConsumerItem[]>("consumers.list", {});
      expect(list.data.map((c) => c.id)).toContain(consumer.id);
      expect(list.text).not.toContain(key);
      for (const wrong of [
        { id: consumer.id },
        { id: "Not An Id" },
        { id: "x", programs: ["nulle-part"] },
        { id: "x", origins: ["https://a.example/"] },
        { id: "x", origins: ["*"] },
        { id: "x", name: " " },
      ]) {
        const request = { name: "x", kind: "secret", programs: [], origins: [], ...wrong };
        const refused = await sacha.mutate("consumers.create", request);
        expect(refused.refusal?.code, JSON.stringify(wrong)).toBe("invalid-input");
      }
    });

    it("are replaced without a gap, and the old one ends", async () => {
      const { consumer, key } = await create();
      const rotate = async (overlapHours: number) =>
        (await sacha.mutate<ConsumerWithKey>("consumers.rotateKey", { id: consumer.id, overlapHours })).data;
      const second = await rotate(1);
      expect(second.key).not.toBe(key);
      for (const good of [key, second.key]) expect((await appOf(good).get(pointer)).status).toBe(200);
      const third = await rotate(0);
      expect((await appOf(third.key).get(pointer)).status).toBe(200);
      for (const old of [key, second.key])
        await expect.poll(async () => (await appOf(old).get(pointer)).status, soon).toBe(401);
    });

    it("end when they are revoked", async () => {
      const { consumer, key } = await create();
      expect((await appOf(key).get(pointer)).status).toBe(200);
      const revoked = await sacha.mutate<ConsumerItem>("consumers.revoke", { id: consumer.id });
      expect(revoked.data.revokedAt).toEqual(expect.any(String));
      await expect.poll(() => codeOf(appOf(key).get(pointer)), soon).toEqual([401, "wrong-key"]);
      const again = await sacha.mutate("consumers.rotateKey", { id: consumer.id, overlapHours: 1 });
      expect(again.refusal?.code).toBe("not-found");
    });

    it("for pages read releases and pointers, and nothing else", async () => {
      const { key } = await create({ kind: "publishable", origins: [site] });
      expect(key).toMatch(/^jmp_/);
      const app = appOf(key);
      for (const path of ["/v1/programs", pointer, `/v1/programs/${selfCare}/releases/1`])
        expect((await app.get(path)).status, path).toBe(200);
      for (const path of [evaluate, `${evaluate}-batch`]) {
        const refused = await app.send<{ code: string }>(path, {
          method: "POST",
          body: '{"facts":{}}',
          headers: { "content-type": path === evaluate ? "application/json" : "application/x-ndjson" },
        });
        expect([refused.status, refused.data], path).toMatchObject([
          403,
          { code: "forbidden", reason: "publishable-key" },
        ]);
      }
    });

    it("may be used by the pages of their sites, and of no other", async () => {
      const { key } = await create({ origins: [site] });
      const from = (origin: string, path = pointer) => appOf(key).get(path, { origin });
      const good = await from(site);
      expect([good.status, good.headers.get("access-control-allow-origin")]).toEqual([200, site]);
      expect(good.headers.get("access-control-expose-headers")).toContain("etag");
      expect(good.headers.get("vary")).toContain("origin");
      // What is wrong is readable too.
      const missing = await from(site, pointer.replace("production", "nowhere"));
      expect([missing.status, missing.headers.get("access-control-allow-origin")]).toEqual([404, site]);
      for (const other of [
        "https://evil.example",
        `${site}.evil.example`,
        "null",
        "http://clinique.example",
      ]) {
        const refused = await from(other);
        expect([
          refused.status,
          refused.data.reason,
          refused.headers.get("access-control-allow-origin"),
        ]).toEqual([403, "origin", null]);
      }
      const open = await new App(server().url, "").get("/v1/keys", { origin: "https://evil.example" });
      expect(open.headers.get("access-control-allow-origin")).toBe("*");
      const { key: noSite } = await create();
      const unlisted = await appOf(noSite).get(pointer, { origin: site });
      expect([unlisted.status, unlisted.headers.get("access-control-allow-origin")]).toEqual([200, null]);
      const ask = async (origin: string) => {
        const { status, headers } = await fetch(server().url + pointer, {
          method: "OPTIONS",
          headers: { origin, "access-control-request-method": "GET" },
        });
        return [status, headers.get("access-control-allow-origin")];
      };
      await expect.poll(() => ask(site), soon).toEqual([204, site]);
      expect(await ask("https://evil.example")).toEqual([403, null]);
    });

    it("are refused when they call too often, by kind of call, and told how long to wait", async () => {
      const { consumer, key } = await create();
      await sacha.mutate("consumers.update", { id: consumer.id, limits: { evaluate: 5 } });
      const app = appOf(key);
      const answers = [];
      for (let i = 0; i < 7; i++) answers.push(await app.post(evaluate, { facts: {} }));
      expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
      const refused = answers[6];
      expect(refused?.data).toMatchObject({ code: "rate-limited", title: "Trop de demandes." });
      expect(refused?.headers.get("content-type")).toContain("application/problem+json");
      expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(Number(refused?.headers.get("retry-after"))).toBeLessThanOrEqual(12);
      expect((await app.get(pointer)).status).toBe(200);
      // Nobody else waits for it.
      expect((await new App(server().url).post(evaluate, { facts: {} })).status).toBe(200);
    });

    it("in a batch wait for their turn instead", async () => {
      const { consumer, key } = await create();
      await sacha.mutate("consumers.update", { id: consumer.id, limits: { evaluate: 600 } });
      // The call itself counts as one; ten come back every second.
      const body = '{"facts":{}}\n'.repeat(605);
      const answer = await appOf(key).send(`${evaluate}-batch`, {
        method: "POST",
        body,
        headers: { "content-type": "application/x-ndjson" },
      });
      expect(answer.text.split("\n")).toHaveLength(606);
      expect(answer.text).not.toContain("rate-limited");
    });
  });
}

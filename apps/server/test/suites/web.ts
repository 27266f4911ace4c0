import type { Draft } from "@jumelage/api/schemas";
import { describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { App, Console, admin, author, newDraft, reviewer, selfCare } from "../clients.ts";

export function webTests(server: Running): void {
  describe("on the web", () => {
    it("is alive and ready", async () => {
      const app = new App(server().url, "");
      expect((await app.get("/healthz")).data).toEqual({ status: "alive" });
      expect(await app.get("/readyz")).toMatchObject({ status: 200, data: { status: "ready", reasons: [] } });
    });

    it("describes its public API, and shows it to people in both languages", async () => {
      const app = new App(server().url, "");
      const { data } = await app.get<{ openapi: string; paths: Record<string, unknown> }>("/v1/openapi.json");
      expect(data.openapi).toMatch(/^3\.1/);
      expect(Object.keys(data.paths).toSorted()).toEqual(
        [
          "/v1/keys",
          "/v1/keys/lists",
          "/v1/programs",
          "/v1/report",
          "/v1/programs/{program}/channels/{channel}",
          "/v1/programs/{program}/channels/{channel}/evaluate",
          "/v1/programs/{program}/channels/{channel}/receipts",
          "/v1/programs/{program}/channels/{channel}/events",
          "/v1/programs/{program}/channels/{channel}/evaluate-batch",
          "/v1/programs/{program}/releases",
          "/v1/programs/{program}/releases/{number}",
          "/v1/programs/{program}/releases/{number}/evaluate",
          "/v1/programs/{program}/releases/{number}/evaluate-batch",
          "/v1/programs/{program}/releases/{number}/receipts",
          "/v1/programs/{program}/releases/{number}/facts.schema.json",
          "/v1/programs/{program}/releases/{number}/json-rules-engine.json",
          "/v1/programs/{program}/releases/{number}/rule-set.json",
        ].toSorted(),
      );
      const french = await app.get("/docs");
      expect(french.text).toContain('<html lang="fr">');
      expect(french.text).toContain("Évalue les renseignements");
      expect((await app.get("/docs?lang=en")).text).toContain("Evaluates a person");
    });

    it("takes no change from another site: origin, header, content type", async () => {
      const console = await Console.of(server().url, author);
      const attempt = (headers: Record<string, string>, body = "{}") =>
        fetch(`${server().url}/trpc/session.signOut`, {
          method: "POST",
          headers: { cookie: console.cookie ?? "", ...headers },
          body,
        });
      for (const origin of [
        "https://evil.example",
        "null",
        "http://127.0.0.1:1",
        `${server().url}.evil.example`,
      ]) {
        expect(
          (await attempt({ origin, "content-type": "application/json", "x-jumelage": "1" })).status,
          origin,
        ).toBe(403);
      }
      expect((await attempt({ "content-type": "application/json" })).status).toBe(403);
      expect((await attempt({ "x-jumelage": "1", "content-type": "text/plain" })).status).toBe(415);
      expect(
        (await attempt({ "x-jumelage": "1", "content-type": "application/x-www-form-urlencoded" }, "a=b"))
          .status,
      ).toBe(415);
      expect(
        (await fetch(`${server().url}/trpc/session.signOut`, { headers: { cookie: console.cookie ?? "" } }))
          .status,
      ).toBe(405);
      // Still signed in after all of it; our own origin is welcome.
      expect((await console.query("programs.list")).status).toBe(200);
      expect((await attempt({ origin: server().url, "content-type": "application/json" })).status).toBe(200);
    });

    it("answers only to names of this machine in the demo", async () => {
      const { port } = new URL(server().url);
      const { get } = await import("node:http");
      const statusFor = (host: string) =>
        new Promise<number>((resolve, reject) => {
          get({ host: "127.0.0.1", port, path: "/healthz", headers: { host } }, (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          }).on("error", reject);
        });
      expect(await statusFor(`evil.example:${port}`)).toBe(421);
      expect(await statusFor(`localhost:${port}`)).toBe(200);
    });

    it("sends no page that another site may frame, and no console answer that is cached", async () => {
      const console = new Console(server().url);
      const answer = await console.query("session.get");
      expect(answer.headers.get("cache-control")).toBe("no-store");
      for (const path of ["/", "/docs", "/healthz", "/v1/keys"]) {
        const { headers } = await fetch(server().url + path);
        expect(headers.get("content-security-policy"), path).toMatch(/default-src 'none'/);
        expect(headers.get("content-security-policy"), path).toMatch(/frame-ancestors 'none'/);
        expect(headers.get("x-content-type-options")).toBe("nosniff");
        expect(headers.get("x-powered-by")).toBeNull();
      }
    });

    it("takes ten calls in a batch and not one more", async () => {
      const console = new Console(server().url);
      const batch = (n: number) =>
        console.send(`/trpc/${Array(n).fill("session.get").join(",")}?batch=1&input=%7B%7D`, {});
      expect((await batch(10)).status).toBe(200);
      expect((await batch(11)).status).toBe(400);
    });

    it("refuses bodies over its limits on both doors", async () => {
      const console = await Console.of(server().url, author);
      const answer = await console.mutate("drafts.save", {
        id: "x".repeat(3 * 1024 * 1024),
        expectedRevision: 1,
      });
      expect(answer.status).toBe(413);
    });

    it("refuses what nothing can keep, half a character or U+0000, wherever it is sent", async () => {
      const [writer, approver, manager] = await Promise.all(
        [author, reviewer, admin].map((id) => Console.of(server().url, id)),
      );
      if (!writer || !approver || !manager) throw new Error("nobody signed in");
      const draft = await newDraft(writer, selfCare);
      const { id, hash, revision, profiles } = draft;
      const moved = { program: selfCare, channel: "production", expectedSequence: 1 };
      const person = { id: "zoe-caron", email: "zoe@exemple.test", title: { fr: "", en: "" }, admin: false };
      const app = { id: "zoe", kind: "secret", programs: [], origins: [] };
      for (const bad of ["a\ud800b", "\udfffa", "a\u0000b"]) {
        const text = { fr: bad, en: "b" };
        const told = profiles.map((p) => ({ ...p, story: text }));
        const answers = {
          name: await manager.mutate("people.add", { ...person, name: bad }),
          title: await manager.mutate("people.add", { ...person, name: "Zoé", title: text }),
          app: await manager.mutate("consumers.create", { ...app, name: bad }),
          document: await writer.mutate("drafts.save", { id, expectedRevision: revision, profiles: told }),
          key: await writer.mutate("drafts.save", {
            id,
            expectedRevision: revision,
            reasons: { [bad]: "x" },
          }),
          draft: await writer.mutate("drafts.rename", { id, name: bad }),
          note: await writer.mutate("review.request", { id, hash, note: bad }),
          reason: await approver.mutate("review.return", { id, reason: bad }),
          message: await approver.mutate("channels.suspend", { ...moved, message: bad }),
          query: await writer.query("drafts.get", { id: bad }),
          stranger: await new Console(server().url).mutate("session.signInWithPassword", {
            email: bad,
            password: bad,
          }),
        };
        for (const [what, { status, text: said }] of Object.entries(answers)) {
          expect([what, status], JSON.stringify(bad)).toEqual([what, 400]);
          expect(said, what).toContain('"code":"hidden-character"');
        }
      }
      expect((await writer.query<Draft>("drafts.get", { id })).data).toEqual(draft);
      expect((await writer.mutate("drafts.discard", { id })).status).toBe(200);
    });

    it("says nothing of its insides, whatever is asked", async () => {
      const console = await Console.of(server().url, author);
      const answers = await Promise.all([
        console.query("drafts.get", { id: "not-a-uuid" }),
        console.query("nothing.here"),
        console.query("releases.get", { program: "autosoins-diriges", number: 1e9 }),
        console.send("/trpc/drafts.get?input=%7B", {}),
        console.send("/trpc/drafts.save", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: "{",
        }),
      ]);
      for (const { status, text } of answers) {
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(text).not.toMatch(/stack|\.ts|node_modules|select |pg_|Unexpected|position/i);
      }
    });
  });
}

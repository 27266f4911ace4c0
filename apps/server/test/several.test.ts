// Several server processes on one PostgreSQL: they start at once, and what one does the others serve.
import { rmSync } from "node:fs";
import type { Program, Published, Session } from "@jumelage/api/schemas";
import { openDatabase, readAudit, verifyAudit } from "@jumelage/db";
import { emptyDatabase } from "@jumelage/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { App, Console, author, selfCare, serviceChoice } from "./clients.ts";
import { approvedDraft, castOf, makeSmallProgram } from "./small-program.ts";
import { startProcess, temporaryFolder, type ServerProcess } from "./server-process.ts";

describe("several processes on one database", () => {
  const dataDir = temporaryFolder();
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let servers: readonly ServerProcess[];

  beforeAll(async () => {
    database = await emptyDatabase();
    const starting = Array.from({ length: 5 }, () => startProcess({ databaseUrl: database.url, dataDir }));
    servers = await Promise.all(starting);
  }, 240_000);
  afterAll(async () => {
    for (const server of servers) await server.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 120_000);

  const at = (i: number): string => servers[i]?.url ?? "";

  it("start at the same time on an empty one: made once, seeded once, one key", async () => {
    const opened = await openDatabase({ url: database.url }, { max: 1 });
    try {
      expect(opened.migrated).toEqual([]);
      expect(await verifyAudit(opened.db)).toMatchObject({ ok: true });
      const rows = await readAudit(opened.db, { limit: 10_000 });
      const made = rows.filter((r) => r.action === "release.publish").map((r) => r.subject);
      expect(made.toSorted()).toEqual([`release:${selfCare}/1`, `release:${serviceChoice}/1`]);
      expect(rows.filter((r) => r.action === "draft.start")).toHaveLength(1);
    } finally {
      await opened.close();
    }
    const keys = await Promise.all(servers.map(async (s) => (await new App(s.url).get("/v1/keys")).text));
    expect(new Set(keys).size).toBe(1);
  });

  it("know one another’s sessions, and their ends", async () => {
    const here = await Console.of(at(0), author);
    const there = new Console(at(1));
    there.cookie = here.cookie;
    const person = async () => (await there.query<Session>("session.get")).data.person?.id;
    expect(await person()).toBe(author);
    await here.mutate("session.signOut");
    expect(await person()).toBeUndefined();
  });

  it("publish at one, and all serve it", async () => {
    await makeSmallProgram(at(0), "partage");
    const cast = await castOf(at(1), "partage");
    const draft = await approvedDraft(cast, 1);
    const published = await cast.reviewer.mutate<Published>("publish.publish", {
      id: draft.id,
      hash: draft.hash,
      idempotencyKey: "shared-by-all",
      channel: "production",
      message: "",
    });
    expect(published.status).toBe(200);
    for (const server of servers) {
      const alex = new Console(server.url);
      alex.cookie = cast.reviewer.cookie;
      const { current } = (await alex.query<Program>("programs.get", { program: "partage" })).data;
      expect(current).toMatchObject({ number: 1, sha256: published.data.sha256 });
    }
    // The same key at another process: the same release, once.
    const elsewhere = new Console(at(2));
    elsewhere.cookie = cast.reviewer.cookie;
    const repeated = await elsewhere.mutate<Published>("publish.publish", {
      id: draft.id,
      hash: draft.hash,
      idempotencyKey: "shared-by-all",
      channel: "production",
      message: "",
    });
    expect(repeated.data).toMatchObject({
      number: 1,
      sha256: published.data.sha256,
      sequence: published.data.sequence,
    });
  });

  it("archive at one, and the others say so within seconds", async () => {
    const sacha = await Console.of(at(3), "sacha-lavoie");
    const channel = `/v1/programs/${serviceChoice}/channels/production`;
    expect((await new App(at(4)).get(channel)).status).toBe(200);
    await sacha.mutate("programs.archive", { program: serviceChoice });
    await expect.poll(async () => (await new App(at(4)).get(channel)).status, { timeout: 20_000 }).toBe(410);
    await sacha.mutate("programs.reopen", { program: serviceChoice });
    await expect.poll(async () => (await new App(at(4)).get(channel)).status, { timeout: 20_000 }).toBe(200);
  });
});

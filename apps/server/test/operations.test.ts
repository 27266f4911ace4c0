// The process itself: what it refuses to start with, how it stops, what it says when its database is gone, and what
// is left when it is killed.
import { mkdtempSync, chmodSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type {
  Draft,
  HazardFile,
  Ledger,
  OriginOfExpectation,
  Program,
  Published,
  ReleaseSummary,
  SavedDraft,
} from "@jumelage/api/schemas";
import { startCluster } from "@jumelage/db/embedded";
import { emptyDatabase } from "@jumelage/db/test-database";
import { describe, expect, it } from "vitest";
import { App, Console, author, gatesOf, newDraft, reviewer, selfCare, serviceChoice } from "./clients.ts";
import { runLab, statusesOf } from "./journey.ts";
import { runToEnd, startProcess, temporaryFolder, type ServerProcess } from "./server-process.ts";

/** A demo opened for the first time has a draft under way: what its people did is recorded as done by them. Discards it. */
async function expectStory(url: string): Promise<void> {
  const alex = await Console.of(url, reviewer);
  const { draft } = (await alex.query<Program>("programs.get", { program: serviceChoice })).data;
  if (!draft) throw new Error("no draft");
  const target = { draft: draft.id };
  const origins = (await alex.query<OriginOfExpectation[]>("profiles.origins", { target })).data;
  expect(origins.filter((o) => o.statement !== undefined)).toEqual([
    { profile: "PB69", provenance: "from-source", statement: "S60" },
    { profile: expect.stringMatching(/^PE\d{5}$/), provenance: "blind", statement: "S35" },
  ]);
  const { entries } = (await alex.query<Ledger>("lab.ledger", { target })).data;
  expect(entries.filter((e) => e.confirmed === null)).toMatchObject([
    { kind: "criterion", id: "B-O4", reopened: true, authors: [{ id: author }] },
  ]);
  expect(entries.filter((e) => e.confirmed?.by.id === reviewer).map((e) => e.id)).toEqual(["B-U1"]);
  expect(entries.length).toBeGreaterThan(30);
  for (const at of [target, { program: selfCare, release: 1 }, { program: serviceChoice, release: 1 }]) {
    const { hazards, uncovered } = (await alex.query<HazardFile>("lab.hazards", { target: at })).data;
    expect(hazards.length).toBeGreaterThan(10);
    expect(uncovered).toEqual({ properties: [], criteria: [], hazards: [] });
  }
  // What was expected blind is what the program answers.
  const { gates } = await gatesOf(alex, draft);
  expect(gates.find((g) => g.id === "profiles")).toMatchObject({ status: "passed", findings: [] });
  await alex.mutate("drafts.discard", { id: draft.id });
}

describe("starting and stopping", () => {
  // What is refused, and how it is worded, is env.test.ts's matter; here, that the process says it and ends.
  it("refuses an environment it cannot use, naming every variable, and ends with 1", async () => {
    const { code, output } = await runToEnd({
      JUMELAGE_MODE: "production",
      DATABASE_URL: "postgres://a:hush@b/c",
    });
    expect(code).toBe(1);
    for (const name of ["JUMELAGE_PUBLIC_URL", "JUMELAGE_SESSION_SECRET", "JUMELAGE_SIGNING_KEY_FILE"]) {
      expect(output).toContain(`${name}: missing`);
    }
    expect(output).not.toContain("hush");
  });

  it("says when its database cannot be reached, and not with which password", async () => {
    const { code, output } = await runToEnd({
      JUMELAGE_MODE: "demo",
      DATABASE_URL: "postgres://u:hush@127.0.0.1:1/x",
    });
    expect(code).toBe(1);
    expect(output).toContain("The server could not start.");
    expect(output).not.toContain("hush");
  });

  it("stops when asked, and starts again with everything there and nothing seeded twice", async () => {
    const dataDir = temporaryFolder();
    try {
      const first = await startProcess({ dataDir });
      await expectStory(first.url);
      const camille = await Console.of(first.url, author);
      const draft = await newDraft(camille, selfCare);
      const bytes = await new App(first.url).bytes(`/v1/programs/${selfCare}/releases/1`);
      const keys = (await new App(first.url).get("/v1/keys")).text;
      expect(await first.stop()).toBe(0);
      await expect(fetch(`${first.url}/healthz`)).rejects.toThrow("fetch failed");

      const second = await startProcess({ dataDir });
      camille.cookie ??= "";
      const again = new Console(second.url);
      again.cookie = camille.cookie;
      expect((await again.query<Draft>("drafts.get", { id: draft.id })).data).toEqual(draft);
      const app = new App(second.url);
      expect(
        Buffer.from(await app.bytes(`/v1/programs/${selfCare}/releases/1`)).equals(Buffer.from(bytes)),
      ).toBe(true);
      expect((await app.get("/v1/keys")).text).toBe(keys);
      expect((await again.query<ReleaseSummary[]>("releases.list", { program: selfCare })).data).toHaveLength(
        1,
      );
      // The story is told once: a draft that somebody discarded stays so.
      const program = await again.query<Program>("programs.get", { program: serviceChoice });
      expect(program.data.draft).toBeNull();
      expect(await second.stop()).toBe(0);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 90_000);
});

describe("when the database is gone", () => {
  it("is alive and not ready, and says why", async () => {
    const dir = mkdtempSync(path.join(tmpdir(), "jumelage-gone-"));
    chmodSync(dir, 0o755);
    const cluster = await startCluster({ dir });
    const server = await startProcess({ databaseUrl: cluster.url });
    try {
      const app = new App(server.url);
      expect((await app.get("/readyz")).status).toBe(200);
      await cluster.stop();
      const gone = await app.get("/readyz");
      expect(gone.status).toBe(503);
      expect(gone.data).toEqual({ status: "not-ready", reasons: [{ code: "database" }] });
      expect((await app.get("/healthz")).status).toBe(200);
      const refused = await app.get<{ code: string }>(`/v1/programs/${selfCare}/releases`);
      expect([refused.status, refused.data.code]).toEqual([503, "unavailable"]);
      expect(refused.text).not.toMatch(/ECONN|postgres|127\.0\.0\.1/);
      expect((await new Console(server.url).query("session.get")).status).toBe(500);
    } finally {
      await server.stop();
      await cluster.stop();
    }
  }, 90_000);
});

describe("killed in the middle of publishing", () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));

  it(`leaves the old state or the new one, and the same key tells which (seed ${seed})`, async () => {
    const database = await emptyDatabase();
    const dataDir = temporaryFolder();
    const next = random(seed);
    let server: ServerProcess | undefined;
    try {
      let published = 1;
      for (let round = 0; round < 3; round++) {
        server = await startProcess({ databaseUrl: database.url, dataDir });
        const alex = await Console.of(server.url, reviewer);
        const draft = await approvedDraft(server.url, round);
        const request = {
          id: draft.id,
          hash: draft.hash,
          idempotencyKey: `crash-${seed}-${round}`,
          channel: "production",
          message: "",
        };
        // Whatever becomes of this call: it is cut off somewhere between arriving and being answered.
        const cut = alex.mutate<Published>("publish.publish", request).then(
          (answer) => answer.status === 200,
          () => false,
        );
        const after = Math.floor(next() * 1200);
        await new Promise((resolve) => setTimeout(resolve, after));
        await server.kill();
        const acknowledged = await cut;

        server = await startProcess({ databaseUrl: database.url, dataDir });
        const again = await Console.of(server.url, reviewer);
        const where = `round ${round}, killed after ${after} ms`;
        const state = async () => {
          const releases = (await again.query<ReleaseSummary[]>("releases.list", { program: selfCare })).data;
          const program = await again.query<{ channels: { release: number }[] }>("programs.get", {
            program: selfCare,
          });
          const status = (await again.query<Draft>("drafts.get", { id: draft.id })).data.status;
          return {
            newest: releases[0]?.number,
            count: releases.length,
            channel: program.data.channels[0]?.release,
            status,
          };
        };
        const old = { newest: published, count: published, channel: published, status: "approved" };
        const made = {
          newest: published + 1,
          count: published + 1,
          channel: published + 1,
          status: "published",
        };
        const found = await state();
        expect(acknowledged ? [made] : [old, made], where).toContainEqual(found);
        const repeated = await again.mutate<Published>("publish.publish", request);
        expect([repeated.status, repeated.data.number], where).toEqual([200, published + 1]);
        expect(await state(), where).toEqual(made);
        published += 1;
        await server.stop();
      }
    } finally {
      await server?.kill();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 240_000);
});

/** A draft that differs from the release in force in one text, approved. */
async function approvedDraft(url: string, round: number): Promise<Draft> {
  const camille = await Console.of(url, author);
  const alex = await Console.of(url, reviewer);
  const draft = await newDraft(camille, selfCare);
  const purpose = { fr: `But, version ${round}`, en: `Purpose, version ${round}` };
  const change = { id: draft.id, expectedRevision: draft.revision, ruleSet: { ...draft.ruleSet, purpose } };
  const { hash } = (await camille.mutate<SavedDraft>("drafts.save", change)).data;
  await runLab(camille, draft);
  await camille.mutate("review.request", { id: draft.id, hash, note: "" });
  const approved = await alex.mutate<Draft>("review.approve", {
    id: draft.id,
    hash,
    meaning: "clinical-approval",
  });
  const gates = await gatesOf(alex, draft);
  if (!gates.ready) throw new Error(JSON.stringify(statusesOf(gates)));
  return approved.data;
}

/** Mulberry32: a small generator with a seed. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

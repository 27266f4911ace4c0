// The process itself: what it refuses to start with, how it stops, and what it says when its database is gone.
import { request } from "node:http";
import { mkdtempSync, chmodSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type {
  Draft,
  HazardFile,
  Ledger,
  OriginOfExpectation,
  Program,
  ReleaseSummary,
} from "@jumelage/api/schemas";
import { startCluster } from "@jumelage/db/embedded";
import { describe, expect, it } from "vitest";
import { App, Console, author, gatesOf, newDraft, reviewer, selfCare, serviceChoice } from "./clients.ts";
import { runToEnd, startProcess, temporaryFolder } from "./server-process.ts";

/** A demo opened for the first time has a draft under way: what its people did is recorded as done by them. Discards it. */
async function expectStory(url: string): Promise<void> {
  const alex = await Console.of(url, reviewer);
  const [draft] = (await alex.query<Program>("programs.get", { program: serviceChoice })).data.drafts;
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
      expect(program.data.drafts).toEqual([]);
      expect(await second.stop()).toBe(0);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 90_000);
});

describe("stopping in the middle of work", () => {
  it("ends event streams, answers what is under way, takes nothing new, and ends well", async () => {
    const server = await startProcess();
    const events = await fetch(`${server.url}/v1/programs/${selfCare}/channels/production/events`, {
      headers: { authorization: "Bearer jumelage-demo-key" },
    });
    expect(events.status).toBe(200);
    const reader = events.body?.getReader();
    await reader?.read();

    // A body that arrives in two halves, the second after the signal.
    const body = JSON.stringify({ facts: {} });
    const asking = request(`${server.url}/v1/programs/${selfCare}/channels/production/evaluate`, {
      method: "POST",
      headers: {
        authorization: "Bearer jumelage-demo-key",
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
      },
    });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      asking.once("response", (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode));
      });
      asking.once("error", reject);
    });
    asking.write(body.slice(0, 5));
    await expect.poll(() => fetch(`${server.url}/healthz`).then((r) => r.status)).toBe(200);
    const stopping = server.stop();
    await expect
      .poll(
        () =>
          fetch(`${server.url}/healthz`).then(
            () => "open",
            () => "closed",
          ),
        { timeout: 5000 },
      )
      .toBe("closed");
    asking.end(body.slice(5));
    expect(await answered).toBe(200);
    for (let over = false; !over;) over = (await reader?.read())?.done ?? true;
    expect(await stopping).toBe(0);
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

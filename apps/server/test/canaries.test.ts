// Personal strings sent through every door that takes something about a person, right and wrong, and looked for afterwards
// wherever the server writes: its log, every row of its database, every file of its folder. All of them are invented.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Program, WebhookSecret } from "@jumelage/api/schemas";
import { openDatabase } from "@jumelage/db";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goodClaims, keyPair, list, sign, type KeyPair } from "./cds-client.ts";
import { App, Console, admin, author, newDraft, reviewer, selfCare, type Answer } from "./clients.ts";
import { startProcess, temporaryFolder, type ServerProcess } from "./server-process.ts";

/** In every canary, and in nothing else. */
const mark = "Qx7Zv";
const forms: readonly ((n: string) => string)[] = [
  (n) => `Zélie Vraucourt-${n}`,
  (n) => `VRAZ 5804 ${n}`,
  (n) => `514-555-${n}`,
  (n) => `zelie.${n}@exemple.test`,
  (n) => `12, rue des Érables, app. ${n}, Rimouski`,
  (n) => `née le 4 avril 1958 (${n})`,
  (n) => `dossier/${n}`,
  (n) => `« pense à en finir depuis ${n} »`,
  (n) => `<b>${n}</b>`,
  (n) => `${n}\\";--`,
];
const canaries = Array.from({ length: 50 }, (_, i) => {
  const form = forms[i % forms.length];
  if (!form) throw new Error("no form");
  return form(`${mark}${String(i).padStart(2, "0")}`);
});
/** Written on purpose where texts are kept: what the search must find, or it finds nothing at all. */
const control = "Kw5Jt";

/** A text in every coding in which it could lie: as it is, in hexadecimal, in base 64, and that in hexadecimal. */
function codings(text: string): readonly Buffer[] {
  const inBase64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.from("\0".repeat(shift) + text).toString("base64");
    // Only the characters that no neighbour has a part in.
    return whole.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + text.length) * 8) / 6));
  });
  const plain = [text, ...inBase64];
  return [...plain, ...plain.map((t) => Buffer.from(t).toString("hex"))].map((t) => Buffer.from(t));
}
const holds = (haystack: Buffer, needles: readonly Buffer[]): boolean =>
  needles.some((needle) => haystack.includes(needle));
const digests = canaries.map((c) => Buffer.from(createHash("sha256").update(c).digest("hex")));

/** Every row of every table, as text. */
async function dump(url: string): Promise<Buffer> {
  const database = await openDatabase({ url }, { migrate: false, max: 1 });
  try {
    // What is only in memory goes to the files, which are read next.
    await database.pool.query("checkpoint");
    const tables = await database.pool.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const all: string[] = [];
    for (const { name } of tables.rows) {
      const found = await database.pool.query<{ row: string }>(`select t::text as row from ${name} t`);
      all.push(...found.rows.map((r) => r.row));
    }
    return Buffer.from(all.join("\n"));
  } finally {
    await database.close();
  }
}

/** The files below a folder that hold one of the needles. */
function filesHolding(folder: string, needles: readonly Buffer[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => holds(readFileSync(file), needles));
}

it("what is looked for is found in any coding, wherever it begins", () => {
  const needles = codings(mark);
  for (const before of ["", "a", "ab", "abc"]) {
    const text = Buffer.from(`${before}${mark}04 et la suite`);
    const base64 = text.toString("base64");
    for (const coded of [text.toString(), base64, text.toString("hex"), Buffer.from(base64).toString("hex")])
      expect(holds(Buffer.from(coded), needles), coded).toBe(true);
  }
  expect(holds(Buffer.from("rien"), needles)).toBe(false);
});

describe("what is sent about a person", () => {
  const dataDir = temporaryFolder();
  let server: ServerProcess;
  let app: App;
  let alex: Console;
  let key: KeyPair;
  const issuer = "https://dossier.example/canaris";

  beforeAll(async () => {
    server = await startProcess({ dataDir, env: { JUMELAGE_WEBHOOK_HOSTS: "crochets.exemple.test" } });
    app = new App(server.url);
    alex = await Console.of(server.url, reviewer);
    key = await keyPair("ES384", "canaris");
    await list(server.url, { issuer, keys: [key.publicJwk] });
    const sacha = await Console.of(server.url, admin);
    const hook = { consumer: "demo", url: "https://crochets.exemple.test/crochet" };
    const made = await sacha.mutate<WebhookSecret>("webhooks.create", hook);
    if (made.status !== 200) throw new Error(made.text);
  }, 120_000);
  afterAll(() => server.stop(), 60_000);

  /** Everything an application and a clinical system can say of somebody, with this in every place. */
  async function sendEverywhere(canary: string): Promise<readonly Answer<unknown>[]> {
    const program = `/v1/programs/${selfCare}`;
    const known = { suicidalIdeation: "passive", acutePsychosocialCrisis: false, imminentDanger: false };
    const facts: readonly unknown[] = [
      { ...known, suicidalIdeation: canary },
      { ...known, primaryProblem: { value: canary, observedOn: canary } },
      { ...known, [canary]: canary },
      canary,
    ];
    const bodies: readonly unknown[] = [
      ...facts.map((given) => ({ facts: given })),
      ...facts.map((given) => ({ facts: given, lenient: true, trace: true, lang: "fr" })),
      { facts: known, at: canary, [canary]: canary },
      `{"facts":{"suicidalIdeation":"${canary}`,
    ];
    const doors = ["channels/production/evaluate", "releases/1/evaluate", "channels/production/receipts"];
    const answers: Answer<unknown>[] = [];
    for (const door of doors)
      for (const body of bodies) answers.push(await app.post(`${program}/${door}`, body));
    const lines = [
      ...bodies.map((b) => JSON.stringify(b)),
      JSON.stringify({ id: canary, facts: known }),
      canary,
    ];
    answers.push(
      await app.send(`${program}/channels/production/evaluate-batch`, {
        method: "POST",
        headers: { "content-type": "application/x-ndjson" },
        body: lines.join("\n"),
      }),
    );
    const report = {
      program: selfCare,
      channel: "production",
      version: "1.0",
      release: 1,
      refreshedAt: null,
    };
    for (const said of [
      { facts: [canary] },
      { facts: [], version: canary },
      { facts: [], overrides: [{ reason: canary, count: 1 }] },
      { facts: [{ suicidalIdeation: canary }] },
    ])
      answers.push(await app.post("/v1/report", { ...report, ...said }));
    const coded = encodeURIComponent(canary);
    for (const address of [
      `/v1/programs/${coded}`,
      `${program}/releases?at=${coded}`,
      `/${coded}?nom=${coded}`,
    ])
      answers.push(await app.get(address, { "user-agent": coded, referer: coded, "x-request-id": coded }));
    answers.push(await new App(server.url, coded).get("/v1/programs"));
    answers.push(await cds(canary));
    // The console takes texts that people write; what it refuses it does not keep either.
    answers.push(await alex.query("drafts.get", { id: canary }));
    answers.push(await alex.mutate("review.approve", { id: canary, hash: canary, meaning: canary }));
    answers.push(await new Console(server.url).mutate("session.signIn", { personId: canary }));
    return answers;
  }

  /** A clinical system that tells of a patient by name. */
  async function cds(canary: string): Promise<Answer<unknown>> {
    const address = `${server.url}/cds-services/${selfCare}`;
    const token = await sign(goodClaims(issuer, address), key);
    const about = { subject: { reference: `Patient/${canary}`, display: canary } };
    const response = {
      resourceType: "QuestionnaireResponse",
      status: "completed",
      questionnaire: `urn:jumelage:program:${selfCare}`,
      ...about,
      authored: new Date().toISOString(),
      text: { status: "generated", div: `<div>${canary}</div>` },
      item: [
        { linkId: "suicidalIdeation", answer: [{ valueCoding: { code: canary, display: canary } }] },
        { linkId: "ageYears", text: canary, answer: [{ valueString: canary }] },
      ],
    };
    return new App("", token).send(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        hook: "patient-view",
        hookInstance: crypto.randomUUID(),
        context: { userId: `Practitioner/${canary}`, patientId: canary },
        prefetch: {
          responses: { resourceType: "Bundle", type: "searchset", entry: [{ resource: response }] },
          observations: { resourceType: "Bundle", type: "searchset", entry: [{ resource: { ...about } }] },
        },
      }),
    });
  }

  it("is nowhere afterwards", { timeout: 600_000, ...shows("canaries") }, async () => {
    const statuses = new Map<number, number>();
    for (const canary of canaries) {
      for (const { status, text, headers } of await sendEverywhere(canary)) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        // Whoever asked may be told what they sent; nobody on the way may keep it.
        if (text.includes(mark))
          expect(headers.get("cache-control"), text.slice(0, 200)).toContain("no-store");
      }
    }
    // Answers, and refusals of every kind: nothing was turned away at the first door.
    expect([...statuses.keys()].toSorted((a, b) => a - b)).toEqual(
      expect.arrayContaining([200, 400, 401, 404, 422]),
    );
    expect([...statuses.keys()].filter((s) => s >= 500)).toEqual([]);

    // A webhook goes out, or tries to, with all of that just behind it.
    for (const step of ["suspend", "lift"]) {
      const { data } = await alex.query<Program>("programs.get", { program: selfCare });
      const [channel] = data.channels.filter((c) => c.channel === "production");
      const where = { program: selfCare, channel: "production", expectedSequence: channel?.sequence ?? 0 };
      expect((await alex.mutate(`channels.${step}`, { ...where, message: "essai" })).status).toBe(200);
    }
    // The control: a text that somebody wrote to be kept.
    const camille = await Console.of(server.url, author);
    const draft = await newDraft(camille, selfCare);
    const [first, ...rest] = draft.profiles;
    const kept = await camille.mutate("drafts.save", {
      id: draft.id,
      expectedRevision: draft.revision,
      profiles: [{ ...first, title: { fr: `Titre ${control}`, en: `Title ${control}` } }, ...rest],
    });
    expect(kept.status, kept.text).toBe(200);

    const rows = await dump(server.databaseUrl);
    const written = Buffer.from(server.output());
    const [needles, wanted] = [codings(mark), codings(control)];
    expect(holds(rows, wanted)).toBe(true);
    expect(filesHolding(dataDir, wanted).length).toBeGreaterThan(0);
    expect(written.includes('"msg":"request"')).toBe(true);

    // As booleans: a failure must not print what it found.
    expect({ rows: holds(rows, needles), log: holds(written, needles) }).toEqual({ rows: false, log: false });
    expect({ rows: holds(rows, digests), log: holds(written, digests) }).toEqual({ rows: false, log: false });
    expect(filesHolding(dataDir, needles)).toEqual([]);
    counted("canaries", { asked: canaries.length, reached: canaries.length });
  });
});

// Bodies that nobody should send, by the thousand: each is answered by a clear problem or an evaluation, never by a fault.
import { referencePrograms } from "@jumelage/content";
import { parseProfiles } from "@jumelage/engine";
import { counted, shows } from "@jumelage/engine/test/evidence";
import * as fc from "fast-check";
import { howMany } from "@jumelage/engine/test/small";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admin, App, Console, selfCare } from "./clients.ts";
import { startProcess, type ServerProcess } from "./server-process.ts";

const parsed = parseProfiles(referencePrograms.find((p) => p.program === selfCare)?.profiles);
if (!parsed.ok) throw new Error("the reference profiles do not parse");
const good = parsed.value.map(({ facts }) => JSON.stringify({ facts, at: "2026-03-01" }));
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

const evaluate = `/v1/programs/${selfCare}/channels/production/evaluate`;
const doors = [evaluate, "/v1/report"];

/** A body that was good, with bytes changed, cut, doubled or put in; JSON of no shape at all; and bytes. */
const mutated = fc
  .tuple(
    fc.constantFrom(...good),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom("cut", "double", "put"), fc.string({ maxLength: 8 })), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((body, [where, how, put]) => {
      const at = where % (body.length + 1);
      if (how === "cut") return body.slice(0, at) + body.slice(at + put.length + 1);
      return how === "double"
        ? body.slice(0, at) + body.slice(Math.max(0, at - 9))
        : body.slice(0, at) + put + body.slice(at);
    }, text),
  );
const anyJson = fc.json({ maxDepth: 6 });
const anyFacts = fc
  .dictionary(
    fc.oneof(fc.constantFrom("phq9Total", "ageYears", "__proto__", "constructor"), fc.string()),
    fc.jsonValue(),
  )
  .map((facts) => JSON.stringify({ facts }));
const bodies = fc.oneof(mutated, anyJson, anyFacts, fc.string({ unit: "binary", maxLength: 300 }));

/** What may be said, and nothing else. */
const allowed = new Set([
  "200",
  "400 malformed-json",
  "400 invalid-input",
  "404 not-found",
  "422 invalid-facts",
]);

describe("what nobody should send", () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startProcess();
    // The long run says more in a minute than an app may.
    const limits = { read: 10_000_000, evaluate: 10_000_000 };
    const raised = await (
      await Console.of(server.url, admin)
    ).mutate("consumers.update", { id: "demo", limits });
    if (raised.status !== 200) throw new Error(raised.text);
  }, 120_000);
  afterAll(() => server.stop(), 60_000);

  const many = howMany({ quick: 2000, long: 100_000 });
  const patience = 60_000 + many * 30;

  it(
    `is answered by a clear problem, ${many} times (seed ${seed})`,
    { timeout: patience, ...shows("bad-bodies") },
    async () => {
      const app = new App(server.url);
      const sample = fc.sample(bodies, { seed, numRuns: many });
      const seen = new Map<string, number>();
      const wrong: string[] = [];
      const send = async (body: string, index: number): Promise<void> => {
        const path = doors[index % 5 === 0 ? 1 : 0] ?? evaluate;
        const { status, data, headers, text } = await app.post<{ code?: string; problems?: unknown[] }>(
          path,
          body,
        );
        const said = status === 200 ? "200" : `${status} ${data.code ?? "?"}`;
        seen.set(said, (seen.get(said) ?? 0) + 1);
        const isProblem = headers.get("content-type")?.includes("problem+json") === true;
        const lists = status !== 422 || (data.problems?.length ?? 0) > 0;
        // A problem may name what was sent; what only we know looks like a frame or a path.
        const tells = /\.ts:\d+:\d+|node_modules\//.test(text);
        if (!allowed.has(said) || isProblem === (status === 200) || !lists || tells)
          wrong.push(`${said} for ${JSON.stringify(body.slice(0, 200))}`);
      };
      for (let at = 0; at < sample.length; at += 16)
        await Promise.all(sample.slice(at, at + 16).map((body, i) => send(body, at + i)));
      expect(wrong.slice(0, 5)).toEqual([]);
      for (const said of ["400 malformed-json", "400 invalid-input", "422 invalid-facts"])
        expect(seen.get(said) ?? 0, said).toBeGreaterThan(many / 100);
      expect((await app.post(evaluate, { facts: {} })).status).toBe(200);
      const reached = [...seen.values()].reduce((sum, n) => sum + n, 0);
      counted("bad-bodies", { asked: many, reached, seed });
    },
  );

  it(
    "in a batch is answered line by line, as many as were sent",
    { timeout: patience, ...shows("bad-lines") },
    async () => {
      const app = new App(server.url);
      const lines = fc
        .sample(bodies, { seed, numRuns: many })
        .map((body) => body.replaceAll("\n", " "))
        .filter((body) => body.trim() !== "");
      const answer = await app.send(`${evaluate}-batch`, {
        method: "POST",
        body: lines.join("\n"),
        headers: { "content-type": "application/x-ndjson" },
      });
      const answers = answer.text
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line) as { line: number; error?: { code: string } });
      expect(answers.map((a) => a.line)).toEqual(lines.map((_, i) => i + 1));
      const codes = new Set(answers.map((a) => a.error?.code ?? "none"));
      expect([...codes].toSorted()).toEqual(
        ["invalid-facts", "invalid-input", "malformed-json", "none"].filter((c) => codes.has(c)),
      );
      expect(codes.has("malformed-json")).toBe(true);
      counted("bad-lines", { asked: lines.length, reached: answers.length, seed });
    },
  );
});

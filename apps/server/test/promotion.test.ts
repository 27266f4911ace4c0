// A release on its way from the preview to production, and the apps that came to be known in between: nobody answered for
// them yet, and a promotion says so.
import type { Channel, Draft, Gates, Program, Published, Schedule } from "@jumelage/api/schemas";
import { openDatabase } from "@jumelage/db";
import type { DraftRuleSet } from "@jumelage/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import { admin, Console, gatesOf, type Answer } from "./clients.ts";
import { startProcess, type ServerProcess } from "./server-process.ts";
import { castOf, editedDraft, makeSmallProgram, throughReview, type Cast } from "./small-program.ts";

const program = "promue";
let server: ServerProcess;
let cast: Cast;
let sacha: Console;

beforeAll(async () => {
  server = await startProcess();
  await makeSmallProgram(server.url, program);
  cast = await castOf(server.url, program);
  sacha = await Console.of(server.url, admin);
}, 120_000);
afterAll(() => server.stop(), 60_000);

async function knowApp(id: string): Promise<void> {
  const app = { id, name: `Application ${id}`, kind: "secret", programs: [program], origins: [] };
  expect((await sacha.mutate("consumers.create", app)).status).toBe(200);
}

async function publish(draft: Pick<Draft, "id" | "hash">, channel: string): Promise<Answer<Published>> {
  const { id, hash } = draft;
  const said = { idempotencyKey: crypto.randomUUID(), channel, message: "essai" };
  return cast.reviewer.mutate<Published>("publish.publish", { id, hash, ...said });
}

/** One more question, which nothing rests on yet. */
function withQuestion(ruleSet: DraftRuleSet): DraftRuleSet {
  const [danger] = ruleSet.facts;
  if (!danger) throw new Error("no fact");
  const { validFor: _validFor, ...plain } = danger;
  const fact = { ...plain, id: "followed", safety: false, whenUnknown: "ignore" as const };
  return { ...ruleSet, facts: [...ruleSet.facts, fact] };
}

async function promote(by: Console, answersFor?: readonly string[]): Promise<Answer<Channel>> {
  const { channels } = (await by.query<Program>("programs.get", { program })).data;
  const expectedSequence = channels.find(({ channel }) => channel === "production")?.sequence ?? 0;
  return by.mutate<Channel>("channels.move", {
    program,
    channel: "production",
    release: 2,
    expectedSequence,
    message: "les essais sont finis",
    ...(answersFor === undefined ? {} : { answersFor }),
  });
}

const lackingIn = (gates: Gates): readonly unknown[] =>
  gates.gates.find(({ id }) => id === "consumers")?.findings.map(({ params }) => params["consumer"]) ?? [];

it("an exception is for the apps that were seen, before publishing and when promoting", async () => {
  const { author, reviewer } = cast;
  const first = await throughReview(cast, await editedDraft(cast, (ruleSet) => ruleSet));
  expect((await publish(first, "production")).status).toBe(200);

  // Before publishing: one app lacks the new question and is answered for; then another gets a key.
  await knowApp("early");
  const draft = await throughReview(cast, await editedDraft(cast, withQuestion));
  const waive = (apps?: readonly string[]): Promise<Answer<Gates>> =>
    reviewer.mutate<Gates>("publish.waive", {
      id: draft.id,
      gate: "consumers",
      reason: "l’application suit",
      until: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
      ...(apps === undefined ? {} : { apps }),
    });
  expect(lackingIn(await gatesOf(reviewer, draft))).toEqual(["early"]);
  expect((await waive()).data.ready).toBe(true);
  await knowApp("between");
  const blocked = await publish(draft, "preview");
  expect(blocked.refusal?.code).toBe("publish-blocked");
  expect(lackingIn(blocked.refusal?.details as unknown as Gates)).toEqual(["between", "early"]);
  // Who answers for what they saw does not answer for what came meanwhile.
  expect((await waive(["early"])).data.ready).toBe(false);
  expect((await waive(["early", "between", "nobody"])).data.ready).toBe(true);
  expect((await publish(draft, "preview")).status).toBe(200);

  // On its way to production: a third app is known by now.
  await knowApp("late");
  const refused = await promote(reviewer);
  expect(refused.refusal?.code).toBe("publish-blocked");
  expect(lackingIn(refused.refusal?.details as unknown as Gates)).toContain("late");
  expect((await promote(reviewer, ["early"])).refusal?.code).toBe("publish-blocked");
  const { data: known } = await author.query<Program>("programs.get", { program });
  expect(known.channels.find(({ channel }) => channel === "production")?.release).toBe(1);

  // Planned, it is asked for the same answer, and keeps it: for whom it was given, and not for who came since.
  const plan = (answersFor?: readonly string[]): Promise<Answer<Schedule>> =>
    reviewer.mutate<Schedule>("channels.schedule", {
      program,
      channel: "production",
      what: { release: 2, ...(answersFor === undefined ? {} : { answersFor }) },
      due: new Date(Date.now() + 86_400_000).toISOString(),
      message: "demain",
    });
  const unplanned = await plan();
  expect(unplanned.refusal?.code).toBe("publish-blocked");
  expect(lackingIn(unplanned.refusal?.details as unknown as Gates)).toContain("late");
  const planned = await plan(["late", "nobody"]);
  expect(planned.data.what, planned.text).toEqual({ release: 2, answersFor: ["late"] });

  const moved = await promote(reviewer, ["late", "nobody"]);
  expect(moved.data, moved.text).toMatchObject({ release: 2 });
  const database = await openDatabase({ url: server.databaseUrl }, { migrate: false, max: 1 });
  const { rows } = await database.pool.query<{ payload: string }>(
    "select payload from audit_payloads join audit using (seq) where action = 'channel.promote' order by seq desc limit 1",
  );
  await database.close();
  expect(JSON.parse(rows[0]?.payload ?? "{}")).toMatchObject({ release: 2, answersFor: ["late"] });
}, 180_000);

it("nobody answers for apps for what they wrote themselves", async () => {
  const sachas = { person: "camille-tremblay", of: program, role: "reviewer", granted: true };
  expect((await sacha.mutate("people.setRole", sachas)).status).toBe(200);
  const back = await cast.reviewer.mutate("channels.move", {
    program,
    channel: "production",
    release: 1,
    expectedSequence: 2,
    message: "retour",
  });
  expect(back.status, back.text).toBe(200);
  const answer = await promote(cast.author, ["late"]);
  expect(answer.refusal).toMatchObject({ code: "forbidden", details: { reason: "own-edit" } });
  const planned = await cast.author.mutate("channels.schedule", {
    program,
    channel: "production",
    what: { release: 2, answersFor: ["late"] },
    due: new Date(Date.now() + 86_400_000).toISOString(),
    message: "demain",
  });
  expect(planned.refusal).toMatchObject({ code: "forbidden", details: { reason: "own-edit" } });
});

it("carries out what was planned with the answer that was given then", async () => {
  const planned = await cast.reviewer.mutate<Schedule>("channels.schedule", {
    program,
    channel: "production",
    what: { release: 2, answersFor: ["late"] },
    due: new Date(Date.now() + 1000).toISOString(),
    message: "tout à l’heure",
  });
  expect(planned.status, planned.text).toBe(200);
  await expect
    .poll(
      async () => {
        const { data } = await cast.reviewer.query<Schedule[]>("channels.schedules", { program });
        return data.find(({ id }) => id === planned.data.id);
      },
      { timeout: 30_000, interval: 500 },
    )
    .toMatchObject({ state: "done", outcome: { release: 2 } });
}, 60_000);

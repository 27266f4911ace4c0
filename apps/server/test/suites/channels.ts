// Channels as reviewers move them and as apps see them: preview, going back, out of service and back again.
import type { Channel, ChannelMove, Draft, Program, ReleaseSummary, Schedule } from "@jumelage/api/schemas";
import { openPointer, suspendedSince } from "@jumelage/engine";
import { shows } from "@jumelage/engine/test/evidence";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { App, Console, admin, author, newDraft, reviewer, selfCare, viewer } from "../clients.ts";
import { seeEverything } from "../journey.ts";
import { trustedKeys } from "./publish.ts";

interface Evaluated {
  readonly release: number;
  readonly sequence: number;
  readonly suspended?: string;
  readonly result: { readonly decisions: Record<string, { state: string; possible: string[] }> };
}

/** A schedule is looked for every few seconds. */
const timed = { timeout: 120_000, ...shows("planned") };

export function channelTests(server: Running): void {
  describe("channels", () => {
    let alex: Console;
    let app: App;
    let numbers: number[] = [];
    beforeAll(async () => {
      alex = await Console.of(server().url, reviewer);
      app = new App(server().url);
      const list = await alex.query<ReleaseSummary[]>("releases.list", { program: selfCare });
      numbers = list.data.map((r) => r.number);
    });

    const channels = async () =>
      (await alex.query<Program>("programs.get", { program: selfCare })).data.channels;
    const at = async (channel: string) => (await channels()).find((c) => c.channel === channel);
    const step = async (
      procedure: "move" | "suspend" | "lift",
      channel: "preview" | "production",
      more: object = {},
    ) =>
      alex.mutate<Channel>(`channels.${procedure}`, {
        program: selfCare,
        channel,
        expectedSequence: (await at(channel))?.sequence ?? 0,
        message: `essai : ${procedure}`,
        ...more,
      });
    const pointerOf = async (channel: string) => {
      const answer = await app.get(`/v1/programs/${selfCare}/channels/${channel}`);
      const terms = { trusted: await trustedKeys(app), program: selfCare, channel };
      const opened = await openPointer(new TextEncoder().encode(answer.text), terms);
      if (!opened.ok) throw new Error(opened.code);
      return opened.value.pointer;
    };
    const evaluated = async (channel: string, body: object = {}) =>
      (
        await app.post<Evaluated>(`/v1/programs/${selfCare}/channels/${channel}/evaluate`, {
          facts: {},
          ...body,
        })
      ).data;
    const latest = () => Math.max(...numbers);

    it("opens the preview, promotes into it, and goes back by a new sequence to an old release", async () => {
      expect(numbers.length).toBeGreaterThan(1);
      expect(await at("preview")).toBeUndefined();
      const opened = await step("move", "preview", { release: latest() });
      expect(opened.data).toMatchObject({ channel: "preview", sequence: 1, release: latest() });
      expect((await step("move", "preview", { release: latest() })).refusal?.code).toBe("invalid-input");
      const back = await step("move", "preview", { release: 1 });
      expect(back.data).toMatchObject({ sequence: 2, release: 1, suspendedSince: null });
      expect(await pointerOf("preview")).toMatchObject({ sequence: 2, release: 1 });
      expect(await evaluated("preview")).toMatchObject({ release: 1, sequence: 2 });
      expect(await at("production")).toMatchObject({ release: latest() });
      const history = await alex.query<ChannelMove[]>("channels.history", {
        program: selfCare,
        channel: "preview",
      });
      expect(history.data).toMatchObject([
        { sequence: 2, release: 1, reason: "roll-back", message: "essai : move", by: "Alex Roy" },
        { sequence: 1, release: latest(), reason: "promote" },
      ]);
    });

    it("refuses a move that was decided on an older state, an unknown release, and one without a reason", async () => {
      const stale = await step("move", "preview", { release: latest(), expectedSequence: 1 });
      expect(stale.refusal).toMatchObject({
        code: "stale-revision",
        details: { channel: { sequence: 2, release: 1 } },
      });
      expect((await step("move", "preview", { release: 999 })).refusal?.code).toBe("not-found");
      expect((await step("suspend", "preview", { message: " " })).refusal?.code).toBe("invalid-input");
      expect(await at("preview")).toMatchObject({ sequence: 2 });
    });

    it("suspended, gives every person the answer of clinical judgement, and apps a pointer that says so", async () => {
      const known = { facts: { suicidalThoughts: true }, lenient: true, trace: true, lang: "fr" };
      expect((await evaluated("preview", known)).suspended).toBeUndefined();
      const suspended = await step("suspend", "preview");
      const since = suspended.data.suspendedSince;
      expect(since).toEqual(expect.any(String));
      const pointer = await pointerOf("preview");
      expect(pointer).toMatchObject({ sequence: 3, release: 1 });
      expect(suspendedSince(pointer)).toBe(since);
      for (const body of [{}, known, { facts: { nobodyDeclaresThis: 1 } }]) {
        const answer = await evaluated("preview", body);
        expect(answer).toMatchObject({ release: 1, sequence: 3, suspended: since });
        expect(answer).not.toHaveProperty("explanation");
        expect(answer).not.toHaveProperty("certain");
        for (const decision of Object.values(answer.result.decisions))
          expect(decision).not.toHaveProperty("outcome");
        expect(answer.result.decisions["orientation"]).toMatchObject({ state: "@undetermined", missing: [] });
      }
      // A batch says the same of every line that can be read, and of the others what is wrong with them.
      const lines = [{ id: "a" }, { id: "b", ...known }, { id: "c", facts: 1 }].map((line) => ({
        facts: {},
        ...line,
      }));
      const batch = await app.send(`/v1/programs/${selfCare}/channels/preview/evaluate-batch`, {
        method: "POST",
        headers: { "content-type": "application/x-ndjson" },
        body: lines.map((line) => JSON.stringify(line)).join("\n"),
      });
      expect(batch.status).toBe(200);
      const answers = batch.text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Partial<Evaluated> & { id: string; error?: object });
      expect(answers.map((a) => a.id)).toEqual(["a", "b", "c"]);
      for (const answer of answers.slice(0, 2)) {
        expect(answer).toMatchObject({ release: 1, sequence: 3, suspended: since });
        expect(answer).not.toHaveProperty("explanation");
        for (const decision of Object.values(answer.result?.decisions ?? {}))
          expect(decision).not.toHaveProperty("outcome");
        expect(answer.result?.decisions["orientation"]).toMatchObject({
          state: "@undetermined",
          missing: [],
        });
      }
      expect(answers[2]).toMatchObject({ error: { code: "invalid-input" } });
      const listed = await app.get<{ programs: { program: string; channels: object[] }[] }>("/v1/programs");
      expect(listed.data.programs.find((p) => p.program === selfCare)?.channels).toContainEqual(
        expect.objectContaining({ channel: "preview", suspended: since }),
      );
      // The other channel, and the release asked for by its number, are not concerned.
      expect((await evaluated("production")).suspended).toBeUndefined();
    });

    it("stays suspended when it is moved, and answers again once lifted", async () => {
      const moved = await step("move", "preview", { release: latest() });
      expect(moved.data.suspendedSince).toEqual(expect.any(String));
      expect((await evaluated("preview")).suspended).toEqual(expect.any(String));
      expect((await step("lift", "preview")).data).toMatchObject({ suspendedSince: null, release: latest() });
      expect(suspendedSince(await pointerOf("preview"))).toBeUndefined();
      expect(await evaluated("preview")).toMatchObject({ release: latest(), sequence: 5 });
      expect((await evaluated("preview")).suspended).toBeUndefined();
      // Lifting again changes nothing.
      expect((await step("lift", "preview")).data).toMatchObject({ sequence: 5 });
    });

    const schedules = async () =>
      (await alex.query<Schedule[]>("channels.schedules", { program: selfCare })).data;
    const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
    const plan = (what: object, due: string) =>
      alex.mutate<Schedule>("channels.schedule", {
        program: selfCare,
        channel: "preview",
        what,
        due,
        message: "au matin",
      });
    const ended = async (id: string) => {
      await expect
        .poll(async () => (await schedules()).find((s) => s.id === id)?.state, { timeout: 60_000 })
        .not.toBe("waiting");
      return (await schedules()).find((s) => s.id === id);
    };

    it("is moved at the time that was set, in the name of who set it", timed, async () => {
      expect((await plan({ release: 1 }, inMs(-1000))).refusal?.code).toBe("invalid-input");
      expect((await plan({ release: 1 }, inMs(400 * 24 * 3600 * 1000))).refusal?.code).toBe("invalid-input");
      expect((await plan({ release: 999 }, inMs(3600_000))).refusal?.code).toBe("not-found");
      const before = await at("preview");
      const planned = await plan({ release: 1 }, inMs(1500));
      expect(planned.data).toMatchObject({ state: "waiting", createdBy: "Alex Roy", what: { release: 1 } });
      const sequence = (before?.sequence ?? 0) + 1;
      expect(await ended(planned.data.id)).toMatchObject({
        state: "done",
        outcome: { release: 1, sequence },
      });
      expect(await at("preview")).toMatchObject({ release: 1, sequence });
    });

    it("stays where it is when the gates refuse what was set, and says which", timed, async () => {
      const camille = await Console.of(server().url, author);
      const draft = await newDraft(camille, selfCare);
      const save = async (revision: number, ruleSet: unknown) => {
        const change = { id: draft.id, expectedRevision: revision, ruleSet };
        const answer = await camille.mutate("drafts.save", change);
        if (answer.status !== 200) throw new Error(answer.text);
        return (await camille.query<Draft>("drafts.get", { id: draft.id })).data;
      };
      const purpose = { fr: "Un autre but", en: "Another purpose" };
      const edited = await save(draft.revision, { ...draft.ruleSet, purpose });
      const what = { draft: draft.id, hash: edited.hash };
      // Not approved yet: nothing is written down.
      expect((await plan(what, inMs(3600_000))).refusal).toMatchObject({
        code: "publish-blocked",
        details: { reason: "not-approved" },
      });
      await camille.mutate("review.request", { id: draft.id, hash: edited.hash, note: "À relire" });
      await seeEverything(alex, draft);
      await alex.mutate("review.approve", {
        id: draft.id,
        hash: edited.hash,
        meaning: "clinical-approval",
      });
      const before = await at("preview");
      // A day of review that will have passed is no day to choose.
      const tooSoon = {
        ...what,
        reviewBy: new Date(Date.now() - 48 * 3600_000).toISOString().slice(0, 10),
      };
      expect((await plan(tooSoon, inMs(3600_000))).refusal?.code).toBe("invalid-input");
      const dated = { ...what, reviewBy: "2099-01-31" };
      const kept = await plan(dated, inMs(3600_000));
      expect(kept.data).toMatchObject({ what: dated, draft: { name: edited.name, stands: true } });
      // Approved, but nobody compared it with the release in force: the gates say so when its time comes.
      const refused = await plan(what, inMs(1500));
      const gates = expect.arrayContaining(["differences"]) as unknown;
      expect(await ended(refused.data.id)).toMatchObject({
        state: "failed",
        outcome: { code: "publish-blocked", gates },
      });
      // Approved when it was set, edited since: not what was approved.
      const late = await plan(what, inMs(1500));
      await save(edited.revision, {
        ...edited.ruleSet,
        purpose: { fr: "Encore un autre", en: "Yet another" },
      });
      expect(await ended(late.data.id)).toMatchObject({
        state: "failed",
        outcome: { code: "stale-revision" },
      });
      // What is planned and will not be says so before its time.
      expect((await schedules()).find((s) => s.id === kept.data.id)).toMatchObject({
        state: "waiting",
        draft: { stands: false },
      });
      await alex.mutate("channels.unschedule", { program: selfCare, schedule: kept.data.id });
      expect(await at("preview")).toEqual(before);
      const taken = await plan({ release: latest() }, inMs(3600_000));
      const back = { program: selfCare, schedule: taken.data.id };
      expect((await alex.mutate<Schedule>("channels.unschedule", back)).data.state).toBe("cancelled");
      expect((await alex.mutate("channels.unschedule", back)).refusal?.code).toBe("stale-revision");
      await camille.mutate("drafts.discard", { id: draft.id });
    });

    it("ends for good when its program says so, from pointers signed anew at once", async () => {
      const sacha = await Console.of(server().url, admin);
      const set = (hardExpiryHours: number | null) =>
        sacha.mutate<Program>("programs.setTerms", {
          program: selfCare,
          hardExpiryHours,
          reviewMonths: null,
        });
      expect((await set(47)).refusal?.code).toBe("invalid-input");
      const before = await pointerOf("production");
      expect(before).not.toHaveProperty("hardExpires");
      expect((await set(72)).data).toMatchObject({ hardExpiryHours: 72 });
      const ending = await pointerOf("production");
      expect(ending).toMatchObject({ sequence: before.sequence + 1, release: before.release });
      expect(Date.parse(ending.hardExpires ?? "") - Date.parse(ending.issuedAt)).toBe(72 * 3600 * 1000);
      expect((await set(null)).data).toMatchObject({ hardExpiryHours: null });
      expect(await pointerOf("production")).not.toHaveProperty("hardExpires");
    });

    it("is shown with its past to whoever only reads", async () => {
      const noa = await Console.of(server().url, viewer);
      const history = await noa.query<ChannelMove[]>("channels.history", {
        program: selfCare,
        channel: "preview",
      });
      expect(history.data.map((m) => m.reason)).toEqual([
        "renew",
        "renew",
        "roll-back",
        "lift",
        "promote",
        "suspend",
        "roll-back",
        "promote",
      ]);
    });
  });
}

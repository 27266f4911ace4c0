// The kind of a change on its way: proved of a draft, signed in its release, and taken or held back by apps that follow
// by kind. Beside it the gate of what apps lack for what a change adds.
import type { ConsumerWithKey, Draft, Gates, Published } from "@jumelage/api/schemas";
import { openRelease, type ChangeKind, type DraftRuleSet, type PublicJwk } from "@jumelage/engine";
import { createClient, digest, type Client, type Follow } from "@jumelage/sdk";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { App, Console, admin, gatesOf } from "../clients.ts";
import {
  approvedDraft,
  castOf,
  editedDraft,
  makeSmallProgram,
  throughReview,
  type Cast,
} from "../small-program.ts";
import { trustedKeys } from "./publish.ts";

const program = "degres";
const until = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);
const both = (fr: string, en: string) => ({ fr, en });

/** Whether somebody wants to be called back: what the program does not know at first. */
const wish: DraftRuleSet["facts"][number] = {
  id: "wantsCall",
  label: both("Souhaite un appel", "Wants a call"),
  question: both("La personne souhaite-t-elle un appel?", "Does the person want a call?"),
  type: "boolean",
  whenUnknown: "ignore",
  safety: false,
  sources: [],
};
const wished = (doc: DraftRuleSet, whenUnknown: "block" | "ignore"): DraftRuleSet => ({
  ...doc,
  facts: doc.facts.map((f) => (f.id === wish.id ? { ...f, whenUnknown } : f)),
});
const when = (doc: DraftRuleSet, criterion: string, condition: DraftRuleSet["criteria"][number]["when"]) => ({
  ...doc,
  criteria: doc.criteria.map((c) => (c.id === criterion ? { ...c, when: condition } : c)),
});
const saying = (doc: DraftRuleSet, fr: string): DraftRuleSet => ({
  ...doc,
  decisions: doc.decisions.map((d) => ({
    ...d,
    outcomes: d.outcomes.map((o) => (o.id === "to-assess" ? { ...o, message: both(fr, fr) } : o)),
  })),
});
const isTrue = (fact: string, value = true) => ({ fact, operator: "equal" as const, value });

/** A fact, an outcome before the last one, and the criterion that leads from one to the other. */
function withCalls(doc: DraftRuleSet): DraftRuleSet {
  const [first] = doc.criteria;
  const [decision] = doc.decisions;
  if (!first || !decision) throw new Error("the small program has a criterion and a decision");
  const [immediate, ...rest] = decision.outcomes;
  if (!immediate) throw new Error("the small program has an outcome");
  const call = {
    ...immediate,
    id: "call-back",
    label: both("Rappeler", "Call back"),
    tone: "caution" as const,
  };
  return {
    ...doc,
    facts: [...doc.facts, wish],
    decisions: [{ ...decision, outcomes: [immediate, { ...call, override: true }, ...rest] }],
    criteria: [
      ...doc.criteria,
      {
        ...first,
        id: "C2",
        title: both("La personne souhaite un appel.", "The person wants a call."),
        when: isTrue(wish.id),
        then: { decision: decision.id, outcome: call.id },
      },
    ],
  };
}

/** Each change to the release before it, with the kind that it is of for everybody. */
const changes: readonly (readonly [ChangeKind, (doc: DraftRuleSet) => DraftRuleSet])[] = [
  ["equivalent", (doc) => when(doc, "C1", { all: [isTrue("immediateDanger"), isTrue("immediateDanger")] })],
  ["texts-only", (doc) => saying(doc, "Évaluer, puis exercer son jugement.")],
  ["changes-outcomes", withCalls],
  ["more-cautious", (doc) => wished(doc, "block")],
  ["decides-more", (doc) => wished(doc, "ignore")],
];

export function kindTests(server: Running): void {
  describe("kinds of change", () => {
    let cast: Cast;
    let sacha: Console;
    const keys = new Map<string, string>();
    const clients = new Map<Follow, Client>();
    let trust: readonly PublicJwk[];

    const publish = async (draft: Draft): Promise<Published> => {
      const answer = await cast.reviewer.mutate<Published>("publish.publish", {
        id: draft.id,
        hash: draft.hash,
        idempotencyKey: `degres-${draft.id}`,
        channel: "production",
        message: "Essai des sortes de changement",
      });
      if (answer.status !== 200) throw new Error(answer.text);
      return answer.data;
    };
    /** A reviewer answers for whatever may be answered for, but for gates that a test looks at itself. */
    const answered = async (draft: Draft, but: readonly string[] = []): Promise<Gates> => {
      for (const gate of (await gatesOf(cast.reviewer, draft)).gates) {
        if (gate.status === "passed" || !gate.waivable || but.includes(gate.id)) continue;
        const reason = "Un petit programme d’essai";
        await cast.reviewer.mutate("publish.waive", { id: draft.id, gate: gate.id, reason, until });
      }
      return gatesOf(cast.reviewer, draft);
    };
    const client = (follow: Follow): Client =>
      createClient({
        url: server().url,
        key: keys.get("clinic") ?? "",
        program,
        channel: "production",
        trust,
        follow,
      });
    const releaseOf = async (number: number) => {
      const app = new App(server().url, keys.get("clinic"));
      const bytes = await app.bytes(`/v1/programs/${program}/releases/${number}`);
      const opened = await openRelease(bytes, {
        trusted: await trustedKeys(app),
        digest,
        program,
        expected: { release: number },
      });
      if (!opened.ok) throw new Error(opened.code);
      return opened.value.release;
    };
    const report = async (consumer: string, more: object): Promise<void> => {
      const said = { program, channel: "production", version: "1.0", refreshedAt: null, ...more };
      const answer = await new App(server().url, keys.get(consumer)).post("/v1/report", said);
      if (answer.status !== 200) throw new Error(answer.text);
    };

    beforeAll(async () => {
      await makeSmallProgram(server().url, program);
      cast = await castOf(server().url, program);
      sacha = await Console.of(server().url, admin);
      for (const id of ["clinic", "silent"]) {
        const made = await sacha.mutate<ConsumerWithKey>("consumers.create", {
          id,
          name: `Application ${id}`,
          kind: "secret",
          programs: [program],
          origins: [],
        });
        if (made.status !== 200) throw new Error(made.text);
        keys.set(id, made.data.key);
      }
      trust = (await new App(server().url).get<{ keys: PublicJwk[] }>("/v1/keys")).data.keys;
      await publish(await approvedDraft(cast, 1));
      for (const follow of ["more-cautious-only", "all"] as const) {
        const made = client(follow);
        expect(await made.refresh()).toMatchObject({ state: "current", release: 1 });
        clients.set(follow, made);
      }
      await report("clinic", { release: 1, facts: ["immediateDanger"] });
    }, 240_000);

    const pinned = () => clients.get("more-cautious-only");
    /** Publishes the change at this place, with whatever a reviewer may answer for answered for. */
    const step = async (place: number): Promise<void> => {
      const [kind, edit] = changes[place] ?? [];
      if (!kind || !edit) throw new Error("no such change");
      const draft = await editedDraft(cast, edit);
      await throughReview(cast, draft);
      const gates = await answered(draft);
      expect(gates.gates.filter((g) => g.status !== "passed" && g.status !== "waived")).toEqual([]);
      const { number } = await publish(draft);
      expect((await releaseOf(number)).change).toMatchObject({ from: number - 1, kind });
      expect(await clients.get("all")?.refresh()).toMatchObject({ state: "current", release: number });
    };

    it.each([
      [0, "equivalent"],
      [1, "texts-only"],
    ] as const)("change %i is %s, and taken", { timeout: 120_000 }, async (place, _kind) => {
      await step(place);
      expect(await pinned()?.refresh()).toMatchObject({ state: "current", release: place + 2 });
    });

    it(
      "a fact and an outcome are added: the gate names what each app lacks",
      { timeout: 120_000 },
      async () => {
        const draft = await editedDraft(cast, withCalls);
        await throughReview(cast, draft);
        const gates = await answered(draft, ["consumers"]);
        const open = gates.gates.filter((g) => g.status !== "passed" && g.status !== "waived");
        expect(open.map(({ id, status, waivable, count }) => ({ id, status, waivable, count }))).toEqual([
          { id: "consumers", status: "failed", waivable: true, count: 2 },
        ]);
        const outcomes = { of: "orientation", ids: ["call-back"] };
        const clinic = { consumer: "clinic", name: "Application clinic", channel: "production" };
        const silent = { consumer: "silent", name: "Application silent" };
        expect(open[0]?.findings).toEqual([
          { code: "consumer-facts", params: { ...clinic, ids: ["wantsCall"] } },
          { code: "consumer-outcomes", params: { ...clinic, ...outcomes } },
          { code: "consumer-facts-unsaid", params: { ...silent, ids: ["wantsCall"] } },
          { code: "consumer-outcomes", params: { ...silent, ...outcomes } },
        ]);
        await expect(publish(draft)).rejects.toThrow("publish-blocked");
        await sacha.mutate("consumers.revoke", { id: "silent" });
        const without = (await gatesOf(cast.reviewer, draft)).gates.find((g) => g.id === "consumers");
        expect(without?.findings).toHaveLength(2);
        await cast.author.mutate("drafts.discard", { id: draft.id });
      },
    );

    it(
      "with them outcomes change: held back; the release says what the app lacked",
      { timeout: 120_000 },
      async () => {
        await step(2);
        const held = { release: 4, step: { from: 3, to: 4, kind: "changes-outcomes" } };
        expect(await pinned()?.refresh()).toMatchObject({ state: "held", release: 3, held });
        // What the app has not taken leaves its answers as they were.
        const known = { immediateDanger: false, wantsCall: true };
        const state = (release: number, is: string) => ({
          release,
          result: { decisions: { orientation: { state: is } } },
        });
        expect(pinned()?.evaluate({ immediateDanger: false })).toMatchObject(state(3, "to-assess"));
        expect(clients.get("all")?.evaluate(known)).toMatchObject(state(4, "call-back"));
        const { evidence } = await releaseOf(4);
        expect(evidence.gates.find((g) => g.id === "consumers")).toMatchObject({
          status: "waived",
          count: 2,
        });
        expect(evidence.waivers.find((w) => w.name === "consumers")).toMatchObject({
          by: { name: "Alex Roy" },
        });
        expect(evidence["consumers"]).toEqual([
          { consumer: "clinic", channel: "production", kind: "facts", ids: ["wantsCall"] },
          {
            consumer: "clinic",
            channel: "production",
            kind: "outcomes",
            of: "orientation",
            ids: ["call-back"],
          },
        ]);
      },
    );

    it(
      "more cautious is taken, deciding more is not, by an app that took what came before",
      { timeout: 120_000 },
      async () => {
        const late = client("more-cautious-only");
        expect(await late.refresh()).toMatchObject({ state: "current", release: 4 });
        await step(3);
        expect(await late.refresh()).toMatchObject({ state: "current", release: 5 });
        await step(4);
        const held = { release: 6, step: { from: 5, to: 6, kind: "decides-more" } };
        expect(await late.refresh()).toMatchObject({ state: "held", release: 5, held });
        // Whoever was held back earlier is held by the first step it may not take, whatever came since.
        expect(await pinned()?.refresh()).toMatchObject({ state: "held", release: 3, held: { release: 6 } });
        expect(await client(["decides-more"]).refresh()).toMatchObject({ state: "current", release: 6 });
      },
    );

    it(
      "an app that sends what is new and uses the release lacks only what comes next",
      { timeout: 120_000 },
      async () => {
        await report("clinic", { release: 6, facts: ["immediateDanger", "wantsCall"] });
        const draft = await editedDraft(cast, (doc) => ({
          ...doc,
          facts: [...doc.facts, { ...wish, id: "other" }],
        }));
        const gates = await gatesOf(cast.author, draft);
        const lacking = gates.gates.find((g) => g.id === "consumers")?.findings.map((f) => f.params["ids"]);
        expect(lacking).toEqual([["other"]]);
        await cast.author.mutate("drafts.discard", { id: draft.id });
      },
    );
  });
}

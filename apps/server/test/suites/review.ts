// Reviewing a draft together: what has to be seen before it is approved, and what people say about it.
import type { ChangesToSee, Draft, SavedDraft, Threads } from "@jumelage/api/schemas";
import { shows } from "@jumelage/engine/test/evidence";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { Console, admin, author, newDraft, qa, reviewer, selfCare, viewer } from "../clients.ts";
import { seeEverything } from "../journey.ts";

export function reviewTests(server: Running): void {
  let [camille, alex, dominique, noa, sacha]: Console[] = [];
  const of = (console: Console | undefined): Console => {
    if (!console) throw new Error("not signed in");
    return console;
  };
  beforeAll(async () => {
    [camille, alex, dominique, noa, sacha] = await Promise.all(
      [author, reviewer, qa, viewer, admin].map((who) => Console.of(server().url, who)),
    );
  });

  const saved = async (draft: Draft, change: object): Promise<Draft> => {
    const answer = await of(camille).mutate<SavedDraft>("drafts.save", {
      id: draft.id,
      expectedRevision: draft.revision,
      ...change,
    });
    if (answer.status !== 200) throw new Error(answer.text);
    return (await of(camille).query<Draft>("drafts.get", { id: draft.id })).data;
  };
  const purpose = (text: string) => ({ fr: text, en: text });
  /** With a threshold that is not the one it was, whatever other tests have published. */
  const higher = ({ ruleSet: { parameters } }: Draft) =>
    parameters.map((p) => (p.id === "phq9LookAgain" ? { ...p, value: p.value + 1 } : p));
  /** A draft with a threshold, a text and a hazard changed, in review. */
  const inReview = async (): Promise<Draft> => {
    const draft = await newDraft(of(camille), selfCare);
    const parameters = higher(draft);
    const edited = await saved(draft, {
      ruleSet: { ...draft.ruleSet, parameters, purpose: purpose("But") },
      hazards: draft.hazards.slice(1),
    });
    return askReview(edited);
  };
  const askReview = async (draft: Draft): Promise<Draft> => {
    const asked = await of(camille).mutate<Draft>("review.request", {
      id: draft.id,
      hash: draft.hash,
      note: "",
    });
    if (asked.status !== 200) throw new Error(asked.text);
    return asked.data;
  };
  const approve = (draft: Draft) =>
    of(alex).mutate<Draft>("review.approve", { id: draft.id, hash: draft.hash, meaning: "review" });
  const listed = async (by: Console, { id }: Draft) =>
    (await by.query<ChangesToSee>("review.changes", { id })).data.changes;
  const mark = async (by: Console, draft: Draft, anchor: string, seen = true) => {
    const found = (await listed(by, draft)).find((c) => c.anchor === anchor);
    const change = { anchor, fingerprint: found?.fingerprint };
    return by.mutate<ChangesToSee>("review.see", { id: draft.id, changes: [change], seen });
  };

  describe("what has to be seen", () => {
    it(
      "a draft is approved only by somebody who has marked each change as it stands",
      shows("changes-seen"),
      async () => {
        const draft = await inReview();
        const all = await listed(of(alex), draft);
        const hazard = all.map((c) => c.anchor).find((a) => a.startsWith("hazard//"));
        expect(all.map((c) => c.anchor)).toEqual([
          `rule-set//${selfCare}`,
          "parameter//phq9LookAgain",
          hazard,
        ]);
        expect((await approve(draft)).refusal).toMatchObject({
          code: "changes-unseen",
          details: { changes: all.map(({ anchor }) => ({ anchor })) },
        });
        // Another person's mark is not one's own.
        await seeEverything(of(dominique), draft);
        expect((await approve(draft)).refusal?.code).toBe("changes-unseen");
        for (const { anchor } of all.slice(1)) await mark(of(alex), draft, anchor);
        const one = await approve(draft);
        expect(one.refusal?.details["changes"]).toEqual([
          {
            anchor: `rule-set//${selfCare}`,
            words: {
              fr: expect.stringMatching(/raison d’être/i) as string,
              en: expect.stringMatching(/purpose/i) as string,
            },
          },
        ]);
        const marked = await mark(of(alex), draft, `rule-set//${selfCare}`);
        expect(marked.data.changes.map((c) => c.seenBy.map((s) => s.by.id))).toEqual(
          all.map(() => [qa, reviewer]),
        );
        expect((await approve(draft)).data).toMatchObject({ status: "approved" });
      },
    );

    it("an edit makes the change it touches unseen again, and no other; put back, it is as it was", async () => {
      const draft = await inReview();
      await seeEverything(of(alex), draft);
      const parameters = higher(draft);
      const edited = await askReview(await saved(draft, { ruleSet: { ...draft.ruleSet, parameters } }));
      const refused = await approve(edited);
      expect(refused.refusal).toMatchObject({
        code: "changes-unseen",
        details: { changes: [{ anchor: "parameter//phq9LookAgain" }] },
      });
      const back = await askReview(await saved(edited, { ruleSet: draft.ruleSet }));
      expect((await approve(back)).status).toBe(200);
    });

    it("a mark is for a change as it was listed, and can be taken back", async () => {
      const draft = await inReview();
      const anchor = "parameter//phq9LookAgain";
      const stale = { id: draft.id, changes: [{ anchor, fingerprint: "0".repeat(64) }], seen: true };
      expect((await of(alex).mutate("review.see", stale)).refusal?.code).toBe("stale-revision");
      const nothing = [{ anchor: "criterion//nulle-part", fingerprint: "0".repeat(64) }];
      expect(
        (await of(alex).mutate("review.see", { id: draft.id, changes: nothing, seen: true })).refusal?.code,
      ).toBe("stale-revision");
      await seeEverything(of(alex), draft);
      await mark(of(alex), draft, anchor, false);
      expect((await approve(draft)).refusal?.details["changes"]).toMatchObject([{ anchor }]);
      await of(camille).mutate("drafts.discard", { id: draft.id });
      expect((await mark(of(alex), draft, anchor)).refusal?.code).toBe("release-immutable");
    });

    it("the journal tells who marked what", async () => {
      const draft = await inReview();
      await mark(of(alex), draft, "parameter//phq9LookAgain");
      const { data } = await of(alex).query<{
        lines: { action: string; by: { id: string }; details: { changes?: object } }[];
      }>("journal.page", { program: selfCare });
      expect(data.lines[0]).toMatchObject({ action: "review.see", by: { id: reviewer } });
      const [line] = data.lines;
      expect(Object.keys(line?.details.changes ?? {})).toEqual(["parameter//phq9LookAgain"]);
    });
  });

  describe("comments", () => {
    const say = (by: Console, draft: Draft, anchor: string, text = "Pourquoi 16?") =>
      by.mutate<Threads>("comments.write", { id: draft.id, anchor, text });

    it("are written, answered, resolved and opened again by those who work on the draft", async () => {
      const draft = await inReview();
      const { id } = draft;
      const anchor = "parameter//phq9LookAgain";
      const [first] = (await say(of(dominique), draft, anchor)).data;
      expect(first).toMatchObject({
        anchor,
        said: [{ by: { id: qa }, text: "Pourquoi 16?" }],
        resolved: null,
      });
      const thread = first?.thread;
      await of(camille).mutate("comments.answer", { id, thread, text: "  Comme NICE NG222.  " });
      const [resolved] = (await of(alex).mutate<Threads>("comments.resolve", { id, thread })).data;
      expect(resolved).toMatchObject({
        said: [{ by: { id: qa } }, { by: { id: author }, text: "Comme NICE NG222." }],
        resolved: { by: { id: reviewer } },
      });
      const [open] = (await of(camille).mutate<Threads>("comments.reopen", { id, thread })).data;
      expect(open?.resolved).toBeNull();
      await say(of(alex), draft, "", "De l’ensemble");
      const all = await of(alex).query<Threads>("comments.list", { id });
      expect(all.data.map((t) => t.anchor)).toEqual([anchor, ""]);
    });

    it("are not for those who only look, nor for another program's draft or a closed one", async () => {
      const draft = await inReview();
      const { id } = draft;
      for (const who of [noa, sacha]) {
        expect((await say(of(who), draft, "")).refusal?.code).toBe("forbidden");
        expect((await of(who).query("comments.list", { id })).refusal?.code).toBe("forbidden");
      }
      const [first] = (await say(of(alex), draft, "profile//PA03")).data;
      const other = await newDraft(of(camille), selfCare);
      const elsewhere = { id: other.id, thread: first?.thread };
      const noThread = { code: "invalid-input", details: { reason: "no-thread" } };
      expect((await of(alex).mutate("comments.resolve", elsewhere)).refusal).toEqual(noThread);
      expect((await of(alex).mutate("comments.answer", { ...elsewhere, text: "x" })).refusal).toEqual(
        noThread,
      );
      // `newDraft` discarded the first: it stays readable.
      expect((await say(of(alex), draft, "")).refusal?.code).toBe("release-immutable");
      expect((await of(alex).query<Threads>("comments.list", { id })).data).toHaveLength(1);
    });

    it.each([
      ["", " \n "],
      ["", "x".repeat(2001)],
      ["criterion//", "x"],
      ["nothing//A-I1", "x"],
      ["criterion/A-I1", "x"],
    ])("about %j with the text %j are not taken", async (anchor, text) => {
      const draft = await newDraft(of(camille), selfCare);
      expect((await say(of(alex), draft, anchor, text)).refusal?.code).toBe("invalid-input");
    });
  });
}

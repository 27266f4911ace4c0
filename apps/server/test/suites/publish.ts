import { createPublicKey, verify } from "node:crypto";
import {
  gateIds,
  type Draft,
  type Gates,
  type Published,
  type ReleaseEvidence,
  type ReleaseSummary,
  type SavedDraft,
} from "@jumelage/api/schemas";
import { keyIdOf, openPointer, openRelease, type PublicJwk, type Verifier } from "@jumelage/engine";
import { shows } from "@jumelage/engine/test/evidence";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { App, Console, author, gatesOf, newDraft, reviewer, selfCare } from "../clients.ts";
import { confirmReopened, reviewed, runLab, seeEverything, statusesOf, withThreshold16 } from "../journey.ts";

const digest = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));

/** The server's keys, checked with Node's own cryptography. */
export async function trustedKeys(app: App): Promise<readonly Verifier[]> {
  const { keys } = (await app.get<{ keys: PublicJwk[] }>("/v1/keys")).data;
  return Promise.all(
    keys.map(async (jwk) => {
      const key = createPublicKey({ key: { kty: jwk.kty, crv: jwk.crv, x: jwk.x }, format: "jwk" });
      return {
        keyId: await keyIdOf(jwk, digest),
        verify: (bytes, signature) => Promise.resolve(verify(null, bytes, key, signature)),
      };
    }),
  );
}

export function publishTests(server: Running): void {
  describe("from an edit to a release", () => {
    let camille: Console;
    let alex: Console;
    let app: App;
    beforeAll(async () => {
      camille = await Console.of(server().url, author);
      alex = await Console.of(server().url, reviewer);
      app = new App(server().url);
    });

    const saved = async (by: Console, draft: Draft, change: object): Promise<Draft> => {
      const answer = await by.mutate<SavedDraft>("drafts.save", {
        id: draft.id,
        expectedRevision: draft.revision,
        ...change,
      });
      if (answer.status !== 200) throw new Error(answer.text);
      return (await by.query<Draft>("drafts.get", { id: draft.id })).data;
    };
    const reviewBy = new Date(Date.now() + 365 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    const failing = (gates: Gates) => gates.gates.filter((g) => g.status === "failed").map((g) => g.id);
    const publish = (by: Console, draft: Draft, key: string) =>
      by.mutate<Published>("publish.publish", {
        id: draft.id,
        hash: draft.hash,
        idempotencyKey: key,
        channel: "production",
        message: "Seuil du PHQ-9",
        reviewBy,
      });
    /** A draft with the new threshold; `corrected`: with the two expectations it changes. */
    const edited = async (corrected: boolean): Promise<Draft> => {
      const draft = await newDraft(camille, selfCare);
      const changed = await saved(camille, draft, { ruleSet: withThreshold16(draft.ruleSet) });
      if (!corrected) return changed;
      const gates = await gatesOf(camille, changed);
      const obtained = gates.gates.find((g) => g.id === "profiles")?.findings ?? [];
      const profiles = changed.profiles.map((profile) => {
        if (!obtained.some((f) => f.profile === profile.id)) return profile;
        const decisions = { orientation: "match" };
        return { ...profile, expected: { decisions } };
      });
      const reasons = { PA03: "Nouveau seuil", PA55: "Nouveau seuil" };
      return saved(camille, changed, { profiles, reasons });
    };

    it("the gates find exactly the profiles that move, and the missing approval", async () => {
      const gates = await gatesOf(camille, await edited(false));
      expect(statusesOf(gates)).toEqual({
        base: "passed",
        diagnostics: "passed",
        profiles: "failed",
        evaluators: "passed",
        properties: "not-run",
        differences: "not-run",
        mutants: "not-run",
        boundaries: "passed",
        "sign-off": "failed",
        hazards: "passed",
        sources: "passed",
        sentences: "failed",
        consumers: "passed",
        approval: "failed",
      });
      const profiles = gates.gates.find((g) => g.id === "profiles");
      expect(profiles?.count).toBe(100);
      expect([...new Set(profiles?.findings.map((f) => f.profile))]).toEqual(["PA03", "PA55"]);
      expect(profiles?.findings).toContainEqual(
        expect.objectContaining({
          code: "profile-state",
          profile: "PA03",
          params: { decision: "orientation", expected: "deeper", obtained: "match" },
        }),
      );
      expect(gates.ready).toBe(false);
    });

    it("the gates refuse a draft with something left to fill in, and name the criterion", async () => {
      const draft = await newDraft(camille, selfCare);
      const criteria = draft.ruleSet.criteria.map((c) =>
        c.id === "A-D4" ? { ...c, when: { hole: {} } } : c,
      );
      const holed = await saved(camille, draft, { ruleSet: { ...draft.ruleSet, criteria } });
      const gates = await gatesOf(camille, holed);
      expect(failing(gates)).toEqual([
        "diagnostics",
        "profiles",
        "evaluators",
        "boundaries",
        "sign-off",
        "approval",
      ]);
      expect(
        gates.gates.find((g) => g.id === "diagnostics")?.findings.every((f) => f.criterion === "A-D4"),
      ).toBe(true);
    });

    it("nobody approves before review is asked for, nor what they did not see", async () => {
      const draft = await edited(true);
      const approve = (hash: string) =>
        alex.mutate("review.approve", { id: draft.id, hash, meaning: "clinical-approval" });
      expect((await approve(draft.hash)).refusal).toMatchObject({
        code: "forbidden",
        details: { status: "editing" },
      });
      await camille.mutate("review.request", { id: draft.id, hash: draft.hash, note: "À relire" });
      expect((await approve("f".repeat(64))).refusal?.code).toBe("stale-revision");
      expect(
        (await camille.mutate("review.request", { id: draft.id, hash: draft.hash, note: "" })).refusal?.code,
      ).toBe("forbidden");
    });

    it(
      "whoever edited cannot approve, not even having edited before others did",
      shows("no-self-approval"),
      async () => {
        const draft = await edited(true);
        const touched = await saved(alex, draft, {
          ruleSet: { ...draft.ruleSet, purpose: { fr: "Autre but", en: "Other" } },
        });
        const again = await saved(camille, touched, { ruleSet: draft.ruleSet });
        await camille.mutate("review.request", { id: again.id, hash: again.hash, note: "" });
        const refused = await alex.mutate("review.approve", {
          id: again.id,
          hash: again.hash,
          meaning: "clinical-approval",
        });
        expect(refused.refusal).toMatchObject({ code: "forbidden", details: { reason: "own-edit" } });
        expect((await publish(alex, again, "own-edit-key-1")).refusal?.code).toBe("publish-blocked");
      },
    );

    it("an edit after approval voids it", shows("what-was-approved"), async () => {
      const draft = await edited(true);
      await camille.mutate("review.request", { id: draft.id, hash: draft.hash, note: "" });
      await seeEverything(alex, draft);
      const approved = await alex.mutate<Draft>("review.approve", {
        id: draft.id,
        hash: draft.hash,
        meaning: "clinical-approval",
      });
      expect(approved.data).toMatchObject({
        status: "approved",
        approvals: [{ by: { id: reviewer }, current: true }],
      });
      const later = await saved(camille, approved.data, {
        ruleSet: { ...draft.ruleSet, purpose: { fr: "Autre", en: "Other" } },
      });
      expect(later).toMatchObject({ status: "editing", approvals: [{ current: false }] });
      expect(failing(await gatesOf(camille, later))).toEqual(["sign-off", "sentences", "approval"]);
      const blocked = await publish(alex, later, "edit-after-approval");
      expect(blocked.refusal).toMatchObject({ code: "publish-blocked", details: { ready: false } });
      expect((await publish(alex, draft, "edit-after-approval")).refusal?.code).toBe("stale-revision");
    });

    it("a reviewer gives a draft back, with a reason", async () => {
      const draft = await edited(true);
      await camille.mutate("review.request", { id: draft.id, hash: draft.hash, note: "" });
      expect((await alex.mutate("review.return", { id: draft.id, reason: " " })).refusal?.code).toBe(
        "invalid-input",
      );
      const back = await alex.mutate<Draft>("review.return", { id: draft.id, reason: "Préciser la source" });
      expect(back.data).toMatchObject({ status: "editing", note: "Préciser la source" });
    });

    it("publishes once, however often it is asked, and the channel moves", { timeout: 240_000 }, async () => {
      const before = await app.get(`/v1/programs/${selfCare}/channels/production`);
      const etag = before.headers.get("etag") ?? "";
      expect(
        (await app.get(`/v1/programs/${selfCare}/channels/production`, { "if-none-match": etag })).status,
      ).toBe(304);
      const [last] = (await camille.query<ReleaseSummary[]>("releases.list", { program: selfCare })).data;
      const draft = await edited(true);
      await reviewed(draft, { author: camille, reviewer: alex });
      expect((await publish(alex, draft, "lab-not-run-yet")).refusal?.code).toBe("publish-blocked");
      const jobs = await runLab(camille, draft);
      expect(jobs.map((job) => [job.kind, job.state])).toEqual([
        ["proofs", "done"],
        ["mutation", "done"],
        ["difference", "done"],
      ]);
      expect(failing(await gatesOf(alex, draft))).toEqual(["sign-off", "sentences"]);
      expect(await confirmReopened(alex, draft)).toEqual(["parameter/phq9LookAgain", "sentence/SP5"]);
      const gates = await gatesOf(alex, draft);
      expect([...new Set(Object.values(statusesOf(gates)))]).toEqual(["passed"]);
      expect(gates).toMatchObject({ ready: true, hash: draft.hash });

      const answers = await Promise.all(
        Array.from({ length: 4 }, () => publish(alex, draft, "publish-threshold-16")),
      );
      expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200]);
      const [first] = answers;
      if (!first || !last) throw new Error("nothing published");
      for (const answer of answers) expect(answer.data).toEqual(first.data);
      expect(first.data.number).toBe(last.number + 1);
      const other = await publish(alex, draft, "another-key-entirely");
      expect(other.refusal?.code).toBe("release-immutable");

      const list = (await camille.query<ReleaseSummary[]>("releases.list", { program: selfCare })).data;
      expect(list.filter((r) => r.number > last.number)).toEqual([
        expect.objectContaining({
          ...pick(first.data),
          publishedBy: "Alex Roy",
          approvedBy: ["Alex Roy"],
          note: "Seuil du PHQ-9",
          waivers: [],
          reviewBy,
        }),
      ]);
      const moved = await app.get(`/v1/programs/${selfCare}/channels/production`, { "if-none-match": etag });
      expect(moved.status).toBe(200);
      expect(moved.headers.get("etag")).not.toBe(etag);
      const terms = { trusted: await trustedKeys(app), program: selfCare, channel: "production" };
      const pointer = await openPointer(new TextEncoder().encode(moved.text), terms);
      expect(pointer).toMatchObject({
        ok: true,
        value: {
          pointer: { release: first.data.number, sha256: first.data.sha256, sequence: first.data.sequence },
        },
      });
    });

    it("a release verifies, carries its evidence, and is the same bytes for ever", async () => {
      const [latest] = (await camille.query<ReleaseSummary[]>("releases.list", { program: selfCare })).data;
      if (!latest) throw new Error("no release");
      const path = `/v1/programs/${selfCare}/releases/${latest.number}`;
      const bytes = await app.bytes(path);
      const terms = {
        trusted: await trustedKeys(app),
        digest,
        program: selfCare,
        expected: { release: latest.number, sha256: latest.sha256 },
      };
      const opened = await openRelease(bytes, terms);
      if (!opened.ok) throw new Error(opened.code);
      const { release } = opened.value;
      expect(release.evidence.reviewBy).toBe(latest.reviewBy);
      const answer = await app.post(`${path}/evaluate`, { facts: {} });
      expect(answer.data).toMatchObject({ reviewBy: latest.reviewBy });
      expect(answer.data).not.toHaveProperty("overdue");
      expect(release.evidence.gates.map((g) => g.id)).toEqual(gateIds);
      expect(release.evidence.gates.every((g) => g.status === "passed")).toBe(true);
      expect(release.change).toMatchObject({ from: latest.number - 1, kind: "changes-outcomes" });
      expect(release.change.witnesses).toContainEqual(
        expect.objectContaining({ decision: "orientation", from: "deeper", to: "match" }),
      );
      expect(release.evidence.proofs).toContainEqual(
        expect.objectContaining({ property: "SP5", status: "proved" }),
      );
      expect(release.evidence.scores).toMatchObject({ mutants: { floor: 0.95 }, boundaries: { floor: 0.9 } });
      expect(release.evidence.waivers).toEqual([]);
      expect(release.evidence["hazards"]).toContainEqual(expect.objectContaining({ id: "H01" }));
      expect(release.evidence["confirmations"]).toContainEqual(
        expect.objectContaining({
          kind: "parameter",
          id: "phq9LookAgain",
          by: { id: reviewer, name: "Alex Roy" },
        }),
      );
      expect(release.evidence.approvals).toMatchObject([
        { by: { id: reviewer, name: "Alex Roy" }, meaning: "clinical-approval" },
      ]);
      // The console reads the same from the same bytes, without the documents.
      const said = await camille.query<ReleaseEvidence>("releases.evidence", {
        program: selfCare,
        number: latest.number,
      });
      expect(said.data).toMatchObject({
        changedFrom: latest.number - 1,
        approvals: release.evidence.approvals.map(({ at }) => ({
          name: "Alex Roy",
          at,
          meaning: "clinical-approval",
        })),
        waivers: [],
      });
      expect(said.data.proofs.properties).toHaveLength(release.ruleSet.properties.length);
      expect(said.data.proofs.properties).toContainEqual({ id: "SP5", status: "proved" });
      expect(said.data.proofs.standard.proved).toBe(said.data.proofs.standard.all);
      expect(said.data.proofs.standard.all).toBeGreaterThan(10);
      const missing = { program: selfCare, number: 999 };
      expect((await camille.query("releases.evidence", missing)).refusal?.code).toBe("not-found");
      expect(release.vectors).toHaveLength(100);
      expect(release.ruleSet.parameters.find((p) => p.id === "phq9LookAgain")?.value).toBe(16);
      expect(Buffer.from(await app.bytes(path)).equals(Buffer.from(bytes))).toBe(true);
      const tampered = new Uint8Array(bytes);
      const middle = Math.floor(bytes.length / 2);
      tampered[middle] = (tampered[middle] ?? 0) ^ 1;
      expect((await openRelease(tampered, { ...terms, expected: {} })).ok).toBe(false);
    });
  });
}

function pick({ number, sha256 }: Published) {
  return { number, sha256 };
}

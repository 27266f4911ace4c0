// Programs made, copied, brought in, renamed and archived: by administrators only, as drafts that go through every gate.
import type { Draft, Gates, Program, ProgramListItem } from "@jumelage/api/schemas";
import { readAudit, openDatabase } from "@jumelage/db";
import type { DraftRuleSet } from "@jumelage/engine";
import { canonicalJson } from "@jumelage/engine";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { frozen, frozenVersions } from "@jumelage/sdk/test/frozen";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { App, Console, admin, author, qa, reviewer, selfCare, serviceChoice } from "../clients.ts";
import { confirmReopened, jobDone, reviewed, statusesOf } from "../journey.ts";

const title = { fr: "Soutien aux proches", en: "Support for relatives" };
const people = [
  { id: author, role: "author" },
  { id: reviewer, role: "reviewer" },
  { id: qa, role: "qa" },
];

export function programTests(server: Running): void {
  describe("programs", () => {
    let sacha: Console;
    let camille: Console;
    let alex: Console;
    const create = (input: object) => sacha.mutate<Program>("programs.create", input);
    const draftOf = async (program: Program): Promise<Draft> =>
      (await camille.query<Draft>("drafts.get", { id: program.drafts[0]?.id ?? "" })).data;

    beforeAll(async () => {
      const { url } = server();
      sacha = await Console.of(url, admin);
      camille = await Console.of(url, author);
      alex = await Console.of(url, reviewer);
    });

    it("goes from nothing to a release that a consumer reads, past every gate", async () => {
      const program = "soutien-aux-proches";
      const draftName = "Première version";
      const made = await create({ program, title, from: { kind: "nothing" }, draftName, people });
      expect(made.data).toMatchObject({
        program,
        title,
        current: null,
        drafts: [{ status: "editing", name: draftName }],
      });
      const draft = await draftOf(made.data);
      expect(draft.ruleSet).toMatchObject({ program, title });
      expect(draft.ruleSet.facts).toMatchObject([{ safety: true }]);
      expect(draft.ruleSet.decisions).toHaveLength(1);
      expect(draft.authors.map((a) => a.id)).toEqual([admin]);
      const before = (await camille.query<Gates>("publish.gates", { id: draft.id })).data;
      expect(statusesOf(before)).toMatchObject({
        base: "passed",
        diagnostics: "passed",
        profiles: "passed",
        evaluators: "passed",
        boundaries: "passed",
        hazards: "passed",
        sources: "passed",
        differences: "passed",
        "sign-off": "failed",
        sentences: "failed",
        consumers: "passed",
        approval: "failed",
      });
      // There is nothing yet to differ from.
      for (const kind of ["proofs", "mutation"] as const) await jobDone(camille, { draft: draft.id }, kind);
      await confirmReopened(alex, draft);
      await reviewed(draft, { author: camille, reviewer: alex });
      const after = (await alex.query<Gates>("publish.gates", { id: draft.id })).data;
      expect(after.gates.filter((g) => g.status !== "passed")).toEqual([]);
      const published = await alex.mutate("publish.publish", {
        id: draft.id,
        hash: draft.hash,
        idempotencyKey: "first-of-its-own",
        channel: "production",
        message: "Première version",
      });
      expect(published.text).toContain('"number":1');
      const released = await sacha.query<Program>("programs.get", { program });
      expect(released.data.current).toMatchObject({ number: 1, approvedBy: ["Alex Roy"] });
    });

    it("copies what another program has in force, under its own name", async () => {
      const from = { kind: "program", program: serviceChoice };
      const made = await create({ program: "copie", title, from, people });
      const copy = await draftOf(made.data);
      const source = (
        await camille.query<{ ruleSet: DraftRuleSet; profiles: { id: string }[]; hazards: unknown[] }>(
          "releases.get",
          { program: serviceChoice, number: 1 },
        )
      ).data;
      expect(copy.ruleSet).toEqual({ ...source.ruleSet, program: "copie", title });
      expect(copy.profiles.map((p) => p.id)).toEqual(source.profiles.map((p) => p.id));
      expect(copy.hazards).toEqual(source.hazards);
      // Whether an expectation was blind is known where it was entered, and nowhere else.
      expect(new Set(copy.profiles.map((p) => p.provenance))).toEqual(new Set(["accepted-output"]));
    });

    it("takes in a rule set as a draft, and lists what is wrong with one that does not parse", async () => {
      const { ruleSet } = (
        await camille.query<{ ruleSet: DraftRuleSet }>("releases.get", { program: selfCare, number: 1 })
      ).data;
      const made = await create({ program: "venu", title, from: { kind: "documents", ruleSet }, people });
      expect((await draftOf(made.data)).ruleSet).toEqual({ ...ruleSet, program: "venu" });
      const broken = { ...ruleSet, facts: [{ ...ruleSet.facts[0], type: "regex" }] };
      const refused = await create({
        program: "venu-mal",
        title,
        from: { kind: "documents", ruleSet: broken },
        people,
      });
      expect(refused.refusal).toMatchObject({
        code: "invalid-input",
        details: {
          diagnostics: expect.arrayContaining([
            expect.objectContaining({ at: ["ruleSet", "facts", 0, "type"] }),
          ]),
        },
      });
      expect((await sacha.query("programs.get", { program: "venu-mal" })).refusal?.code).toBe("not-found");
    });

    it("takes in a signed release of its own or of keys that are given, and no other", async () => {
      const envelope = (await camille.query<string>("releases.envelope", { program: selfCare, number: 1 }))
        .data;
      const bytes = await new App(server().url).bytes(`/v1/programs/${selfCare}/releases/1`);
      expect(envelope).toBe(new TextDecoder().decode(bytes));
      const from = { kind: "release", envelope, program: selfCare };
      const made = await create({ program: "revenu", title, from, people });
      const draft = await draftOf(made.data);
      expect(draft.profiles.length).toBeGreaterThan(20);
      expect(draft.hazards.length).toBeGreaterThan(10);

      const refusedOf = async (changed: object) =>
        (await create({ program: "refuse", title, from: { ...from, ...changed }, people })).refusal?.details;
      expect(await refusedOf({ program: serviceChoice })).toEqual({
        reason: "release-refused",
        code: "wrong-program",
      });
      expect(await refusedOf({ envelope: `${envelope} ` })).toMatchObject({ reason: "release-refused" });
      const foreign = await signedElsewhere(envelope);
      expect(await refusedOf({ envelope: foreign.envelope })).toEqual({
        reason: "release-refused",
        code: "unknown-key",
      });
      const taken = await create({
        program: "d-ailleurs",
        title,
        from: { ...from, envelope: foreign.envelope, keys: [foreign.key] },
        people,
      });
      expect((await draftOf(taken.data)).hash).not.toBe("");
      expect((await sacha.query("programs.get", { program: "refuse" })).refusal?.code).toBe("not-found");
    });

    it.each(frozenVersions)("takes in a release that the server of format %i signed", async (version) => {
      const { release, trust } = frozen(version);
      const envelope = new TextDecoder().decode(release);
      const from = { kind: "release", envelope, program: selfCare, keys: trust };
      const made = await create({ program: `format-${version}`, title, from, people });
      expect((await draftOf(made.data)).profiles.length).toBeGreaterThan(20);
    });

    it("says of a release and of a rule set of a later format that this server is too old for them", async () => {
      const envelope = new TextDecoder().decode(
        await new App(server().url).bytes(`/v1/programs/${selfCare}/releases/1`),
      );
      const newer = await signedElsewhere(envelope, { schemaVersion: 2, more: {} });
      const release = { kind: "release", envelope: newer.envelope, program: selfCare, keys: [newer.key] };
      expect((await create({ program: "demain", title, from: release, people })).refusal?.details).toEqual({
        reason: "release-refused",
        code: "unsupported-schema",
      });
      const draft = await draftOf(
        (await sacha.query<Program>("programs.get", { program: "d-ailleurs" })).data,
      );
      const documents = {
        kind: "documents",
        ruleSet: { ...draft.ruleSet, schemaVersion: 2, facts: "elsewhere" },
      };
      expect(
        (await create({ program: "demain", title, from: documents, people })).refusal?.details,
      ).toMatchObject({ diagnostics: [{ code: "newer-schema", params: { got: 2, supported: 1 } }] });
      expect((await sacha.query("programs.get", { program: "demain" })).refusal?.code).toBe("not-found");
    });

    it(
      "accepts none of 200 single flipped bits of a release",
      { timeout: 120_000, ...shows("import") },
      async () => {
        const envelope = (await camille.query<string>("releases.envelope", { program: selfCare, number: 1 }))
          .data;
        const bytes = new TextEncoder().encode(envelope);
        let accepted = 0;
        for (let i = 0; i < 200; i++) {
          const flipped = bytes.slice();
          const at = Math.floor((i * bytes.length) / 200);
          flipped[at] = (flipped[at] ?? 0) ^ (1 << (i % 7));
          const from = { kind: "release", envelope: new TextDecoder().decode(flipped), program: selfCare };
          const { status } = await create({ program: "retourne", title, from, people: [] });
          if (status === 200) accepted += 1;
        }
        expect(accepted).toBe(0);
        counted("import", { asked: 200, reached: 200 - accepted });
      },
    );

    it("refuses an id that is taken, and a person nobody knows, and leaves nothing behind", async () => {
      const from = { kind: "nothing" };
      const taken = await create({ program: selfCare, title, from, people });
      expect(taken.refusal).toEqual({
        code: "invalid-input",
        details: { reason: "program-exists", program: selfCare },
      });
      const stranger = await create({
        program: "seul",
        title,
        from,
        people: [{ id: "nobody", role: "author" }],
      });
      expect(stranger.refusal?.details).toEqual({ reason: "unknown-person", person: "nobody" });
      expect((await sacha.query("programs.get", { program: "seul" })).refusal?.code).toBe("not-found");
    });

    it("starts anew a program whose first draft was discarded", async () => {
      const made = await create({ program: "recommence", title, from: { kind: "nothing" }, people });
      await camille.mutate("drafts.discard", { id: made.data.drafts[0]?.id });
      const again = await camille.mutate<Draft>("drafts.start", { program: "recommence" });
      expect(again.data.ruleSet).toMatchObject({ program: "recommence", title });
      expect(again.data.authors.map((a) => a.id)).toEqual([author]);
    });

    it("gives another title, and says so in the audit", async () => {
      const renamed = await sacha.mutate<Program>("programs.rename", {
        program: "copie",
        title: { fr: "Copie de travail", en: "Working copy" },
      });
      expect(renamed.data.title.fr).toBe("Copie de travail");
      const database = await openDatabase({ url: server().databaseUrl }, { migrate: false, max: 1 });
      const actions = (await readAudit(database.db, { limit: 10_000 }))
        .filter((row) => row.subject === "program:copie")
        .map((row) => [row.action, row.actor]);
      await database.close();
      expect(actions).toEqual([
        ["program.create", admin],
        ["program.update", admin],
      ]);
    });

    it("archives: channels answer 410 with the last release's number, releases stay readable, nothing is written", async () => {
      const app = new App(server().url);
      const base = `/v1/programs/${serviceChoice}`;
      const evaluate = { facts: {} };
      const open = (await camille.query<Program>("programs.get", { program: serviceChoice })).data.drafts;
      expect((await app.get(`${base}/channels/production`)).status).toBe(200);
      const archived = await sacha.mutate<Program>("programs.archive", { program: serviceChoice });
      expect(archived.data.archivedAt).not.toBeNull();
      try {
        for (const answer of [
          await app.get(`${base}/channels/production`),
          await app.post(`${base}/channels/production/evaluate`, evaluate),
        ]) {
          expect(answer.status).toBe(410);
          expect(answer.data).toMatchObject({ code: "archived", release: archived.data.current?.number });
        }
        expect((await app.get(`${base}/releases/1`)).status).toBe(200);
        expect((await app.post(`${base}/releases/1/evaluate`, evaluate)).status).toBe(200);
        expect((await camille.query("releases.get", { program: serviceChoice, number: 1 })).status).toBe(200);
        const refusals = [
          await camille.mutate("drafts.start", { program: serviceChoice }),
          ...(await Promise.all(open.map(({ id }) => camille.mutate("drafts.discard", { id })))),
        ];
        for (const { refusal } of refusals) expect(refusal?.code).toBe("archived");
        const list = (await camille.query<ProgramListItem[]>("programs.list")).data;
        expect(list.find((p) => p.program === serviceChoice)?.archivedAt).toBe(archived.data.archivedAt);
        expect((await app.get<{ programs: { program: string }[] }>("/v1/programs")).text).not.toContain(
          serviceChoice,
        );
      } finally {
        await sacha.mutate("programs.reopen", { program: serviceChoice });
      }
      expect((await app.get(`${base}/channels/production`)).status).toBe(200);
    });
  });
}

/** The same payload signed by a key of another installation. */
/** The envelope with another key’s signature, and with what is changed of its payload. */
async function signedElsewhere(envelope: string, changed?: object) {
  const { privateKey, publicKey } = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  const { x = "" } = await crypto.subtle.exportKey("jwk", publicKey);
  const key = { kty: "OKP", crv: "Ed25519", x, kid: "elsewhere" };
  const { payload, payloadType } = JSON.parse(envelope) as { payload: string; payloadType: string };
  const own = Buffer.from(payload, "base64");
  const body = changed
    ? Buffer.from(canonicalJson({ ...(JSON.parse(own.toString()) as object), ...changed }))
    : own;
  const signed = Buffer.concat([
    Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${body.length} `),
    body,
  ]);
  const sig = Buffer.from(await crypto.subtle.sign("Ed25519", privateKey, signed)).toString("base64");
  const signatures = [{ keyid: key.kid, sig }];
  const text = JSON.stringify({ payload: body.toString("base64"), payloadType, signatures });
  return { envelope: text, key };
}

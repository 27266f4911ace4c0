// The whole matrix: every procedure of the router, for everybody, in a program where they have a role and in one
// where they have none. What is expected is written out here, apart from the table the server uses.
import { createHash } from "node:crypto";
import { appRouter } from "@jumelage/api";
import { createConsumer, createProgram, inTransaction, openDatabase } from "@jumelage/db";
import { shows } from "@jumelage/engine/test/evidence";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { Console, admin, author, newDraft, qa, reviewer, selfCare, viewer } from "../clients.ts";

const people = { viewer, qa, author, reviewer, admin } as const;
type Who = keyof typeof people;

/** Who gets past authorisation. */
const allowed: Readonly<Record<string, readonly Who[] | "everybody" | "signed-in">> = {
  "session.get": "everybody",
  "session.signIn": "everybody",
  "session.signInWithPassword": "everybody",
  "session.link": "everybody",
  "session.choosePassword": "everybody",
  "session.signOut": "everybody",
  "session.stepUpWays": "signed-in",
  "session.stepUp": "signed-in",
  "programs.list": "signed-in",
  "inbox.list": "signed-in",
  "programs.get": ["viewer", "qa", "author", "reviewer", "admin"],
  "programs.setFloors": ["admin"],
  "programs.setSmallCell": ["admin"],
  "programs.setTerms": ["admin"],
  "programs.create": ["admin"],
  "programs.rename": ["admin"],
  "programs.archive": ["admin"],
  "programs.reopen": ["admin"],
  "releases.list": ["viewer", "qa", "author", "reviewer", "admin"],
  "releases.get": ["viewer", "qa", "author", "reviewer", "admin"],
  "releases.evidence": ["viewer", "qa", "author", "reviewer", "admin"],
  "releases.envelope": ["viewer", "qa", "author", "reviewer", "admin"],
  "drafts.start": ["qa", "author", "reviewer"],
  "drafts.get": ["viewer", "qa", "author", "reviewer", "admin"],
  "drafts.here": ["viewer", "qa", "author", "reviewer", "admin"],
  "drafts.save": ["qa", "author", "reviewer"],
  "drafts.rename": ["qa", "author", "reviewer"],
  "drafts.incoming": ["author", "reviewer"],
  "drafts.update": ["author", "reviewer"],
  "drafts.discard": ["author", "reviewer"],
  "comments.list": ["qa", "author", "reviewer"],
  "comments.write": ["qa", "author", "reviewer"],
  "comments.answer": ["qa", "author", "reviewer"],
  "comments.resolve": ["qa", "author", "reviewer"],
  "comments.reopen": ["qa", "author", "reviewer"],
  "review.changes": ["qa", "author", "reviewer"],
  "review.see": ["qa", "author", "reviewer"],
  "review.request": ["author", "reviewer"],
  "review.return": ["reviewer"],
  "review.approve": ["reviewer"],
  "publish.gates": ["qa", "author", "reviewer"],
  "publish.waive": ["reviewer"],
  "publish.unwaive": ["reviewer"],
  "publish.publish": ["reviewer"],
  "people.list": ["admin"],
  "people.add": ["admin"],
  "people.newLink": ["admin"],
  "people.setRole": ["admin"],
  "people.setAdmin": ["admin"],
  "people.setAccess": ["admin"],
  "channels.history": ["viewer", "qa", "author", "reviewer", "admin"],
  "channels.move": ["reviewer"],
  "channels.suspend": ["reviewer"],
  "channels.lift": ["reviewer"],
  "channels.schedules": ["viewer", "qa", "author", "reviewer", "admin"],
  "channels.schedule": ["reviewer"],
  "channels.unschedule": ["reviewer"],
  "profiles.form": ["qa", "author", "reviewer"],
  "profiles.enter": ["qa", "author", "reviewer"],
  "profiles.origins": ["viewer", "qa", "author", "reviewer", "admin"],
  "lab.job": ["viewer", "qa", "author", "reviewer", "admin"],
  "lab.start": ["qa", "author", "reviewer"],
  "lab.cancel": ["qa", "author", "reviewer"],
  "lab.ledger": ["viewer", "qa", "author", "reviewer", "admin"],
  "lab.confirm": ["reviewer"],
  "lab.hazards": ["viewer", "qa", "author", "reviewer", "admin"],
  "lab.history": ["viewer", "qa", "author", "reviewer", "admin"],
  "journal.page": ["qa", "author", "reviewer", "admin"],
  "journal.state": ["qa", "author", "reviewer", "admin"],
  "journal.verify": ["qa", "author", "reviewer", "admin"],
  "consumers.list": ["admin"],
  "consumers.create": ["admin"],
  "consumers.update": ["admin"],
  "consumers.rotateKey": ["admin"],
  "consumers.revoke": ["admin"],
  "cdsClients.list": ["admin"],
  "cdsClients.save": ["admin"],
  "cdsClients.remove": ["admin"],
  "webhooks.list": ["admin"],
  "webhooks.create": ["admin"],
  "webhooks.renewSecret": ["admin"],
  "webhooks.pause": ["admin"],
  "webhooks.resume": ["admin"],
  "webhooks.deliveries": ["admin"],
  "webhooks.resend": ["admin"],
  "webhooks.remove": ["admin"],
};

/** What belongs to no program: whoever may not is told so, wherever else they have a role. */
const ofInstallation: readonly string[] = [
  "consumers.list",
  "consumers.create",
  "consumers.update",
  "consumers.rotateKey",
  "consumers.revoke",
  "cdsClients.list",
  "cdsClients.save",
  "cdsClients.remove",
  "people.list",
  "people.add",
  "people.newLink",
  "people.setRole",
  "people.setAdmin",
  "people.setAccess",
  "programs.create",
  "webhooks.list",
  "webhooks.create",
  "webhooks.renewSecret",
  "webhooks.pause",
  "webhooks.resume",
  "webhooks.deliveries",
  "webhooks.resend",
  "webhooks.remove",
];
/** A public key, with whose private half nobody signs anything. */
const key = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", kid: "k" };
const title = { fr: "Autre", en: "Other" };
const hash = "0".repeat(64);
const elsewhere = "autre-programme";

/** An input that authorisation can judge and that changes nothing. */
function inputFor(procedure: string, where: { program: string; draft: string }): unknown {
  const { program, draft: id } = where;
  // A draft that differs in nothing is compared at once.
  const job = { target: { draft: id }, kind: "difference" };
  // Nobody ever saw a channel there: the move is refused as stale.
  const seen = { program, channel: "production", expectedSequence: 999_999, message: "x" };
  const inputs: Readonly<Record<string, unknown>> = {
    "channels.history": { program, channel: "production" },
    "channels.move": { ...seen, release: 1 },
    "channels.suspend": seen,
    "channels.lift": seen,
    "channels.schedules": { program },
    "channels.schedule": {
      program,
      channel: "preview",
      what: { release: 1 },
      due: "2000-01-01T00:00:00Z",
      message: "x",
    },
    "channels.unschedule": { program, schedule: crypto.randomUUID() },
    "programs.get": { program },
    "journal.page": { program },
    "journal.state": { program },
    "journal.verify": { program },
    "programs.setFloors": { program, floors: { mutants: 0.95, boundaries: 0.9 } },
    "programs.setTerms": { program, hardExpiryHours: null, reviewMonths: null },
    "programs.setSmallCell": { program, smallCell: 5 },
    "people.list": {},
    // Taken already: nobody is added. The others change nothing either.
    "people.add": {
      id: author,
      name: "x",
      title: { fr: "x", en: "x" },
      email: "x@exemple.test",
      admin: false,
    },
    "people.newLink": { person: viewer },
    "people.setRole": { person: viewer, of: selfCare, role: "viewer", granted: true },
    "people.setAdmin": { person: viewer, admin: false },
    "people.setAccess": { person: viewer, allowed: true },
    // Taken already: nothing is made.
    "programs.create": { program: selfCare, title, from: { kind: "nothing" }, people: [] },
    "programs.rename": { program, title },
    // Archived by the last of the row, and taken up again by the last of the next.
    "programs.archive": { program },
    "programs.reopen": { program },
    "releases.list": { program },
    "releases.get": { program, number: 1 },
    "releases.envelope": { program, number: 1 },
    "releases.evidence": { program, number: 1 },
    "drafts.start": { program },
    "drafts.get": { id },
    "drafts.here": { id, place: "criteria" },
    "drafts.save": { id, expectedRevision: 999 },
    "drafts.rename": { id, name: "Essai" },
    "drafts.incoming": { id },
    "drafts.update": { id, expectedRevision: 999, release: 999, choices: {} },
    "drafts.discard": { id },
    "comments.list": { id },
    // Said of the draft as a whole, which the row before the last discards. Nothing is said in a thread of none.
    "comments.write": { id, anchor: "", text: "x" },
    "comments.answer": { id, thread: 1, text: "x" },
    "comments.resolve": { id, thread: 1 },
    "comments.reopen": { id, thread: 1 },
    "review.changes": { id },
    "review.see": { id, changes: [{ anchor: "criterion//A-D4", fingerprint: hash }], seen: true },
    "review.request": { id, hash, note: "" },
    "review.return": { id, reason: "x" },
    "review.approve": { id, hash, meaning: "review" },
    "publish.gates": { id },
    "publish.waive": { id, gate: "mutants", reason: "x", until: "2000-01-01" },
    "publish.unwaive": { id, gate: "mutants" },
    "profiles.form": { program },
    "profiles.enter": {
      id,
      profile: { title: { fr: "x", en: "x" }, tags: [], facts: {}, expected: { decisions: {} } },
      statement: "S999",
    },
    "profiles.origins": { target: { draft: id } },
    "lab.job": job,
    "lab.start": job,
    "lab.cancel": job,
    "lab.ledger": { target: { draft: id } },
    "lab.confirm": { target: { draft: id }, kind: "parameter", id: "phq9LookAgain", hash, note: "" },
    "lab.hazards": { target: { program, release: 1 } },
    "lab.history": { program, profile: "PA01" },
    "consumers.list": {},
    "consumers.create": { id: "matrix", name: "x", kind: "secret", programs: ["nulle-part"], origins: [] },
    "consumers.update": { id: "demo" },
    "consumers.rotateKey": { id: "matrix-rotate", overlapHours: 0 },
    "consumers.revoke": { id: "matrix-revoke" },
    "cdsClients.list": {},
    "cdsClients.save": { issuer: "urn:matrix", consumer: "demo", jwks: { keys: [key] }, tenants: [] },
    "cdsClients.remove": { issuer: "urn:matrix" },
    "webhooks.list": {},
    "webhooks.create": { consumer: "demo", url: "https://nulle.part.example/" },
    "webhooks.renewSecret": { id: crypto.randomUUID() },
    "webhooks.pause": { id: crypto.randomUUID() },
    "webhooks.resume": { id: crypto.randomUUID() },
    "webhooks.deliveries": { id: crypto.randomUUID() },
    "webhooks.resend": { id: crypto.randomUUID(), delivery: crypto.randomUUID() },
    "webhooks.remove": { id: crypto.randomUUID() },
    "publish.publish": { id, hash, idempotencyKey: "roles-matrix", channel: "production", message: "" },
  };
  return inputs[procedure];
}

// tRPC keeps the procedures in one flat list by path, whatever its types say.
const procedures = Object.entries(
  appRouter["_def"].procedures as unknown as Readonly<Record<string, { ["_def"]: { type: string } }>>,
).map(([name, procedure]) => ({ name, kind: procedure["_def"].type }));

export function roleTests(server: Running): void {
  describe("roles", shows("role-matrix"), () => {
    const consoles = new Map<Who, Console>();
    let draft = "";

    beforeAll(async () => {
      const database = await openDatabase({ url: server().databaseUrl }, { migrate: false, max: 1 });
      await inTransaction(database.db, (tx) =>
        createProgram(tx, { by: "system", at: new Date() }, { id: elsewhere, title }),
      );
      for (const id of ["matrix-rotate", "matrix-revoke"]) {
        const keyHash = createHash("sha256").update(id).digest("hex");
        const consumer = { id, name: id, keyHash, keyPrefix: id, programs: [] };
        await inTransaction(database.db, (tx) =>
          createConsumer(tx, { by: "system", at: new Date() }, consumer),
        );
      }
      await database.close();
      for (const who of Object.keys(people) as Who[])
        consoles.set(who, await Console.of(server().url, people[who]));
      draft = (await newDraft(consoleOf("author"), selfCare)).id;
    });

    const consoleOf = (who: Who): Console => {
      const found = consoles.get(who);
      if (!found) throw new Error(who);
      return found;
    };
    const call = (console: Console, procedure: (typeof procedures)[number], input: unknown) =>
      procedure.kind === "query"
        ? console.query(procedure.name, input)
        : console.mutate(procedure.name, input);

    it("has a row here for every procedure, and a procedure for every row", () => {
      expect(procedures.map((p) => p.name).toSorted()).toEqual(Object.keys(allowed).toSorted());
    });

    const guarded = procedures.filter((p) => Array.isArray(allowed[p.name]));

    it.each(guarded.map((p) => p.name))("%s: nobody who is not signed in", async (name) => {
      const procedure = guarded.find((p) => p.name === name);
      if (!procedure) throw new Error(name);
      const input = inputFor(name, { program: selfCare, draft });
      expect((await call(new Console(server().url), procedure, input)).refusal?.code).toBe("signed-out");
    });

    it.each(guarded.flatMap((p) => (Object.keys(people) as Who[]).map((who) => [p.name, who] as const)))(
      "%s for %s",
      async (name, who) => {
        const procedure = guarded.find((p) => p.name === name);
        const list = allowed[name];
        if (!procedure || !Array.isArray(list)) throw new Error(name);
        const may = (list as readonly Who[]).includes(who);
        const { refusal } = await call(
          consoleOf(who),
          procedure,
          inputFor(name, { program: selfCare, draft }),
        );
        // Authorisation names the action it refuses; a use-case that refuses for its own reasons does not.
        if (may)
          expect([refusal?.code, refusal?.details.action]).not.toEqual(["forbidden", expect.any(String)]);
        else expect([refusal?.code, refusal?.details.action]).toEqual(["forbidden", expect.any(String)]);
        if (may && !ofInstallation.includes(name))
          expect(["signed-out", "not-found"]).not.toContain(refusal?.code);
        if (name === "drafts.discard" && may) draft = (await newDraft(consoleOf("author"), selfCare)).id;
      },
    );

    it.each(
      guarded
        .filter((p) => !ofInstallation.includes(p.name))
        .flatMap((p) =>
          (["viewer", "qa", "author", "reviewer"] as const).map((who) => [p.name, who] as const),
        ),
    )("%s in a program where %s has no role: it does not exist", async (name, who) => {
      const procedure = guarded.find((p) => p.name === name);
      if (!procedure) throw new Error(name);
      const input = inputFor(name, { program: elsewhere, draft: crypto.randomUUID() });
      expect((await call(consoleOf(who), procedure, input)).refusal?.code).toBe("not-found");
    });

    it("lists only the programs where somebody has a role", async () => {
      const names = async (who: Who) =>
        (await consoleOf(who).query<{ program: string }[]>("programs.list")).data.map((p) => p.program);
      expect(await names("viewer")).not.toContain(elsewhere);
      expect(await names("viewer")).toContain(selfCare);
      expect(await names("admin")).toContain(elsewhere);
      expect((await new Console(server().url).query("programs.list")).refusal?.code).toBe("signed-out");
    });
  });
}

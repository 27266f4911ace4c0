// Puts script strings wherever the API takes a text: documents, names, notes, reasons, messages, of programs that are only
// written and of one that has releases.
import type { Draft, Ledger, NewLink, Program, SavedDraft, Threads } from "../../packages/api/src/schemas.ts";
import type { DraftRuleSet } from "../../packages/engine/src/index.ts";
import { admin, author, Console, gatesOf, reviewer, type Answer } from "../../apps/server/test/clients.ts";
import { jobDone, seeEverything } from "../../apps/server/test/journey.ts";
import type { Pen } from "./pen.ts";
import { everything, publishable, titled, type Content } from "./program.ts";

export interface WrittenPrograms {
  /** Has two releases, and a draft that starts from the first. */
  readonly released: string;
  /** Has everything a rule set can have, and one draft. */
  readonly drafted: string;
  /** One more, for titles. */
  readonly titled: string;
  /** Where somebody who was added chooses a password. */
  readonly welcome: string;
}

type Cast = Readonly<Record<"sacha" | "camille" | "alex", Console>>;

async function must<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { status, data, text } = await answer;
  if (status !== 200) throw new Error(text);
  return data;
}

/** Writes everywhere, each kind of text as often as it takes for every string, where there are that many. */
export async function writeEverywhere(url: string, pen: Pen): Promise<WrittenPrograms> {
  const [sacha, camille, alex] = await Promise.all([
    Console.of(url, admin),
    Console.of(url, author),
    Console.of(url, reviewer),
  ]);
  const cast = { sacha, camille, alex };
  // Two places more than every string takes, for strings with nothing before them.
  const count = pen.placesFor() + 2;
  await make(sacha, publishable(pen, "hostile-released", count));
  await make(sacha, everything(pen, "hostile-drafted", count));
  await make(sacha, titled(pen, "hostile-titled"));
  await writeNames(sacha, pen);
  await waive(cast, pen, "hostile-drafted");
  await talk(cast, pen, "hostile-drafted");
  await release(cast, pen, "hostile-released");
  const welcome = await addPeople(sacha, pen);
  return {
    released: "hostile-released",
    drafted: "hostile-drafted",
    titled: "hostile-titled",
    welcome,
  };
}

async function make(sacha: Console, content: Content): Promise<void> {
  const { program, title } = content.ruleSet;
  const people = [
    { id: author, role: "author" },
    { id: reviewer, role: "reviewer" },
  ];
  await must(
    sacha.mutate("programs.create", { program, title, from: { kind: "documents", ...content }, people }),
  );
}

/** Names that an administrator gives to apps. */
async function writeNames(sacha: Console, pen: Pen): Promise<void> {
  const limit = 190;
  for (let i = 0; i < pen.placesFor(limit) + 2; i++)
    await must(
      sacha.mutate("consumers.create", {
        id: `app-${i}`,
        name: pen.line("consumer.name", limit),
        kind: "secret",
        programs: ["hostile-released"],
        origins: [],
      }),
    );
}

async function addPeople(sacha: Console, pen: Pen): Promise<string> {
  const limit = 95;
  let last = "";
  for (let i = 0; i < pen.placesFor(limit) + 2; i++) {
    const person = {
      id: `person-${i}`,
      name: pen.line("person.name", limit),
      title: pen.text("person.title", limit),
    };
    const link = await must(
      sacha.mutate<NewLink>("people.add", { ...person, email: `p${i}@exemple.test`, admin: false }),
    );
    last = link.path;
  }
  return last;
}

/** Why what is expected of each profile changed. */
async function changeExpectations(camille: Console, pen: Pen, program: string): Promise<void> {
  const { id, revision, profiles } = await draftOf(camille, program);
  const changed = profiles.map((p) => ({ ...p, expected: { decisions: { orientation: "@undetermined" } } }));
  const reasons = Object.fromEntries(profiles.map((p) => [p.id, pen.line("expectation.reason", 1900)]));
  await must(camille.mutate("drafts.save", { id, expectedRevision: revision, profiles: changed, reasons }));
}

/** What is said of a criterion, of what is gone and of the draft as a whole, and answered. */
async function talk({ camille, alex }: Cast, pen: Pen, program: string): Promise<void> {
  const { id, ruleSet } = await draftOf(camille, program);
  const anchors = ruleSet.criteria.slice(0, 2).map((c) => `criterion//${c.id}`);
  for (const anchor of ["", "criterion//gone", ...anchors]) {
    const text = pen.line("comment.text", 1900);
    const threads = await must(alex.mutate<Threads>("comments.write", { id, anchor, text }));
    const thread = threads.at(-1)?.thread;
    const answered = { id, thread, text: pen.line("comment.text", 1900) };
    await must(camille.mutate("comments.answer", answered));
  }
}

/** Why exceptions were made. */
async function waive({ camille, alex }: Cast, pen: Pen, program: string): Promise<void> {
  const { id } = await draftOf(camille, program);
  const { gates } = await gatesOf(camille, { id });
  for (const gate of gates.filter((g) => g.waivable && g.status === "failed").slice(0, 4)) {
    const reason = pen.line("waiver.reason", 1900);
    await must(alex.mutate("publish.waive", { id, gate: gate.id, reason, until: inAWeek() }));
  }
}

/** The draft of a program that was started first. */
export async function draftOf(by: Console, program: string): Promise<Draft> {
  const { drafts } = await must(by.query<Program>("programs.get", { program }));
  return must(by.query<Draft>("drafts.get", { id: drafts[0]?.id }));
}

/** Two releases, everything said on the way, and a draft that has yet to take over the second. */
async function release(cast: Cast, pen: Pen, program: string): Promise<void> {
  const { camille, alex } = cast;
  const note = (kind: string): string => pen.line(kind, 1900);
  await publish(cast, pen, (await draftOf(camille, program)).id);
  const [behind, ahead] = [
    await must(camille.mutate<Draft>("drafts.start", { program, name: pen.line("draft.name", 78) })),
    await must(camille.mutate<Draft>("drafts.start", { program, name: pen.line("draft.name", 78) })),
  ];
  const edited = (ruleSet: DraftRuleSet): DraftRuleSet => ({ ...ruleSet, purpose: pen.text("purpose") });
  for (const { id, revision, ruleSet } of [behind, ahead])
    await must(
      camille.mutate<SavedDraft>("drafts.save", { id, expectedRevision: revision, ruleSet: edited(ruleSet) }),
    );
  await publish(cast, pen, ahead.id);
  await changeExpectations(camille, pen, program);
  const { hash } = await must(camille.query<Draft>("drafts.get", { id: behind.id }));
  await must(camille.mutate("review.request", { id: behind.id, hash, note: note("review.note") }));
  await must(alex.mutate("review.return", { id: behind.id, reason: note("return.reason") }));
  for (const step of ["suspend", "lift", "suspend", "lift"]) {
    const { channels } = await must(alex.query<Program>("programs.get", { program }));
    const expectedSequence = channels.find((c) => c.channel === "production")?.sequence ?? 0;
    const where = { program, channel: "production", expectedSequence };
    await must(alex.mutate(`channels.${step}`, { ...where, message: note("move.message") }));
  }
  await must(
    alex.mutate("channels.schedule", {
      program,
      channel: "preview",
      what: { release: 1 },
      due: `${inAWeek()}T12:00:00.000Z`,
      message: note("schedule.message"),
    }),
  );
}

async function publish({ camille, alex }: Cast, pen: Pen, id: string): Promise<void> {
  const target = { draft: id };
  for (const gate of (await gatesOf(camille, { id })).gates)
    for (const kind of gate.status === "passed" ? [] : (gate.jobs ?? []))
      await jobDone(camille, target, kind);
  const { entries } = await must(alex.query<Ledger>("lab.ledger", { target }));
  for (const { kind, id: entry, hash } of entries.filter((e) => e.confirmed === null))
    await must(
      alex.mutate("lab.confirm", {
        target,
        kind,
        id: entry,
        hash,
        note: pen.line("confirmation.note", 1900),
      }),
    );
  const { hash } = await must(camille.query<Draft>("drafts.get", { id }));
  await must(camille.mutate("review.request", { id, hash, note: pen.line("review.note", 1900) }));
  await seeEverything(alex, { id });
  await must(alex.mutate("review.approve", { id, hash, meaning: "clinical-approval" }));
  await must(
    alex.mutate("publish.publish", {
      id,
      hash,
      idempotencyKey: crypto.randomUUID(),
      channel: "production",
      message: pen.line("release.message", 1900),
    }),
  );
}

function inAWeek(): string {
  return new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
}

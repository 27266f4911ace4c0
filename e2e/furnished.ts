// A demo in which every screen has something to show: a draft with a change that people talk about, a plan, an app that was
// told of changes; and, beside it, a program in which there is nothing yet.
import {
  admin,
  author,
  Console,
  openDraft,
  reviewer,
  selfCare,
  viewer,
  type Answer,
} from "../apps/server/test/clients.ts";
import { seeEverything } from "../apps/server/test/journey.ts";
import type { Program, Threads } from "../packages/api/src/schemas.ts";

const hook = "https://hooks.jumelage.test/avis";

/** What the server of such a demo has to be started with. */
export const furnishing: Readonly<Record<string, string>> = { JUMELAGE_WEBHOOK_HOSTS: new URL(hook).host };

/** Fills the demo at `url`. */
export async function furnish(url: string): Promise<void> {
  const [sacha, alex, camille] = await Promise.all([
    Console.of(url, admin),
    Console.of(url, reviewer),
    Console.of(url, author),
  ]);
  await planAndNotify(sacha, alex);
  await changeThreshold(camille);
  await talk(camille, alex);
}

/** Something planned, and an app that is told of changes: two of them so far. */
async function planAndNotify(sacha: Console, alex: Console): Promise<void> {
  await done(sacha.mutate("webhooks.create", { consumer: "demo", url: hook }));
  const channel = { program: selfCare, channel: "production", message: "PHQ-9" };
  await done(alex.mutate("channels.suspend", { ...channel, expectedSequence: 1 }));
  await done(alex.mutate("channels.lift", { ...channel, expectedSequence: 2 }));
  await done(
    alex.mutate("channels.schedule", {
      program: selfCare,
      channel: "preview",
      what: { release: 1 },
      due: new Date(Date.now() + 30 * 24 * 3600_000).toISOString(),
      message: "PHQ-9",
    }),
  );
}

/** A guarantee spells out the number that the threshold had, so that one of them is refuted. */
async function changeThreshold(camille: Console): Promise<void> {
  const { id, revision, ruleSet } = await openDraft(camille, selfCare);
  const parameters = ruleSet.parameters.map((p) => (p.id === "phq9LookAgain" ? { ...p, value: 16 } : p));
  await done(
    camille.mutate("drafts.save", { id, expectedRevision: revision, ruleSet: { ...ruleSet, parameters } }),
  );
}

/** Somebody marks what changed, and people talk about it: also of a criterion that is gone. */
async function talk(camille: Console, alex: Console): Promise<void> {
  const { id } = await openDraft(camille, selfCare);
  await seeEverything(alex, { id });
  const threshold = "parameter//phq9LookAgain";
  for (const anchor of [threshold, threshold, "criterion//A-C1", "criterion//A-X9"])
    await done(alex.mutate("comments.write", { id, anchor, text: "?" }));
  const { data } = await camille.query<Threads>("comments.list", { id });
  const [first, second] = data.map(({ thread }) => ({ id, thread }));
  await done(camille.mutate("comments.answer", { ...first, text: "NICE NG222" }));
  await done(camille.mutate("comments.resolve", second));
}

/** A program in which there is nothing but a draft of nothing. */
export async function emptyProgram(sacha: Console, program: string): Promise<Program> {
  const title = { fr: "Rien encore", en: "Nothing yet" };
  const people = [
    { id: author, role: "author" },
    { id: viewer, role: "viewer" },
  ];
  return done(
    sacha.mutate<Program>("programs.create", { program, title, from: { kind: "nothing" }, people }),
  );
}

async function done<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { status, data, text } = await asked;
  if (status !== 200) throw new Error(`furnishing the demo: ${status} ${text}`);
  return data;
}

// The steps that the lab's gates ask for between an edit and a release, taken through the console's own API.
import type { ChangesToSee, Draft, Gates, Job, JobKind, Ledger } from "@jumelage/api/schemas";
import type { DraftRuleSet } from "@jumelage/engine";
import type { Console } from "./clients.ts";

/**
 * The PHQ-9 threshold moved from 15 to 16, and with it the number that the property on favourable matches spells out:
 * left at 15 that property is refuted, which is what it is for.
 */
export function withThreshold16(ruleSet: DraftRuleSet): DraftRuleSet {
  const parameters = ruleSet.parameters.map((p) => (p.id === "phq9LookAgain" ? { ...p, value: 16 } : p));
  const properties = ruleSet.properties.map((p) => (p.id === "SP5" ? withPhq9From16(p) : p));
  return { ...ruleSet, parameters, properties };
}

function withPhq9From16<T>(property: T): T {
  const text = JSON.stringify(property)
    .replace(
      '{"fact":"phq9Total","operator":"greaterThanInclusive","value":15}',
      '{"fact":"phq9Total","operator":"greaterThanInclusive","value":16}',
    )
    .replace("ni PHQ-9 connu de 15 ou plus", "ni PHQ-9 connu de 16 ou plus")
    .replace("no known PHQ-9 of 15 or more", "no known PHQ-9 of 16 or more");
  return JSON.parse(text) as T;
}

/** Starts a job and waits until it has ended; the answer as it then is. */
export async function jobDone(by: Console, target: object, kind: JobKind): Promise<Job> {
  const started = await by.mutate<Job>("lab.start", { target, kind });
  if (started.status !== 200) throw new Error(started.text);
  for (let job = started.data; ;) {
    if (job.state !== "running") return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
    job = (await by.query<Job>("lab.job", { target, kind })).data;
  }
}

/** Runs everything that the gates wait for. */
export async function runLab(by: Console, draft: Pick<Draft, "id">): Promise<readonly Job[]> {
  const kinds: readonly JobKind[] = ["proofs", "mutation", "difference"];
  const jobs: Job[] = [];
  for (const kind of kinds) jobs.push(await jobDone(by, { draft: draft.id }, kind));
  return jobs;
}

/** Confirms whatever an edit has reopened or added; how many there were. */
export async function confirmReopened(by: Console, draft: Pick<Draft, "id">): Promise<readonly string[]> {
  const target = { draft: draft.id };
  const { entries } = (await by.query<Ledger>("lab.ledger", { target })).data;
  const open = entries.filter((e) => e.confirmed === null);
  for (const { kind, id, hash } of open) {
    const done = await by.mutate("lab.confirm", { target, kind, id, hash, note: "Lu" });
    if (done.status !== 200) throw new Error(done.text);
  }
  return open.map((e) => `${e.kind}/${e.id}`);
}

/** Marks every change of a draft as seen, as whoever approves has to. */
export async function seeEverything(by: Console, { id }: Pick<Draft, "id">): Promise<ChangesToSee> {
  const listed = await by.query<ChangesToSee>("review.changes", { id });
  const changes = listed.data.changes.map(({ anchor, fingerprint }) => ({ anchor, fingerprint }));
  if (changes.length === 0) return listed.data;
  const marked = await by.mutate<ChangesToSee>("review.see", { id, changes, seen: true });
  if (marked.status !== 200) throw new Error(marked.text);
  return marked.data;
}

/** Asks for a review with a note that explains the change, and approves. */
export async function reviewed(
  draft: Pick<Draft, "id" | "hash">,
  people: { readonly author: Console; readonly reviewer: Console },
): Promise<void> {
  const { id, hash } = draft;
  await people.author.mutate("review.request", { id, hash, note: "Le seuil passe de 15 à 16." });
  await seeEverything(people.reviewer, draft);
  await people.reviewer.mutate("review.approve", { id, hash, meaning: "clinical-approval" });
}

export function statusesOf(gates: Gates): Readonly<Record<string, string>> {
  return Object.fromEntries(gates.gates.map((g) => [g.id, g.status]));
}

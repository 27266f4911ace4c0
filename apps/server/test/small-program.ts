// A program made from nothing, whose proofs take moments: what a test publishes again and again.
import type { Draft, Gates, Program, ReleaseSummary, SavedDraft } from "@jumelage/api/schemas";
import type { DraftRuleSet } from "@jumelage/engine";
import { admin, author, Console, gatesOf, openDraft, reviewer } from "./clients.ts";
import { confirmReopened, jobDone, seeEverything, statusesOf } from "./journey.ts";

export interface Cast {
  readonly program: string;
  readonly author: Console;
  readonly reviewer: Console;
}

/** Everybody signed in on a server. */
export async function castOf(url: string, program: string): Promise<Cast> {
  return { program, author: await Console.of(url, author), reviewer: await Console.of(url, reviewer) };
}

/** Makes the program, with its first draft. */
export async function makeSmallProgram(url: string, program: string): Promise<void> {
  const sacha = await Console.of(url, admin);
  const made = await sacha.mutate<Program>("programs.create", {
    program,
    title: { fr: "Petit programme", en: "Small program" },
    from: { kind: "nothing" },
    people: [
      { id: author, role: "author" },
      { id: reviewer, role: "reviewer" },
    ],
  });
  if (made.status !== 200) throw new Error(made.text);
}

/** A draft of it that differs in one text, approved, every gate open. */
export async function approvedDraft(cast: Cast, round: number): Promise<Draft> {
  const purpose = { fr: `But, version ${round}`, en: `Purpose, version ${round}` };
  const draft = await editedDraft(cast, (ruleSet) => ({ ...ruleSet, purpose }));
  const approved = await throughReview(cast, draft);
  const gates = await gatesOf(cast.reviewer, draft);
  if (!gates.ready) throw new Error(JSON.stringify(statusesOf(gates)));
  return approved;
}

/** A draft of it with a rule set made of the one in force. */
export async function editedDraft(cast: Cast, edit: (ruleSet: DraftRuleSet) => DraftRuleSet): Promise<Draft> {
  const draft = await openDraft(cast.author, cast.program);
  const saved = await cast.author.mutate<SavedDraft>("drafts.save", {
    id: draft.id,
    expectedRevision: draft.revision,
    ruleSet: edit(draft.ruleSet),
  });
  if (saved.status !== 200) throw new Error(saved.text);
  return (await cast.author.query<Draft>("drafts.get", { id: draft.id })).data;
}

/** What the lab and people do before a draft is published: its jobs, what an edit reopened, the approval. */
export async function throughReview(cast: Cast, { id, hash }: Pick<Draft, "id" | "hash">): Promise<Draft> {
  const first = (await gatesOf(cast.author, { id })) satisfies Gates;
  for (const gate of first.gates) {
    for (const kind of gate.status === "passed" ? [] : (gate.jobs ?? []))
      await jobDone(cast.author, { draft: id }, kind);
  }
  await confirmReopened(cast.reviewer, { id });
  await cast.author.mutate("review.request", { id, hash, note: "Relu" });
  await seeEverything(cast.reviewer, { id });
  const meaning = "clinical-approval";
  return (await cast.reviewer.mutate<Draft>("review.approve", { id, hash, meaning })).data;
}

/** Where a program stands, all in one: what a half-made release would contradict. */
export async function standing(cast: Cast, draft: Pick<Draft, "id">) {
  const { program } = cast;
  const releases = (await cast.reviewer.query<ReleaseSummary[]>("releases.list", { program })).data;
  const { channels } = (await cast.reviewer.query<Program>("programs.get", { program })).data;
  const { status } = (await cast.reviewer.query<Draft>("drafts.get", { id: draft.id })).data;
  return {
    numbers: releases.map((r) => r.number),
    channel: channels.map((c) => ({ release: c.release, sha256: c.sha256, sequence: c.sequence })),
    newest: releases[0]?.sha256 ?? null,
    status,
  };
}

// A program made from nothing, whose proofs take moments: what a test publishes again and again.
import type { Draft, Gates, Program, ReleaseSummary, SavedDraft } from "@jumelage/api/schemas";
import { admin, author, Console, gatesOf, openDraft, reviewer } from "./clients.ts";
import { confirmReopened, jobDone, statusesOf } from "./journey.ts";

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
  const draft = await openDraft(cast.author, cast.program);
  const purpose = { fr: `But, version ${round}`, en: `Purpose, version ${round}` };
  const saved = await cast.author.mutate<SavedDraft>("drafts.save", {
    id: draft.id,
    expectedRevision: draft.revision,
    ruleSet: { ...draft.ruleSet, purpose },
  });
  const { hash } = saved.data;
  const first = (await gatesOf(cast.author, draft)) satisfies Gates;
  for (const gate of first.gates) {
    for (const kind of gate.status === "passed" ? [] : (gate.jobs ?? []))
      await jobDone(cast.author, { draft: draft.id }, kind);
  }
  await confirmReopened(cast.reviewer, draft);
  await cast.author.mutate("review.request", { id: draft.id, hash, note: "Relu" });
  const meaning = "clinical-approval";
  const approved = await cast.reviewer.mutate<Draft>("review.approve", { id: draft.id, hash, meaning });
  const gates = await gatesOf(cast.reviewer, draft);
  if (!gates.ready) throw new Error(JSON.stringify(statusesOf(gates)));
  return approved.data;
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

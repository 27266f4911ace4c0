// Exceptions to gates: who may make them, until when, and whether one still counts. A waiver is for one content of a
// draft, ends with its last day, and is never given for what must not be waived.
import { getDraft, inTransaction, unwaiveGate, waiveGate, type Draft, type WaiveResult } from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { dateIn } from "../../public/local-date.ts";
import { staleRevision } from "../drafts/outcomes.ts";
import { candidateFor } from "./candidate.ts";
import { appsIn, rememberingGates, runGates } from "./gates/index.ts";
import type { Gates, Waive } from "./publish.schemas.ts";

/** A waiver lasts a year at most: what is still needed then is looked at again. */
const mostDays = 366;
const day = 24 * 60 * 60 * 1000;

/**
 * Waives a gate for the draft as it stands, and answers with the gates as they then are.
 * @throws Refusal `forbidden` for what must not be waived (`not-waivable`) and for an author of the draft
 * (`own-edit`), `invalid-input` for an end date that has passed or is more than a year away.
 */
export async function waive(request: Waive, by: string, deps: Deps): Promise<Gates> {
  const draft = await openDraftOf(request.id, deps);
  const today = dateIn(draft.ruleSet.timeZone, deps.clock.now());
  const latest = new Date(Date.parse(today) + mostDays * day).toISOString().slice(0, 10);
  if (request.until < today || request.until > latest) {
    throw new Refusal("invalid-input", {
      diagnostics: [
        {
          code: "waiver-end",
          severity: "error",
          at: ["until"],
          params: { earliest: today, latest },
        },
      ],
    });
  }
  const gates = await runGates(await candidateFor(draft, deps), rememberingGates);
  const gate = gates.gates.find((g) => g.id === request.gate);
  if (!gate?.waivable) throw new Refusal("forbidden", { action: "publish.waive", reason: "not-waivable" });
  const { reason, until } = request;
  // Whoever answers for apps answers for those they saw: one that came in between is not among them.
  const lacking = gate.id === "consumers" ? appsIn(gate.findings) : undefined;
  const apps = lacking?.filter((app) => request.apps?.includes(app) ?? true);
  const act = { by, at: deps.clock.now() };
  doneOrRefusal(
    await inTransaction(deps.db, (tx) =>
      waiveGate(tx, act, {
        draft: draft.id,
        gate: gate.id,
        hash: draft.hash,
        reason,
        until,
        ...(apps === undefined ? {} : { apps }),
      }),
    ),
  );
  return runGates(await candidateFor(draft, deps), rememberingGates);
}

/** Takes a waiver back, and answers with the gates as they then are. */
export async function unwaive(
  request: { readonly id: string; readonly gate: string },
  by: string,
  deps: Deps,
): Promise<Gates> {
  const draft = await openDraftOf(request.id, deps);
  const act = { by, at: deps.clock.now() };
  doneOrRefusal(
    await inTransaction(deps.db, (tx) => unwaiveGate(tx, act, { draft: draft.id, gate: request.gate })),
  );
  return runGates(await candidateFor(draft, deps), rememberingGates);
}

async function openDraftOf(id: string, deps: Deps): Promise<Draft> {
  const draft = await getDraft(deps.db, id);
  if (!draft) throw new Refusal("not-found");
  if (draft.status === "published" || draft.status === "discarded")
    throw new Refusal("release-immutable", { status: draft.status });
  return draft;
}

function doneOrRefusal(result: WaiveResult): void {
  switch (result.kind) {
    case "done":
      return;
    case "stale":
      throw staleRevision(result.current);
    case "closed":
      throw new Refusal("release-immutable", { status: result.current.status });
    case "own-edit":
      throw new Refusal("forbidden", { action: "publish.waive", reason: "own-edit" });
    case "not-found":
      throw new Refusal("not-found");
    default:
      result satisfies never;
  }
}

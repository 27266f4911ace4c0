// Publishing and promoting at a time. When it comes, everything is asked again as if somebody pressed the button then:
// the gates, the approval, the person's right. What is refused leaves the channel where it is, and says why.
import {
  addSchedule,
  asOnlyOne,
  dueSchedules,
  endSchedule,
  getDraft,
  getPerson,
  getPointer,
  getRelease,
  inTransaction,
  isUnavailable,
  listSchedules,
  type Schedule as StoredSchedule,
  type ScheduleSeen,
} from "@jumelage/db";
import { parseRuleSet } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { allows, rolesIn } from "../../roles.ts";
import { systemActor } from "../../shapes.ts";
import { namesOfPeople } from "../people/names-of-people.ts";
import { dateIn } from "../../public/local-date.ts";
import { publish } from "../publish/publish.ts";
import { reviewByOf } from "../publish/review-by.ts";
import { signedInPerson } from "../session/session.ts";
import { askPromotion, moveChannel, reasonFor } from "./channels.ts";
import { channelNameSchema, type AddSchedule, type Schedule } from "./channels.schemas.ts";

/** Nobody decides further ahead than this. */
const mostAhead = 366 * 24 * 60 * 60 * 1000;

/** What is to happen in a program and what has, the latest first. */
export async function schedulesOf(program: string, deps: Deps): Promise<Schedule[]> {
  const [rows, nameOf] = await Promise.all([listSchedules(deps.db, program), namesOfPeople(deps)]);
  return rows.map((row) => ({ ...scheduleOf(row), createdBy: nameOf(row.createdBy) }));
}

/**
 * Writes down what is to happen.
 * @throws Refusal `invalid-input` for a time that has passed or is more than a year away, or a day of review before it, `not-found` for a draft or
 * release that the program does not have, `publish-blocked` for a draft that is not approved as it stands, and for a release of which apps lack
 * something today that nobody answers for, `forbidden` (`own-edit`) for answering for apps for what one wrote oneself.
 */
export async function schedule(request: AddSchedule, by: string, deps: Deps): Promise<Schedule> {
  const at = deps.clock.now();
  const due = new Date(request.due);
  if (due <= at || due.getTime() > at.getTime() + mostAhead) throw wrongTime(at);
  await mustExist(request, deps);
  const { program, channel, message } = request;
  const what = "release" in request.what ? await withAnswers(request, request.what, by, deps) : request.what;
  const id = deps.ids.uuid();
  await inTransaction(deps.db, (tx) =>
    addSchedule(tx, { by, at }, { id, program, channel, what, message, due }),
  );
  return found(program, id, deps);
}

/** Takes an intention back. @throws Refusal `stale-revision` when there is nothing left to take back. */
export async function unschedule(
  { program, schedule: id }: { readonly program: string; readonly schedule: string },
  by: string,
  deps: Deps,
): Promise<Schedule> {
  const act = { by, at: deps.clock.now() };
  if (!(await endSchedule(deps.db, act, { id, program, state: "cancelled" })))
    throw new Refusal("stale-revision", { schedule: id });
  return found(program, id, deps);
}

/** Carries out everything whose time has come; how many. Of all processes only one does at a time. */
export async function runDue(deps: Deps): Promise<number> {
  const done = await asOnlyOne(deps.db, "scheduler", async () => {
    const due = await dueSchedules(deps.db, deps.clock.now());
    for (const one of due) await carryOut(one, deps);
    return due.length;
  });
  return done ?? 0;
}

async function carryOut(one: StoredSchedule, deps: Deps): Promise<void> {
  const { id, program, channel } = one;
  const end = (state: "done" | "failed", outcome: Readonly<Record<string, unknown>>) =>
    endSchedule(deps.db, { by: systemActor, at: deps.clock.now() }, { id, program, state, outcome });
  try {
    const outcome = await act(one, deps);
    await end("done", outcome);
    deps.log.info({ program, channel, schedule: id }, "schedule carried out");
  } catch (error) {
    // Without a database nothing can be said of it either: it waits for the next turn.
    if (isUnavailable(error)) throw error;
    if (!(error instanceof Refusal)) deps.log.error({ err: error, program, schedule: id }, "schedule failed");
    await end("failed", error instanceof Refusal ? refusalAsData(error) : { code: "fault" });
    deps.log.warn({ program, channel, schedule: id }, "schedule refused");
  }
}

/** Does it in the name of who wrote it down, if they still may. Doing it twice is doing it once. */
async function act(one: StoredSchedule, deps: Deps): Promise<Readonly<Record<string, unknown>>> {
  const { program, what, message, createdBy } = one;
  const channel = channelNameSchema.parse(one.channel);
  const person = await getPerson(deps.db, createdBy);
  const mayStill =
    person?.disabledAt === null && allows("channel.schedule", rolesIn(signedInPerson(person), program));
  if (!mayStill) throw new Refusal("forbidden", { action: "channel.schedule", person: createdBy });
  if ("draft" in what) {
    const { draft: id, hash, reviewBy } = what;
    // The key is the intention's own: after a crash in between, the same call finds what it did.
    const key = `schedule:${one.id}`;
    const { number, sequence } = await publish(
      { id, hash, idempotencyKey: key, channel, message, reviewBy },
      createdBy,
      deps,
    );
    return { release: number, sequence };
  }
  const now = await getPointer(deps.db, program, channel);
  if (now?.release === what.release) return { release: what.release, sequence: now.sequence };
  const { release, sequence } = await moveChannel(
    {
      program,
      channel,
      release: what.release,
      expectedSequence: now?.sequence ?? 0,
      message,
      answersFor: what.answersFor && [...what.answersFor],
    },
    createdBy,
    deps,
  );
  return { release, sequence };
}

/**
 * The promotion with the apps that are answered for, as it would be asked at once. Other gates are asked when the time
 * comes; what apps lack, somebody has to have seen.
 */
async function withAnswers(
  { program, channel, message }: AddSchedule,
  { release, answersFor }: Extract<AddSchedule["what"], { release: number }>,
  by: string,
  deps: Deps,
): Promise<AddSchedule["what"]> {
  const now = await getPointer(deps.db, program, channel);
  if (reasonFor(release, now) !== "promote") return { release };
  const { gates, answered } = await askPromotion(
    { program, channel, release, message, answersFor },
    by,
    deps,
  );
  if (gates.gates.some(({ id, status }) => id === "consumers" && status === "failed"))
    throw new Refusal("publish-blocked", { ...gates });
  return { release, ...(answered.length === 0 ? {} : { answersFor: [...answered] }) };
}

async function mustExist({ program, what, due }: AddSchedule, deps: Deps): Promise<void> {
  if ("release" in what) {
    if (!(await getRelease(deps.db, program, what.release))) throw new Refusal("not-found");
    return;
  }
  const draft = await getDraft(deps.db, what.draft);
  if (draft?.program !== program) throw new Refusal("not-found");
  if (draft.status !== "approved" || draft.hash !== what.hash)
    throw new Refusal("publish-blocked", {
      hash: draft.hash,
      gates: [],
      ready: false,
      reason: "not-approved",
    });
  const ruleSet = parseRuleSet(draft.ruleSet);
  // What would be refused for its day when its time comes is refused now.
  if (ruleSet.ok)
    reviewByOf({
      chosen: what.reviewBy,
      months: null,
      today: dateIn(ruleSet.value.timeZone, new Date(due)),
    });
}

/** A refusal as it is kept: its code, why, and which gates were not open. */
function refusalAsData({ code, details }: Refusal): Readonly<Record<string, unknown>> {
  const gates: unknown = details["gates"];
  const closed = Array.isArray(gates)
    ? gates
        .filter((g: { status?: unknown }) => g.status !== "passed" && g.status !== "waived")
        .map((g: { id?: unknown }) => g.id)
    : [];
  const reason = details["reason"];
  return {
    code,
    ...(typeof reason === "string" ? { reason } : {}),
    ...(closed.length > 0 ? { gates: closed } : {}),
  };
}

function wrongTime(now: Date): Refusal {
  const params = { earliest: now.toISOString(), latest: new Date(now.getTime() + mostAhead).toISOString() };
  return new Refusal("invalid-input", {
    diagnostics: [{ code: "schedule-time", severity: "error", at: ["due"], params }],
  });
}

async function found(program: string, id: string, deps: Deps): Promise<Schedule> {
  const one = (await schedulesOf(program, deps)).find((s) => s.id === id);
  if (!one) throw new Refusal("not-found");
  return one;
}

function scheduleOf(row: ScheduleSeen): Schedule {
  const { id, channel, what, draft, message, due, state, outcome, createdAt, createdBy, endedAt } = row;
  return {
    id,
    channel,
    what: "draft" in what ? what : { ...what, answersFor: what.answersFor && [...what.answersFor] },
    draft: draft && {
      name: draft.name,
      stands: draft.status === "approved" && "hash" in what && draft.hash === what.hash,
    },
    message,
    due: due.toISOString(),
    state,
    outcome: outcome === null ? null : { ...outcome },
    createdAt: createdAt.toISOString(),
    createdBy,
    endedAt: endedAt?.toISOString() ?? null,
  };
}

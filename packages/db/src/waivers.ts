// Waivers of gates: given by a named person with a reason and an end date, for one content of one draft; taken back by
// another row. Whether one still counts depends on the day, which this package does not know.
import { and, asc, desc, eq } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import type { Act, Reader, Tx } from "./db.ts";
import { isOpen, isUuid, type Draft, type NotFound, type PersonName } from "./draft.ts";
import { lockDraft } from "./drafts.ts";
import { people } from "./schema.ts";
import { waivers } from "./schema-lab.ts";

export interface GateWaiver {
  readonly gate: string;
  readonly by: PersonName;
  readonly at: Date;
  /** Of the draft it was given for. */
  readonly hash: string;
  readonly reason: string;
  /** The last day on which it counts (YYYY-MM-DD). */
  readonly until: string;
  /** The apps it names, where it is for them alone; null elsewhere. */
  readonly apps: readonly string[] | null;
}

export type WaiveResult =
  | { readonly kind: "done" }
  | { readonly kind: "stale"; readonly current: Draft }
  | { readonly kind: "closed"; readonly current: Draft }
  | { readonly kind: "own-edit"; readonly current: Draft }
  | NotFound;

/** Waives a gate for exactly the content with this hash. Nobody waives a gate of what they wrote. */
export async function waiveGate(
  tx: Tx,
  act: Act,
  request: {
    readonly draft: string;
    readonly gate: string;
    readonly hash: string;
    readonly reason: string;
    readonly until: string;
    readonly apps?: readonly string[];
  },
): Promise<WaiveResult> {
  const draft = await lockDraft(tx, request.draft);
  if (!draft) return { kind: "not-found" };
  if (!isOpen(draft.status)) return { kind: "closed", current: draft };
  if (draft.hash !== request.hash) return { kind: "stale", current: draft };
  if (draft.authors.some((a) => a.id === act.by)) return { kind: "own-edit", current: draft };
  const { gate, hash, reason, until, apps } = request;
  const said = { reason, until, ...(apps === undefined ? {} : { apps: [...apps] }) };
  await tx
    .insert(waivers)
    .values({ draft: draft.id, gate, given: true, hash, person: act.by, ...said, at: act.at });
  await appendAudit(tx, act, {
    action: "gate.waive",
    subject: `draft:${draft.id}`,
    payload: { gate, hash, ...said },
  });
  return { kind: "done" };
}

/** Takes a waiver back. Where there is none, nothing happens. */
export async function unwaiveGate(
  tx: Tx,
  act: Act,
  request: { readonly draft: string; readonly gate: string },
): Promise<WaiveResult> {
  const draft = await lockDraft(tx, request.draft);
  if (!draft) return { kind: "not-found" };
  if (!isOpen(draft.status)) return { kind: "closed", current: draft };
  const { gate } = request;
  const [newest] = await tx
    .select()
    .from(waivers)
    .where(and(eq(waivers.draft, draft.id), eq(waivers.gate, gate)))
    .orderBy(desc(waivers.id))
    .limit(1);
  if (!newest?.given) return { kind: "done" };
  await tx.insert(waivers).values({
    draft: draft.id,
    gate,
    given: false,
    hash: draft.hash,
    person: act.by,
    reason: "",
    until: "",
    at: act.at,
  });
  await appendAudit(tx, act, { action: "gate.unwaive", subject: `draft:${draft.id}`, payload: { gate } });
  return { kind: "done" };
}

/** The newest waiver of each gate of a draft that was not taken back, for whatever content it was given. */
export async function waiversOf(reader: Reader, draft: string): Promise<readonly GateWaiver[]> {
  if (!isUuid(draft)) return [];
  const rows = await reader
    .select({ row: waivers, name: people.name })
    .from(waivers)
    .innerJoin(people, eq(people.id, waivers.person))
    .where(eq(waivers.draft, draft))
    .orderBy(asc(waivers.id));
  const newest = new Map(rows.map((r) => [r.row.gate, r]));
  return [...newest.values()].flatMap(({ row, name }) =>
    row.given
      ? [
          {
            gate: row.gate,
            by: { id: row.person, name },
            at: row.at,
            hash: row.hash,
            reason: row.reason,
            until: row.until,
            apps: row.apps,
          },
        ]
      : [],
  );
}

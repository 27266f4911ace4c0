// What waits for a person in one program: decided from what is known of it, and from nothing else.
import type { Draft } from "@jumelage/db";
import { allows } from "../../roles.ts";
import { silentAfterHours } from "../consumers/consumers.schemas.ts";
import type { GateId } from "../publish/publish.schemas.ts";
import type { Holder } from "../../shapes.ts";
import type { InboxItem, InboxKind } from "./inbox.schemas.ts";

const day = 24 * 60 * 60 * 1000;
/** A draft that nobody has saved into for so long is forgotten, or finished without anybody having said so. */
export const idleAfterDays = 14;
/** Apps have their own calendars: a week goes by before somebody is asked to call. */
export const behindAfterDays = 7;
/** How long a plan that failed is told. */
const failedForDays = 14;

export interface DraftState {
  readonly draft: Pick<
    Draft,
    "id" | "name" | "status" | "hash" | "authors" | "approvals" | "note" | "updatedAt"
  >;
  /** By whom and when it was given back to its authors, where that is the last that was done with it. */
  readonly returned: { readonly by: string; readonly at: Date } | undefined;
  /** Gates that hold it back and do not wait for anybody else. */
  readonly failing: readonly { readonly gate: GateId; readonly count: number }[];
}

export interface ProgramState {
  readonly program: string;
  readonly drafts: readonly DraftState[];
  readonly inForce:
    | { readonly number: number; readonly createdAt: Date; readonly reviewBy: string | null }
    | undefined;
  readonly apps: readonly {
    readonly id: string;
    readonly name: string;
    readonly lastSeenAt: Date | null;
    /** Of the channel in force. */
    readonly release: number | null;
  }[];
  readonly plans: readonly {
    readonly id: string;
    readonly state: string;
    readonly message: string;
    readonly endedAt: Date | null;
  }[];
}

export interface Asker {
  readonly id: string;
  readonly roles: readonly Holder[];
}

/** In the order in which things are urgent; of one kind, what has waited longest first. */
const order: readonly InboxKind[] = [
  "plan-failed",
  "returned",
  "approve",
  "publish",
  "mend",
  "look-again",
  "app-silent",
  "app-behind",
  "idle",
];

/** @param today The day it is where the program is. */
export function itemsOf(
  state: ProgramState,
  asker: Asker,
  { now, today }: { readonly now: Date; readonly today: string },
): readonly InboxItem[] {
  return [
    ...state.drafts.flatMap((draft) => aboutDraft(draft, state.program, asker, now)),
    ...aboutRelease(state, asker, today),
    ...aboutApps(state, asker, now),
    ...aboutPlans(state, asker, now),
  ];
}

/** Those of several programs as one list. */
export function inOrder(items: readonly InboxItem[]): InboxItem[] {
  return items.toSorted(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) || a.at.localeCompare(b.at) || a.key.localeCompare(b.key),
  );
}

function keyOf(kind: InboxKind, ...parts: readonly (string | number)[]): string {
  return [kind, ...parts].join("/");
}

function aboutDraft(
  { draft, returned, failing }: DraftState,
  program: string,
  { id, roles }: Asker,
  now: Date,
): readonly InboxItem[] {
  const isMine = draft.authors.some((author) => author.id === id);
  const common = { program, draft: { id: draft.id, name: draft.name }, at: draft.updatedAt.toISOString() };
  const items: InboxItem[] = [];
  const approved = draft.approvals.some((a) => a.current && a.by.id === id);
  if (draft.status === "in-review" && !isMine && !approved && allows("review.approve", roles)) {
    const authors = draft.authors.map((author) => author.name);
    items.push({ kind: "approve", key: keyOf("approve", draft.id, draft.hash), ...common, authors });
  }
  if (draft.status === "approved" && allows("publish.publish", roles))
    items.push({ kind: "publish", key: keyOf("publish", draft.id, draft.hash), ...common });
  if (draft.status !== "editing" || !isMine) return items;
  if (returned) {
    const at = returned.at.toISOString();
    items.push({
      kind: "returned",
      key: keyOf("returned", draft.id, at),
      ...common,
      at,
      by: returned.by,
      reason: draft.note,
    });
  }
  for (const { gate, count } of failing)
    items.push({ kind: "mend", key: keyOf("mend", draft.id, gate, draft.hash), ...common, gate, count });
  if (now.getTime() - draft.updatedAt.getTime() > idleAfterDays * day)
    items.push({ kind: "idle", key: keyOf("idle", draft.id, draft.hash), ...common });
  return items;
}

function aboutRelease(
  { program, inForce }: ProgramState,
  { roles }: Asker,
  today: string,
): readonly InboxItem[] {
  if (!inForce?.reviewBy || inForce.reviewBy >= today || !allows("draft.edit-criteria", roles)) return [];
  const { number, reviewBy } = inForce;
  return [
    {
      kind: "look-again",
      key: keyOf("look-again", program, number),
      program,
      release: number,
      reviewBy,
      at: `${reviewBy}T23:59:59.999Z`,
    },
  ];
}

function aboutApps(
  { program, inForce, apps }: ProgramState,
  { roles }: Asker,
  now: Date,
): readonly InboxItem[] {
  if (!allows("channel.move", roles) && !allows("integration.manage", roles)) return [];
  return apps.flatMap(({ id, name, lastSeenAt, release }): readonly InboxItem[] => {
    if (lastSeenAt === null || release === null) return [];
    const common = { program, app: name };
    if (now.getTime() - lastSeenAt.getTime() >= silentAfterHours * 60 * 60 * 1000) {
      const at = lastSeenAt.toISOString();
      return [{ kind: "app-silent", key: keyOf("app-silent", program, id, at), ...common, at }];
    }
    if (!inForce || release >= inForce.number) return [];
    if (now.getTime() - inForce.createdAt.getTime() < behindAfterDays * day) return [];
    return [
      {
        kind: "app-behind",
        key: keyOf("app-behind", program, id, inForce.number),
        ...common,
        release,
        inForce: inForce.number,
        at: inForce.createdAt.toISOString(),
      },
    ];
  });
}

function aboutPlans({ program, plans }: ProgramState, { roles }: Asker, now: Date): readonly InboxItem[] {
  if (!allows("channel.schedule", roles)) return [];
  return plans.flatMap(({ id, state, message, endedAt }): readonly InboxItem[] => {
    if (state !== "failed" || endedAt === null) return [];
    if (now.getTime() - endedAt.getTime() > failedForDays * day) return [];
    return [
      { kind: "plan-failed", key: keyOf("plan-failed", id), program, message, at: endedAt.toISOString() },
    ];
  });
}

// Who is asked for what. The laws are those of the roles and of review: nobody is asked for what they may not do.
import { array, assert, constantFrom, nat, property, subarray } from "fast-check";
import { describe, expect, it } from "vitest";
import { allows } from "../../roles.ts";
import type { Holder } from "../../shapes.ts";
import type { InboxItem } from "./inbox.schemas.ts";
import { inOrder, itemsOf, type DraftState, type ProgramState } from "./items.ts";

const now = new Date("2026-11-27T12:00:00Z");
const today = "2026-11-27";
const ago = (days: number): Date => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
const camille = { id: "camille", name: "Camille" };

const written: DraftState = {
  draft: {
    id: "d1",
    name: "Seuils",
    status: "editing",
    hash: "a".repeat(64),
    authors: [camille],
    approvals: [],
    note: "À préciser",
    updatedAt: ago(1),
  },
  returned: undefined,
  failing: [],
};
const empty: ProgramState = { program: "p", drafts: [], inForce: undefined, apps: [], plans: [] };

function kinds(state: Partial<ProgramState>, id: string, roles: readonly Holder[]): readonly string[] {
  return itemsOf({ ...empty, ...state }, { id, roles }, { now, today }).map((item) => item.kind);
}

function inState(
  change: Partial<DraftState["draft"]>,
  rest: Partial<DraftState> = {},
): Partial<ProgramState> {
  return { drafts: [{ ...written, ...rest, draft: { ...written.draft, ...change } }] };
}

describe("what waits", () => {
  it("approving waits for reviewers who did not write it and have not approved it as it stands", () => {
    const review = inState({ status: "in-review" });
    expect(kinds(review, "alex", ["reviewer"])).toEqual(["approve"]);
    expect(kinds(review, "camille", ["author", "reviewer"])).toEqual([]);
    expect(kinds(review, "dom", ["qa"])).toEqual([]);
    const by = { id: "alex", name: "Alex" };
    const approval = { by, at: ago(0), hash: "b".repeat(64), meaning: "review" as const };
    const once = (current: boolean) =>
      inState({ status: "in-review", approvals: [{ ...approval, current }] });
    expect(kinds(once(true), "alex", ["reviewer"])).toEqual([]);
    expect(kinds(once(false), "alex", ["reviewer"])).toEqual(["approve"]);
  });

  it("what was given back, what fails and what is forgotten waits for whoever wrote it", () => {
    const state = inState(
      { updatedAt: ago(15) },
      { returned: { by: "Alex", at: ago(15) }, failing: [{ gate: "profiles", count: 2 }] },
    );
    expect(kinds(state, "camille", ["author"])).toEqual(["returned", "mend", "idle"]);
    expect(kinds(state, "alex", ["reviewer"])).toEqual([]);
    expect(kinds(inState({ updatedAt: ago(13.9) }), "camille", ["author"])).toEqual([]);
  });

  it("a day of review has passed on the day after it", () => {
    const due = (reviewBy: string) => ({ inForce: { number: 3, createdAt: ago(90), reviewBy } });
    expect(kinds(due("2026-11-26"), "camille", ["author"])).toEqual(["look-again"]);
    expect(kinds(due(today), "camille", ["author"])).toEqual([]);
    expect(kinds(due("2026-11-26"), "noa", ["viewer"])).toEqual([]);
  });

  it("an app that is silent has to be found before it can be told that it is behind", () => {
    const app = (lastSeenAt: Date | null, release: number | null) => ({
      inForce: { number: 3, createdAt: ago(8), reviewBy: null },
      apps: [{ id: "a", name: "Accueil", lastSeenAt, release }],
    });
    expect(kinds(app(ago(0.9), 2), "sacha", ["admin"])).toEqual(["app-behind"]);
    expect(kinds(app(ago(1), 2), "sacha", ["admin"])).toEqual(["app-silent"]);
    expect(kinds(app(ago(0.9), 3), "sacha", ["admin"])).toEqual([]);
    expect(kinds(app(null, null), "sacha", ["admin"])).toEqual([]);
    expect(kinds(app(ago(5), 2), "camille", ["author"])).toEqual([]);
  });

  it("a plan that failed is told for two weeks", () => {
    const plan = (endedAt: Date) => ({ plans: [{ id: "s", state: "failed", message: "Essai", endedAt }] });
    expect(kinds(plan(ago(13)), "alex", ["reviewer"])).toEqual(["plan-failed"]);
    expect(kinds(plan(ago(15)), "alex", ["reviewer"])).toEqual([]);
    expect(kinds(plan(ago(1)), "camille", ["author"])).toEqual([]);
  });

  it("never asks for what somebody may not do, and names each thing once", () => {
    const status = constantFrom("editing" as const, "in-review" as const, "approved" as const);
    const roles = subarray<Holder>(["viewer", "qa", "author", "reviewer", "admin"]);
    const who = constantFrom("camille", "alex");
    assert(
      property(array(status, { maxLength: 4 }), roles, who, nat(40), (statuses, held, id, days) => {
        const state: ProgramState = {
          ...empty,
          drafts: statuses.map((s, i) => ({
            draft: { ...written.draft, id: `d${i}`, status: s, updatedAt: ago(days) },
            returned: { by: "Alex", at: ago(days) },
            failing: [{ gate: "profiles" as const, count: 1 }],
          })),
        };
        const items = inOrder(itemsOf(state, { id, roles: held }, { now, today }));
        expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
        const may = { approve: "review.approve", publish: "publish.publish" } as const;
        for (const { kind } of items) {
          if (kind === "approve" || kind === "publish") expect(allows(may[kind], held)).toBe(true);
          else expect(id).toBe("camille");
        }
      }),
    );
  });

  it("is in the order of what is urgent, and then of how long it has waited", () => {
    const item = (kind: "idle" | "publish", at: string): InboxItem => ({
      kind,
      key: `${kind}${at}`,
      program: "p",
      at,
      draft: { id: "d", name: "n" },
    });
    const [a, b, c] = [
      item("idle", "2026-01-01"),
      item("publish", "2026-03-01"),
      item("publish", "2026-02-01"),
    ];
    expect(inOrder([a, b, c])).toEqual([c, b, a]);
  });
});

import { describe, expect, it } from "vitest";
import { actions, allows, rolesIn, type Action } from "./roles.ts";
import type { Holder } from "./shapes.ts";

// The whole table, written out a second time: whoever changes one must mean it.
const table: Readonly<Record<Action, string>> = {
  //                       viewer qa author reviewer admin
  "program.read": "         yes   yes yes    yes     yes",
  "program.create": "       no    no  no     no      yes",
  "program.rename": "       no    no  no     no      yes",
  "program.archive": "      no    no  no     no      yes",
  "program.set-floors": "   no    no  no     no      yes",
  "program.set-small-cell": "no   no  no     no      yes",
  "program.set-terms": "    no    no  no     no      yes",
  "draft.start": "          no    yes yes    yes     no",
  "draft.rename": "         no    yes yes    yes     no",
  "draft.edit-profiles": "  no    yes yes    yes     no",
  "draft.edit-criteria": "  no    no  yes    yes     no",
  "draft.update": "         no    no  yes    yes     no",
  "draft.discard": "        no    no  yes    yes     no",
  "draft.comment": "        no    yes yes    yes     no",
  "review.see": "           no    yes yes    yes     no",
  "review.request": "       no    no  yes    yes     no",
  "review.return": "        no    no  no     yes     no",
  "review.approve": "       no    no  no     yes     no",
  "publish.gates": "        no    yes yes    yes     no",
  "publish.waive": "        no    no  no     yes     no",
  "publish.publish": "      no    no  no     yes     no",
  "channel.move": "         no    no  no     yes     no",
  "channel.suspend": "      no    no  no     yes     no",
  "channel.schedule": "     no    no  no     yes     no",
  "lab.run": "              no    yes yes    yes     no",
  "ledger.confirm": "       no    no  no     yes     no",
  "journal.read": "         no    yes yes    yes     yes",
  "integration.manage": "   no    no  no     no      yes",
  "people.read": "          no    no  no     no      yes",
  "people.manage": "        no    no  no     no      yes",
};
const holders: readonly Holder[] = ["viewer", "qa", "author", "reviewer", "admin"];
const cells = (Object.keys(actions) as Action[]).flatMap((action) =>
  table[action]
    .trim()
    .split(/\s+/)
    .map((word, i) => [action, holders[i] ?? "viewer", word === "yes"] as const),
);

describe("the table of roles", () => {
  it("has a cell for every action and role", () => {
    expect(Object.keys(table).toSorted()).toEqual(Object.keys(actions).toSorted());
    expect(cells).toHaveLength(Object.keys(actions).length * holders.length);
  });

  it.each(cells)("%s by %s: %s", (action, holder, may) => {
    expect(allows(action, [holder])).toBe(may);
  });

  it("refuses whoever holds nothing, and joins what somebody holds", () => {
    for (const action of Object.keys(actions) as Action[]) expect(allows(action, [])).toBe(false);
    expect(allows("review.approve", ["viewer", "reviewer"])).toBe(true);
  });

  it("keeps roles to their program; admin belongs to the installation", () => {
    const person = { admin: false, roles: [{ program: "a", roles: ["author" as const] }] };
    expect(rolesIn(person, "a")).toEqual(["author"]);
    expect(rolesIn(person, "b")).toEqual([]);
    expect(rolesIn({ ...person, admin: true }, "b")).toEqual(["admin"]);
  });
});

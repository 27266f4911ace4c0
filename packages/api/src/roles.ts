// Who may do what: a table of actions and roles, and nothing else. What it does not list is refused.
// That nobody approves what they wrote is a law of its own (features/review), not a row here.
import type { Holder, Role } from "./shapes.ts";

/** Every action of the console, with those who may do it. */
export const actions = {
  "program.read": ["viewer", "qa", "author", "reviewer", "admin"],
  "program.create": ["admin"],
  "program.rename": ["admin"],
  "program.archive": ["admin"],
  "program.set-floors": ["admin"],
  "program.set-small-cell": ["admin"],
  "program.set-terms": ["admin"],
  "draft.start": ["qa", "author", "reviewer"],
  "draft.rename": ["qa", "author", "reviewer"],
  "draft.edit-profiles": ["qa", "author", "reviewer"],
  "draft.edit-criteria": ["author", "reviewer"],
  "draft.update": ["author", "reviewer"],
  "draft.discard": ["author", "reviewer"],
  "draft.comment": ["qa", "author", "reviewer"],
  "review.see": ["qa", "author", "reviewer"],
  "review.request": ["author", "reviewer"],
  "review.return": ["reviewer"],
  "review.approve": ["reviewer"],
  "publish.gates": ["qa", "author", "reviewer"],
  "publish.waive": ["reviewer"],
  "publish.publish": ["reviewer"],
  "channel.move": ["reviewer"],
  "channel.suspend": ["reviewer"],
  "channel.schedule": ["reviewer"],
  "lab.run": ["qa", "author", "reviewer"],
  "ledger.confirm": ["reviewer"],
  "journal.read": ["qa", "author", "reviewer", "admin"],
  "integration.manage": ["admin"],
  "people.read": ["admin"],
  "people.manage": ["admin"],
} as const satisfies Readonly<Record<string, readonly Holder[]>>;
export type Action = keyof typeof actions;

/** What may still be done in an archived program: look at it, and take it up again. */
export const actionsOfArchived: ReadonlySet<Action> = new Set([
  "program.read",
  "journal.read",
  "program.rename",
  "program.archive",
]);

/** Whether somebody who holds these roles may do this. */
export function allows(action: Action, held: readonly Holder[]): boolean {
  const allowed: readonly Holder[] = actions[action];
  return held.some((role) => allowed.includes(role));
}

/** What a person is in a program. */
export function rolesIn(
  person: {
    readonly admin: boolean;
    readonly roles: readonly { readonly program: string; readonly roles: readonly Role[] }[];
  },
  program: string,
): readonly Holder[] {
  const roles = person.roles.find((r) => r.program === program)?.roles ?? [];
  return person.admin ? [...roles, "admin"] : roles;
}

/** What is done only by somebody who has shown, minutes ago at most, who they are. */
const grave: ReadonlySet<Action> = new Set([
  "review.approve",
  "publish.waive",
  "publish.publish",
  "channel.move",
  "channel.suspend",
  "channel.schedule",
  "people.manage",
  // It gives roles.
  "program.create",
  "integration.manage",
]);

export function isGrave(action: Action): boolean {
  return grave.has(action);
}

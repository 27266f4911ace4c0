// The sign-off ledger of a content: what must be confirmed, by whom it was, and what an edit has reopened. It is read
// from hashes each time; nothing has to be reopened by hand.
import { confirmationsOf, confirmThing, editsOf, inTransaction, type Thing } from "@jumelage/db";
import type { DraftRuleSet } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { namesOfPeople } from "../people/names-of-people.ts";
import type { Confirm, Ledger, LedgerEntry, Target } from "./lab.schemas.ts";
import { contentOf } from "./target.ts";
import { mustBeConfirmed, thingsOf } from "./things.ts";

/** The ledger of a draft or a release. */
export async function ledgerOf(target: Target, deps: Deps): Promise<Ledger> {
  const { program, ruleSet } = await contentOf(target, deps);
  return { entries: [...(await entriesOf(program, ruleSet, deps))] };
}

/** The entries of a rule set, in document order: criteria, parameters, sources, sentences. */
export async function entriesOf(
  program: string,
  ruleSet: DraftRuleSet,
  deps: Pick<Deps, "db" | "digest">,
): Promise<readonly LedgerEntry[]> {
  const [things, confirmations, edits, nameOf] = await Promise.all([
    thingsOf(ruleSet, deps.digest),
    confirmationsOf(deps.db, program),
    editsOf(deps.db, program),
    namesOfPeople(deps),
  ]);
  return things
    .filter((thing) => mustBeConfirmed(thing, ruleSet))
    .map((thing): LedgerEntry => {
      const authors = edits.filter((e) => isSame(e, thing) && e.hash === thing.hash).map((e) => e.by);
      const wrote = new Set(authors.map((a) => a.id));
      const given = confirmations.filter((c) => isSame(c, thing));
      // An author's own does not count, even when it came before the edit that made them one.
      const valid = given.findLast((c) => c.hash === thing.hash && !wrote.has(c.by));
      return {
        ...thing,
        confirmed: valid
          ? {
              by: { id: valid.by, name: nameOf(valid.by) },
              at: valid.at.toISOString(),
              note: valid.note,
            }
          : null,
        reopened: !valid && given.some((c) => c.hash !== thing.hash),
        authors: [...new Map(authors.map((a) => [a.id, a])).values()],
      };
    });
}

/**
 * Confirms one thing, exactly as it was read.
 * @throws Refusal `not-found` when it does not stand in the ledger, `stale-revision` when it is no longer what was
 * read, `forbidden` for whoever wrote it.
 */
export async function confirm(request: Confirm, by: string, deps: Deps): Promise<Ledger> {
  const { program, ruleSet } = await contentOf(request.target, deps);
  const things = await thingsOf(ruleSet, deps.digest);
  const thing = things.find((t) => isSame(t, request) && mustBeConfirmed(t, ruleSet));
  if (!thing) throw new Refusal("not-found", { what: request.kind });
  if (thing.hash !== request.hash) throw new Refusal("stale-revision", { hash: thing.hash });
  const act = { by, at: deps.clock.now() };
  const result = await inTransaction(deps.db, (tx) =>
    confirmThing(tx, act, { program, thing, note: request.note }),
  );
  if (result.kind === "own-edit")
    throw new Refusal("forbidden", { action: "ledger.confirm", reason: "own-edit" });
  return { entries: [...(await entriesOf(program, ruleSet, deps))] };
}

function isSame(a: Pick<Thing, "kind" | "id">, b: Pick<Thing, "kind" | "id">): boolean {
  return a.kind === b.kind && a.id === b.id;
}

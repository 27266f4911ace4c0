// Who else is in a draft just now.
import { beHere, othersHere } from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import type { OthersHere } from "./drafts.schemas.ts";

/** Whoever has not been heard of for so long is gone (milliseconds); the console says so every fifteen seconds. */
const goneAfter = 45_000;

/** Notes where somebody is, and tells who else is there. */
export async function here(
  { id: draft, place }: { readonly id: string; readonly place: string },
  person: string,
  { db, clock }: Pick<Deps, "db" | "clock">,
): Promise<OthersHere> {
  const at = clock.now();
  const since = new Date(at.getTime() - goneAfter);
  await beHere(db, { draft, person, place, at }, since);
  const others = await othersHere(db, { draft, person, since });
  return others.map(({ person: { id, name }, place: where }) => ({ id, name, place: where }));
}

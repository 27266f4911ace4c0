// Names for the ids that releases and channels keep.
import { listPeople } from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { systemActor } from "../../shapes.ts";

/** A function from the id of a person to their name; an id nobody has is its own name. */
export async function namesOfPeople(deps: Pick<Deps, "db">): Promise<(id: string) => string> {
  const names = new Map((await listPeople(deps.db)).map((p) => [p.id, p.name]));
  return (id) => (id === systemActor ? "Jumelage" : (names.get(id) ?? id));
}

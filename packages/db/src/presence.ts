// Who has a draft on screen just now. It is forgotten as soon as it is no longer so, changes nothing, and so is no part of
// the journal.
import { and, asc, eq, gt, lte, ne } from "drizzle-orm";
import type { Db, Reader } from "./db.ts";
import type { PersonName } from "./draft.ts";
import { people } from "./schema.ts";
import { draftPresence } from "./schema-drafts.ts";

export interface Present {
  readonly person: PersonName;
  readonly place: string;
  readonly at: Date;
}

/**
 * Notes that somebody has a draft on screen, in place of where they were before, and forgets everybody, in whichever
 * draft, who was not heard of since a moment.
 */
export async function beHere(
  db: Db,
  here: { readonly draft: string; readonly person: string; readonly place: string; readonly at: Date },
  since: Date,
): Promise<void> {
  const { place, at } = here;
  await db.delete(draftPresence).where(lte(draftPresence.at, since));
  await db
    .insert(draftPresence)
    .values(here)
    .onConflictDoUpdate({ target: [draftPresence.draft, draftPresence.person], set: { place, at } });
}

/** Who else was in a draft since a moment, by name. */
export async function othersHere(
  db: Reader,
  asked: { readonly draft: string; readonly person: string; readonly since: Date },
): Promise<readonly Present[]> {
  const { draft, person, since } = asked;
  return db
    .select({
      person: { id: people.id, name: people.name },
      place: draftPresence.place,
      at: draftPresence.at,
    })
    .from(draftPresence)
    .innerJoin(people, eq(people.id, draftPresence.person))
    .where(and(eq(draftPresence.draft, draft), ne(draftPresence.person, person), gt(draftPresence.at, since)))
    .orderBy(asc(people.name), asc(people.id));
}

// What became of a draft each time it was brought to another release. The documents from before stay readable, whatever
// was chosen.
import { desc, eq } from "drizzle-orm";
import type { Act, Reader, Tx } from "./db.ts";
import { asDraftRuleSet, asHazards, asProfiles } from "./documents.ts";
import { isUuid, type Draft, type DraftContent, type PersonName, type ReleaseRef } from "./draft.ts";
import { people } from "./schema.ts";
import { draftUpdates } from "./schema-drafts.ts";

export type Choices = Readonly<Record<string, "mine" | "theirs">>;

/** A draft brought to a release. */
export interface DraftUpdate {
  readonly by: PersonName;
  readonly at: Date;
  /** The release it was based on before; null: on none. */
  readonly from: number | null;
  readonly to: number;
  readonly choices: Choices;
}

export interface DraftUpdateContent extends DraftUpdate {
  readonly before: DraftContent;
  readonly after: DraftContent;
}

/** Keeps what a draft was and what was made of it. `saveDraft` does it in the transaction of the update. */
export async function recordUpdate(
  tx: Tx,
  act: Act,
  update: {
    readonly before: Draft;
    readonly after: DraftContent & { readonly hash: string };
    readonly base: ReleaseRef;
    readonly choices: Choices;
  },
): Promise<void> {
  const { before, after, base, choices } = update;
  const documents = ({ ruleSet, profiles, hazards }: DraftContent): DraftContent => ({
    ruleSet,
    profiles,
    hazards,
  });
  await tx.insert(draftUpdates).values({
    draft: before.id,
    person: act.by,
    at: act.at,
    fromRelease: before.base?.number ?? null,
    toRelease: base.number,
    beforeHash: before.hash,
    afterHash: after.hash,
    before: documents(before),
    after: documents(after),
    choices,
  });
}

const columns = {
  person: draftUpdates.person,
  name: people.name,
  at: draftUpdates.at,
  from: draftUpdates.fromRelease,
  to: draftUpdates.toRelease,
  choices: draftUpdates.choices,
};

/** The last time a draft was updated, without documents; `undefined` when it never was. */
export async function lastUpdate(reader: Reader, draft: string): Promise<DraftUpdate | undefined> {
  if (!isUuid(draft)) return undefined;
  const [row] = await reader
    .select(columns)
    .from(draftUpdates)
    .innerJoin(people, eq(people.id, draftUpdates.person))
    .where(eq(draftUpdates.draft, draft))
    .orderBy(desc(draftUpdates.id))
    .limit(1);
  return row && updateOf(row);
}

/** The same with the documents from before, and as they came out of it. */
export async function lastUpdateContent(
  reader: Reader,
  draft: string,
): Promise<DraftUpdateContent | undefined> {
  if (!isUuid(draft)) return undefined;
  const [row] = await reader
    .select({ ...columns, before: draftUpdates.before, after: draftUpdates.after })
    .from(draftUpdates)
    .innerJoin(people, eq(people.id, draftUpdates.person))
    .where(eq(draftUpdates.draft, draft))
    .orderBy(desc(draftUpdates.id))
    .limit(1);
  return row && { ...updateOf(row), before: contentOf(row.before), after: contentOf(row.after) };
}

function updateOf(row: {
  person: string;
  name: string;
  at: Date;
  from: number | null;
  to: number;
  choices: Choices;
}): DraftUpdate {
  const { person, name, at, from, to, choices } = row;
  return { by: { id: person, name }, at, from, to, choices };
}

function contentOf(json: unknown): DraftContent {
  const { ruleSet, profiles, hazards } = json as Readonly<Record<keyof DraftContent, unknown>>;
  return { ruleSet: asDraftRuleSet(ruleSet), profiles: asProfiles(profiles), hazards: asHazards(hazards) };
}

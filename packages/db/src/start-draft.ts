// How a draft begins: from the release in force, or from content that is given, under a name of its own.
import { sameJson } from "@jumelage/engine";
import { eq } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import type { Act, Tx } from "./db.ts";
import { draftHash, type DraftContent, type StartResult } from "./draft.ts";
import { asDraftRuleSet, asHazards, asProfiles } from "./documents.ts";
import { mustGet } from "./drafts.ts";
import { currentRelease } from "./releases.ts";
import { draftAuthors, drafts, people } from "./schema.ts";

type Row = Omit<typeof drafts.$inferInsert, "name">;

/** So many open drafts of one name and a number after it are tried. */
const mostNumbered = 1000;

/**
 * Starts a draft of a program from the release in force, or from `content`, whose author is then whoever starts it.
 * A program may have several open drafts, each with its own name; without one it is called after whoever starts it.
 * @throws Error when there is neither a release nor content to start from.
 */
export async function startDraft(
  tx: Tx,
  act: Act,
  start: {
    readonly id: string;
    readonly program: string;
    readonly name?: string;
    readonly content?: DraftContent;
  },
): Promise<StartResult> {
  const release = await currentRelease(tx, start.program);
  const content = start.content ?? release;
  if (!content) throw new Error(`program ${start.program} has no release to start a draft from`);
  const base = release ? { number: release.number, sha256: release.sha256 } : null;
  const [ruleSet, profiles] = [asDraftRuleSet(content.ruleSet), asProfiles(content.profiles)];
  const hazards = asHazards(content.hazards);
  const hash = await draftHash({ base, ruleSet, profiles, hazards });
  const row: Row = {
    id: start.id,
    program: start.program,
    baseRelease: base?.number ?? null,
    baseSha256: base?.sha256 ?? null,
    status: "editing",
    revision: 1,
    hash,
    ruleSet,
    profiles,
    hazards,
    createdAt: act.at,
    createdBy: act.by,
    updatedAt: act.at,
    updatedBy: act.by,
  };
  const name =
    start.name === undefined
      ? await insertNumbered(tx, row, await nameOf(tx, act.by))
      : await insertNamed(tx, row, start.name);
  if (name === undefined) return { kind: "name-taken" };
  const own = { ruleSet, profiles, hazards };
  if (
    !release ||
    !sameJson(own, { ruleSet: release.ruleSet, profiles: release.profiles, hazards: release.hazards })
  ) {
    await tx.insert(draftAuthors).values({ draft: start.id, person: act.by });
  }
  await appendAudit(tx, act, {
    action: "draft.start",
    subject: `draft:${start.id}`,
    payload: { program: start.program, name, base, hash },
  });
  return { kind: "started", draft: await mustGet(tx, start.id) };
}

async function nameOf(tx: Tx, person: string): Promise<string> {
  const [row] = await tx.select({ name: people.name }).from(people).where(eq(people.id, person));
  return row?.name ?? person;
}

/** Inserts under this name, unless another open draft of the program has it: whoever inserts the same waits here. */
async function insertNamed(tx: Tx, row: Row, name: string): Promise<string | undefined> {
  const made = await tx
    .insert(drafts)
    .values({ ...row, name })
    .onConflictDoNothing()
    .returning({ name: drafts.name });
  return made[0]?.name;
}

/** Inserts under this name, or with the first number after it that makes it free. */
async function insertNumbered(tx: Tx, row: Row, name: string): Promise<string> {
  for (let n = 1; n <= mostNumbered; n++) {
    const made = await insertNamed(tx, row, n === 1 ? name : `${name} ${n}`);
    if (made !== undefined) return made;
  }
  throw new Error(`program ${row.program} has too many open drafts called ${name}`);
}

// Releases as they are read. They are made in `publish.ts` and never change afterwards.
import type { Hazard, Profile, RuleSet } from "@jumelage/engine";
import { and, desc, eq } from "drizzle-orm";
import type { Reader } from "./db.ts";
import { asHazards, asProfiles, asRuleSet } from "./documents.ts";
import { pointers, programs, releases } from "./schema.ts";

/** The channel that counts as « in force » for authors. */
export const productionChannel = "production";

export interface ReleaseSummary {
  readonly program: string;
  readonly number: number;
  /** SHA-256 of the signed envelope's bytes. */
  readonly sha256: string;
  readonly createdAt: Date;
  /** Ids of people (or `system` for the seed). */
  readonly publishedBy: string;
  readonly approvedBy: readonly string[];
  readonly note: string;
  readonly waivers: readonly string[];
  /** How it differs from the one before, as its payload says; null where that was never computed. */
  readonly changeKind: string | null;
  /** The day by which it is due to be looked at again; null where there is none. */
  readonly reviewBy: string | null;
}

export interface Release extends ReleaseSummary {
  readonly ruleSet: RuleSet;
  readonly profiles: readonly Profile[];
  readonly hazards: readonly Hazard[];
  /** The draft it was made from; null for a seed. */
  readonly draft: string | null;
}

const summaryColumns = {
  program: releases.program,
  number: releases.number,
  sha256: releases.sha256,
  createdAt: releases.createdAt,
  publishedBy: releases.publishedBy,
  approvedBy: releases.approvedBy,
  note: releases.note,
  waivers: releases.waivers,
  changeKind: releases.changeKind,
  reviewBy: releases.reviewBy,
};

/** A program's releases, newest first. */
export async function listReleases(
  reader: Reader,
  program: string,
  limit = 10_000,
): Promise<readonly ReleaseSummary[]> {
  return reader
    .select(summaryColumns)
    .from(releases)
    .where(eq(releases.program, program))
    .orderBy(desc(releases.number))
    .limit(limit);
}

export async function getRelease(
  reader: Reader,
  program: string,
  number: number,
): Promise<Release | undefined> {
  if (!isNumber(number)) return undefined;
  const [row] = await reader
    .select({
      ...summaryColumns,
      ruleSet: releases.ruleSet,
      profiles: releases.profiles,
      hazards: releases.hazards,
      draft: releases.draft,
    })
    .from(releases)
    .where(and(eq(releases.program, program), eq(releases.number, number)));
  return (
    row && {
      ...row,
      ruleSet: asRuleSet(row.ruleSet),
      profiles: asProfiles(row.profiles),
      hazards: asHazards(row.hazards),
    }
  );
}

/** The bytes that were signed, exactly. */
export async function getReleaseEnvelope(
  reader: Reader,
  program: string,
  number: number,
): Promise<{ readonly sha256: string; readonly envelope: Uint8Array } | undefined> {
  if (!isNumber(number)) return undefined;
  const [row] = await reader
    .select({ sha256: releases.sha256, envelope: releases.envelope })
    .from(releases)
    .where(and(eq(releases.program, program), eq(releases.number, number)));
  return row;
}

/** The number of the release in force: the one `production` points to, or the newest where that channel has none yet. */
export async function currentReleaseNumber(reader: Reader, program: string): Promise<number | undefined> {
  const [row] = await reader
    .select({ pointed: pointers.release, head: programs.headRelease })
    .from(programs)
    .leftJoin(pointers, and(eq(pointers.program, programs.id), eq(pointers.channel, productionChannel)))
    .where(eq(programs.id, program));
  return row && (row.pointed ?? (row.head > 0 ? row.head : undefined));
}

export async function currentRelease(reader: Reader, program: string): Promise<Release | undefined> {
  const number = await currentReleaseNumber(reader, program);
  return number === undefined ? undefined : getRelease(reader, program, number);
}

/** A release number that fits its column; anything else names no release. */
function isNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 2_147_483_647;
}

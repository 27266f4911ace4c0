// Published versions as people look at them. They are made by `publish` and never change.
import {
  getRelease as readRelease,
  getReleaseEnvelope,
  listReleases as readReleases,
  type ReleaseSummary as StoredSummary,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { handOut } from "../lab/hand-out.ts";
import { namesOfPeople } from "../people/names-of-people.ts";
import type { Release, ReleaseSummary } from "./releases.schemas.ts";

/** A program's releases, newest first. */
export async function listReleases(program: string, deps: Deps, limit?: number): Promise<ReleaseSummary[]> {
  const [rows, nameOf] = await Promise.all([readReleases(deps.db, program, limit), namesOfPeople(deps)]);
  return rows.map((row) => summaryOf(row, nameOf));
}

/** One release with its documents, on its way to a person. */
export async function getRelease(
  wanted: { readonly program: string; readonly number: number },
  by: string,
  deps: Deps,
): Promise<Release> {
  const [row, nameOf] = await Promise.all([
    readRelease(deps.db, wanted.program, wanted.number),
    namesOfPeople(deps),
  ]);
  if (!row) throw new Refusal("not-found");
  await handOut(row, by, deps);
  return {
    ...summaryOf(row, nameOf),
    ruleSet: row.ruleSet,
    profiles: [...row.profiles],
    hazards: [...row.hazards],
  };
}

/** The signed release as text, to be taken elsewhere; it holds the criteria, so whoever gets it has been given them. */
export async function getEnvelope(
  wanted: { readonly program: string; readonly number: number },
  by: string,
  deps: Deps,
): Promise<string> {
  const { program, number } = wanted;
  const [row, stored] = await Promise.all([
    readRelease(deps.db, program, number),
    getReleaseEnvelope(deps.db, program, number),
  ]);
  if (!row || !stored) throw new Refusal("not-found");
  await handOut(row, by, deps);
  return new TextDecoder().decode(stored.envelope);
}

export function summaryOf(row: StoredSummary, nameOf: (id: string) => string): ReleaseSummary {
  return {
    number: row.number,
    sha256: row.sha256,
    createdAt: row.createdAt.toISOString(),
    publishedBy: nameOf(row.publishedBy),
    approvedBy: row.approvedBy.map(nameOf),
    note: row.note,
    waivers: [...row.waivers],
    reviewBy: row.reviewBy,
  };
}

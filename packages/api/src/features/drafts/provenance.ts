// Where each expectation of a draft comes from, as far as this server can show. Whatever a caller says of it is left
// aside: an expectation that came with the profile keeps its origin, one that somebody gave a statement of a document as
// its reason names the statement, and every other one may have been taken over from an answer.
import { getRelease, originsOf, type Draft as StoredDraft, type Origin } from "@jumelage/db";
import { sameJson, type DraftRuleSet, type Profile } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { hashOf } from "../../hash.ts";
import { refuse } from "./documents.ts";

type Provenance = Profile["provenance"];

export interface Settled {
  readonly profiles: readonly Profile[];
  /** What is to be recorded with the save. */
  readonly origins: readonly Origin[];
}

/**
 * The profiles with the provenance that stands, and what of it is new.
 * @throws Refusal `invalid-input` for a statement that the rule set does not have.
 */
export async function settleProvenance(
  save: {
    readonly before: StoredDraft;
    readonly ruleSet: DraftRuleSet;
    readonly profiles: readonly Profile[];
    /** The statement that is the reason of an expectation, by profile; null takes it back. */
    readonly fromSource: Readonly<Record<string, string | null>>;
  },
  deps: Pick<Deps, "db" | "digest">,
): Promise<Settled> {
  const { before, ruleSet, profiles } = save;
  const said = new Map(Object.entries(save.fromSource));
  for (const [profile, statement] of said) {
    if (!profiles.some((p) => p.id === profile)) refuseStatement(["fromSource", profile], statement);
    if (statement !== null) requireStatement(ruleSet, statement, ["fromSource", profile]);
  }
  const earlier = new Map(before.profiles.map((p) => [p.id, p]));
  const fresh = profiles.filter((p) => {
    const old = earlier.get(p.id);
    return said.has(p.id) || old === undefined || !sameJson(judged(old), judged(p));
  });
  const recorded = await originsOf(
    deps.db,
    before.program,
    fresh.map((p) => p.id),
  );
  const released =
    fresh.length > 0 && before.base
      ? ((await getRelease(deps.db, before.program, before.base.number))?.profiles ?? [])
      : [];
  const settled = new Map<string, Provenance>();
  const origins: Origin[] = [];
  for (const profile of fresh) {
    const hash = await expectationHash(profile, deps);
    const found = settle({
      profile: profile.id,
      hash,
      recorded: recorded.filter((o) => o.profile === profile.id && o.hash === hash),
      released: released.find((p) => p.id === profile.id && sameJson(judged(p), judged(profile)))?.provenance,
      said: said.get(profile.id),
    });
    settled.set(profile.id, found.provenance);
    origins.push(...found.origins);
  }
  return {
    profiles: profiles.map((p) => ({
      ...p,
      provenance: settled.get(p.id) ?? earlier.get(p.id)?.provenance ?? "accepted-output",
    })),
    origins,
  };
}

/** What is known of one expectation, and what a save says of it: a statement, null to take one back, or nothing. */
interface Said {
  readonly profile: string;
  readonly hash: string;
  readonly recorded: readonly Origin[];
  readonly released: Provenance | undefined;
  readonly said: string | null | undefined;
}

/** The provenance of one expectation, and what of it is to be recorded. */
export function settle({ profile, hash, recorded, released, said }: Said): {
  readonly provenance: Provenance;
  readonly origins: readonly Origin[];
} {
  const record = (provenance: Provenance, statement?: string): Origin => ({
    profile,
    hash,
    provenance,
    ...(statement === undefined ? {} : { statement }),
  });
  // Of the expectation without a statement. Having been entered blind is not lost by giving a reason.
  const bare =
    recorded.find((o) => o.provenance === "blind")?.provenance ??
    recorded.findLast((o) => o.statement === undefined)?.provenance ??
    released;
  const first = recorded.length === 0 && bare === undefined ? [record("accepted-output")] : [];
  if (typeof said === "string") {
    const provenance = bare === "blind" ? "blind" : "from-source";
    return { provenance, origins: [...first, record(provenance, said)] };
  }
  const provenance = bare ?? "accepted-output";
  if (said === null) return { provenance, origins: [record(provenance)] };
  // Taking an edit back gives the expectation its origin back, statement and all.
  return { provenance: recorded.at(-1)?.provenance ?? provenance, origins: first };
}

/** @throws Refusal `invalid-input` for a statement that the rule set does not have. */
export function requireStatement(
  ruleSet: DraftRuleSet,
  statement: string,
  at: readonly (string | number)[],
): void {
  if (!ruleSet.sources.some((s) => s.statements.some((t) => t.id === statement)))
    refuseStatement(at, statement);
}

/** @throws Refusal `invalid-input`, always. */
function refuseStatement(at: readonly (string | number)[], statement: string | null): never {
  refuse([
    { code: "unknown-statement", severity: "error", at: [...at], params: { statement: statement ?? "" } },
  ]);
}

/** The hash that an expectation's origin is kept at. */
export function expectationHash(
  profile: Omit<Profile, "provenance">,
  deps: Pick<Deps, "digest">,
): Promise<string> {
  return hashOf(judged(profile), deps.digest);
}

/** What an expectation is about: the person, the day, and the answer. */
function judged({ facts, evaluatedOn, expected }: Omit<Profile, "provenance">): unknown {
  return { facts, evaluatedOn: evaluatedOn ?? null, expected };
}

// Where each expectation of a draft comes from, as far as this server can show. Whatever a caller says of it is left
// aside: an expectation that came with the profile keeps its origin, one read from a statement names the statement, and
// every other one may have been taken over from an answer.
import { getRelease, originsOf, type Draft as StoredDraft, type Origin } from "@jumelage/db";
import { sameJson, type DraftRuleSet, type Profile } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { hashOf } from "../../hash.ts";
import { refuse } from "./documents.ts";

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
    /** The statement an expectation was read from, by profile. */
    readonly fromSource: Readonly<Record<string, string>>;
  },
  deps: Pick<Deps, "db" | "digest">,
): Promise<Settled> {
  const { before, ruleSet, profiles, fromSource } = save;
  const statements = new Set(ruleSet.sources.flatMap((s) => s.statements.map((t) => t.id)));
  const unknown = Object.entries(fromSource).filter(
    ([profile, statement]) => !statements.has(statement) || !profiles.some((p) => p.id === profile),
  );
  if (unknown.length > 0) {
    refuse(
      unknown.map(([profile, statement]) => ({
        code: "unknown-statement",
        severity: "error",
        at: ["fromSource", profile],
        params: { statement },
      })),
    );
  }
  const earlier = new Map(before.profiles.map((p) => [p.id, p]));
  const isCited = (id: string): boolean => Object.hasOwn(fromSource, id);
  const fresh = profiles.filter((p) => {
    const old = earlier.get(p.id);
    return isCited(p.id) || old === undefined || !sameJson(judged(old), judged(p));
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
  const settled = new Map<string, Profile["provenance"]>();
  const origins: Origin[] = [];
  for (const profile of fresh) {
    const hash = await expectationHash(profile, deps);
    const statement = isCited(profile.id) ? fromSource[profile.id] : undefined;
    if (statement !== undefined) {
      settled.set(profile.id, "from-source");
      origins.push({ profile: profile.id, hash, provenance: "from-source", statement });
      continue;
    }
    // Taking an edit back gives the expectation its origin back.
    const known =
      recorded.findLast((o) => o.profile === profile.id && o.hash === hash)?.provenance ??
      released.find((p) => p.id === profile.id && sameJson(judged(p), judged(profile)))?.provenance;
    settled.set(profile.id, known ?? "accepted-output");
    if (known === undefined) origins.push({ profile: profile.id, hash, provenance: "accepted-output" });
  }
  return {
    profiles: profiles.map((p) => ({
      ...p,
      provenance: settled.get(p.id) ?? earlier.get(p.id)?.provenance ?? "accepted-output",
    })),
    origins,
  };
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

// The verdict history of a profile: what each release answered for it as it was saved with that release, and which edits
// changed the answer. Read from the releases themselves; nothing is stored for it.
import { getRelease, listReleases, type Release } from "@jumelage/db";
import {
  compareWithExpected,
  diffRuleSets,
  evaluate,
  sameJson,
  type Change,
  type Profile,
  type Result,
} from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { evaluationDate } from "../publish/gates/evaluation-date.ts";
import type { Verdict } from "./lab.schemas.ts";

interface Answered {
  readonly release: Release;
  readonly profile: Profile;
  readonly result: Result;
}

/** Every release that has the profile, newest first. */
export async function historyOf(
  request: { readonly program: string; readonly profile: string },
  deps: Deps,
): Promise<Verdict[]> {
  const summaries = await listReleases(deps.db, request.program);
  const verdicts: Verdict[] = [];
  let before: Answered | undefined;
  for (const { number } of summaries.toReversed()) {
    const release = await getRelease(deps.db, request.program, number);
    const profile = release?.profiles.find((p) => p.id === request.profile);
    if (!release || !profile) continue;
    const { result } = evaluate(release.ruleSet, profile.facts, evaluationDate(profile));
    const answered = { release, profile, result };
    verdicts.push(verdictOf(answered, before));
    before = answered;
  }
  return verdicts.toReversed();
}

function verdictOf({ release, profile, result }: Answered, before: Answered | undefined): Verdict {
  const differences = compareWithExpected(profile.expected, result);
  const changed = before !== undefined && !sameJson(result, before.result);
  return {
    number: release.number,
    createdAt: release.createdAt.toISOString(),
    ...(profile.evaluatedOn === undefined ? {} : { evaluatedOn: profile.evaluatedOn }),
    ok: differences.length === 0,
    differences: [...differences],
    provenance: profile.provenance,
    answers: answersOf(result),
    changed,
    edited: {
      facts: before !== undefined && !sameJson(situation(profile), situation(before.profile)),
      expected: before !== undefined && !sameJson(profile.expected, before.profile.expected),
    },
    changes: changed ? changesBehind(before, { release, result }) : [],
  };
}

/** The edits that touch a criterion whose verdict for this person moved; all of them when none can be singled out. */
function changesBehind(before: Answered, after: Omit<Answered, "profile">): Verdict["changes"] {
  const changes = diffRuleSets(before.release.ruleSet, after.release.ruleSet);
  const verdicts = (result: Result, id: string): string =>
    result.fired.includes(id) ? "true" : result.undecided.includes(id) ? "unknown" : "false";
  const ids = [...before.release.ruleSet.criteria, ...after.release.ruleSet.criteria].map((c) => c.id);
  const moved = new Set(ids.filter((id) => verdicts(before.result, id) !== verdicts(after.result, id)));
  const behind = changes.filter(
    (c) => (c.what === "criterion" && moved.has(c.id)) || c.affects.some((id) => moved.has(id)),
  );
  return (behind.length > 0 ? behind : changes).map(plain);
}

function plain({ kind, what, id, of, parts, affects }: Change): Verdict["changes"][number] {
  return { kind, what, id, ...(of === undefined ? {} : { of }), parts: [...parts], affects: [...affects] };
}

function answersOf(result: Result): Verdict["answers"] {
  return Object.entries(result.decisions).map(([decision, answer]) => ({
    decision,
    answer: answer.kind === "one" ? [answer.state] : [...answer.suggested],
  }));
}

function situation({ facts, evaluatedOn }: Profile): unknown {
  return { facts, evaluatedOn: evaluatedOn ?? null };
}

// What is expected of a profile, as edits: a state or outcomes per decision, or the answer obtained taken as the
// expected one. Why it changes is asked by the screen and kept with the draft.
import type { DecisionResult, Expected, Profile, Result } from "@jumelage/engine";

export type Wanted = Expected["decisions"][string];
export type ManyPart = "suggested" | "undetermined" | "withheld";

/** The outcomes expected in one part of a `many` decision; undefined when that part is not looked at. */
export function wantedOutcomes(wanted: Wanted | undefined, part: ManyPart): readonly string[] | undefined {
  if (wanted === undefined || typeof wanted === "string") return undefined;
  if (Array.isArray(wanted)) return part === "suggested" ? wanted : undefined;
  return wanted[part];
}

/** The expectation with another state of a `one` decision; `undefined` expects nothing of it. */
export function expectState(expected: Expected, decision: string, state: string | undefined): Expected {
  return withWanted(expected, decision, state);
}

/** The expectation with other outcomes in one part of a `many` decision; `undefined` expects nothing of that part. */
export function expectOutcomes(
  expected: Expected,
  decision: string,
  part: ManyPart,
  outcomes: readonly string[] | undefined,
): Expected {
  const before = expected.decisions[decision];
  const of = (p: ManyPart): string[] | undefined => {
    const list = p === part ? outcomes : wantedOutcomes(before, p);
    return list === undefined ? undefined : [...list];
  };
  const [suggested, undetermined, withheld] = [of("suggested"), of("undetermined"), of("withheld")];
  if (suggested === undefined) return withWanted(expected, decision, undefined);
  if (undetermined === undefined && withheld === undefined) return withWanted(expected, decision, suggested);
  return withWanted(expected, decision, {
    suggested,
    ...(undetermined === undefined ? {} : { undetermined }),
    ...(withheld === undefined ? {} : { withheld }),
  });
}

function withWanted(expected: Expected, decision: string, wanted: Wanted | undefined): Expected {
  const others = Object.entries(expected.decisions).filter(([id]) => id !== decision || wanted !== undefined);
  const decisions = Object.fromEntries(
    others.map(([id, w]) => [id, id === decision && wanted !== undefined ? wanted : w]),
  );
  return {
    ...expected,
    decisions:
      wanted === undefined || decision in decisions ? decisions : { ...decisions, [decision]: wanted },
  };
}

/** The expectation that a result meets: every decision, the true criteria and the missing facts. */
export function expectResult(expected: Expected, result: Result): Expected {
  const decisions = Object.fromEntries(
    Object.entries(result.decisions).map(([id, decided]) => [id, wantedOf(decided)]),
  );
  return {
    decisions,
    fired: result.fired,
    missing: result.missing,
    ...(expected.unverified ? { unverified: result.unverified } : {}),
    ...(expected.assumed ? { assumed: result.assumed } : {}),
    ...(expected.problems || result.problems.length > 0 ? { problems: result.problems } : {}),
  };
}

function wantedOf(decided: DecisionResult): Wanted {
  if (decided.kind === "one") return decided.state;
  const { suggested, undetermined, withheld } = decided;
  return undetermined.length + withheld.length === 0 ? suggested : { suggested, undetermined, withheld };
}

/**
 * The profile with another expectation. The answer was on screen while it was entered, so it no longer counts as
 * entered blind or taken from a source.
 */
export function withExpected(profile: Profile, expected: Expected): Profile {
  return { ...profile, expected, provenance: "accepted-output" };
}

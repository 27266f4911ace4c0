// The things of a rule set that people answer for, each at the hash of what somebody confirming it reads. What a
// criterion rests on counts into its hash (named conditions, and how its facts are taken), except parameters, which
// have entries of their own.
import type { Thing } from "@jumelage/db";
import type { Digest, DraftRuleSet } from "@jumelage/engine";
import { claimSentence } from "@jumelage/engine/words";
import { hashOf } from "../../hash.ts";
import { readingOf } from "./reading.ts";

/** Every criterion, parameter and source, and the sentence generated from every property, in document order. */
export async function thingsOf(ruleSet: DraftRuleSet, digest: Digest): Promise<readonly Thing[]> {
  const contents: readonly (readonly [Thing["kind"], string, unknown])[] = [
    ...ruleSet.criteria.map((c) => ["criterion", c.id, criterionContent(ruleSet, c)] as const),
    ...ruleSet.parameters.map((p) => ["parameter", p.id, p] as const),
    ...ruleSet.sources.map((s) => ["source", s.id, s] as const),
    ...ruleSet.properties.map(
      ({ id, claim }) =>
        [
          "sentence",
          id,
          { claim, fr: claimSentence(claim, ruleSet, "fr"), en: claimSentence(claim, ruleSet, "en") },
        ] as const,
    ),
  ];
  return Promise.all(
    contents.map(async ([kind, id, content]) => ({ kind, id, hash: await hashOf(content, digest) })),
  );
}

/** Whether a thing stands in the sign-off ledger: what no source says, every parameter, what ages, every sentence. */
export function mustBeConfirmed(thing: Thing, ruleSet: DraftRuleSet): boolean {
  switch (thing.kind) {
    case "criterion":
      return ruleSet.criteria.some((c) => c.id === thing.id && c.origin !== "source");
    case "source":
      // A source is dated when it says of when it is, even by an edition only.
      return ruleSet.sources.some(
        (s) => s.id === thing.id && (s.date !== undefined || s.edition !== undefined),
      );
    case "parameter":
    case "sentence":
      return true;
    default:
      return thing.kind satisfies never;
  }
}

/** The things of `after` that `before` does not have with the same content. */
export function editedThings(before: readonly Thing[], after: readonly Thing[]): readonly Thing[] {
  const known = new Set(before.map(keyOf));
  return after.filter((thing) => !known.has(keyOf(thing)));
}

function keyOf({ kind, id, hash }: Thing): string {
  return `${kind}/${id}/${hash}`;
}

function criterionContent(ruleSet: DraftRuleSet, criterion: DraftRuleSet["criteria"][number]): unknown {
  const reading = readingOf(ruleSet, [criterion.when]);
  return {
    criterion,
    conditions: ruleSet.conditions.filter((c) => reading.conditions.has(c.id)),
    facts: ruleSet.facts
      .filter((f) => reading.facts.has(f.id))
      .map(({ id, type, values, range, scale, whenUnknown, safety, validFor, derive }) => ({
        id,
        type,
        values: values?.map((v) => v.id),
        range,
        scale,
        whenUnknown,
        safety,
        validFor,
        derive,
      })),
  };
}

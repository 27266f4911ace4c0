// The hazard file, complete both ways: every hazard has a control that exists and a profile that exists, and every
// property and every criterion that stops somebody controls a hazard.
import type { Hazard } from "../model/lab.ts";
import type { Profile } from "../model/profile.ts";
import type { DraftRuleSet } from "../model/rule-set.ts";

/** What breaks the chain from hazard to control to test, in document order. */
export interface HazardGaps {
  /** Properties that no hazard names. */
  readonly properties: readonly string[];
  /** Enabled criteria of `stop` outcomes that no hazard names. */
  readonly criteria: readonly string[];
  /** Hazards without a control or without a profile, or with one that is not there. */
  readonly hazards: readonly string[];
}

/** Where the hazard file of a rule set and its profiles is incomplete; three empty lists when it is not. */
export function hazardGaps(content: {
  readonly ruleSet: DraftRuleSet;
  readonly profiles: readonly Profile[];
  readonly hazards: readonly Hazard[];
}): HazardGaps {
  const { ruleSet, profiles, hazards } = content;
  const controls = hazards.flatMap((h) => h.controls);
  const named = {
    criteria: new Set(controls.flatMap((c) => ("criterion" in c ? [c.criterion] : []))),
    properties: new Set(controls.flatMap((c) => ("property" in c ? [c.property] : []))),
  };
  const there = {
    // A criterion that is switched off controls nothing.
    criteria: new Set(ruleSet.criteria.filter((c) => c.enabled).map((c) => c.id)),
    properties: new Set(ruleSet.properties.map((p) => p.id)),
    profiles: new Set(profiles.map((p) => p.id)),
  };
  const stops = new Set(
    ruleSet.decisions.flatMap((d) =>
      d.outcomes.filter((o) => o.tone === "stop").map((o) => `${d.id}/${o.id}`),
    ),
  );
  const isWhole = ({ controls: own, profiles: tests }: Hazard): boolean =>
    own.length > 0 &&
    tests.length > 0 &&
    own.every((c) =>
      "criterion" in c ? there.criteria.has(c.criterion) : there.properties.has(c.property),
    ) &&
    tests.every((id) => there.profiles.has(id));
  return {
    properties: ruleSet.properties.map((p) => p.id).filter((id) => !named.properties.has(id)),
    criteria: ruleSet.criteria
      .filter(
        (c) => c.enabled && stops.has(`${c.then.decision}/${c.then.outcome}`) && !named.criteria.has(c.id),
      )
      .map((c) => c.id),
    hazards: hazards.filter((h) => !isWhole(h)).map((h) => h.id),
  };
}

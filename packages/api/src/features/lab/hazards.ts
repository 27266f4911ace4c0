// The hazard file, complete both ways: every hazard has a control that exists and a profile that exists, and every
// property and every criterion that stops somebody controls a hazard.
import type { DraftRuleSet, Hazard, Profile } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import type { HazardFile, Target } from "./lab.schemas.ts";
import { contentOf } from "./target.ts";

export async function hazardsOf(target: Target, deps: Deps): Promise<HazardFile> {
  const { ruleSet, profiles, hazards } = await contentOf(target, deps);
  return { hazards: [...hazards], uncovered: uncoveredOf({ ruleSet, profiles, hazards }) };
}

/** What breaks the chain, in document order. */
export function uncoveredOf(content: {
  readonly ruleSet: DraftRuleSet;
  readonly profiles: readonly Profile[];
  readonly hazards: readonly Hazard[];
}): HazardFile["uncovered"] {
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
  return {
    properties: ruleSet.properties.map((p) => p.id).filter((id) => !named.properties.has(id)),
    criteria: ruleSet.criteria
      .filter(
        (c) => c.enabled && stops.has(`${c.then.decision}/${c.then.outcome}`) && !named.criteria.has(c.id),
      )
      .map((c) => c.id),
    hazards: hazards
      .filter(
        (h) =>
          h.controls.length === 0 ||
          h.profiles.length === 0 ||
          !h.controls.every((c) =>
            "criterion" in c ? there.criteria.has(c.criterion) : there.properties.has(c.property),
          ) ||
          !h.profiles.every((id) => there.profiles.has(id)),
      )
      .map((h) => h.id),
  };
}

import { programs } from "@jumelage/engine/test/reference-programs";
import { expect, test } from "vitest";
import { addHazard, withHazard } from "../features/register/edit-hazards.ts";
import { changesIn } from "./effects.ts";

test.each(programs)("a hazard counts among the changes, in $ruleSet.program", ({ ruleSet, profiles }) => {
  const { hazards, id } = addHazard([]);
  const release = { number: 1, ruleSet, profiles, hazards };
  const renamed = withHazard(hazards, id, (h) => ({ ...h, title: { fr: "Autre", en: "Other" } }));
  expect(changesIn({ ruleSet, profiles, hazards }, release)).toBe(0);
  expect(changesIn({ ruleSet, profiles, hazards: renamed }, release)).toBe(1);
  expect(changesIn({ ruleSet, profiles, hazards: [] }, release)).toBe(1);
  expect(changesIn({ ruleSet, profiles, hazards: addHazard(hazards).hazards }, release)).toBe(1);
  expect(changesIn({ ruleSet, profiles, hazards }, null)).toBe(0);
});

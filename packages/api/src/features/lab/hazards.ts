// The hazard file of a release or a draft, with what breaks its chain.
import { hazardGaps } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import type { HazardFile, Target } from "./lab.schemas.ts";
import { contentOf } from "./target.ts";

export async function hazardsOf(target: Target, deps: Deps): Promise<HazardFile> {
  const content = await contentOf(target, deps);
  const { properties, criteria, hazards } = hazardGaps(content);
  return {
    hazards: [...content.hazards],
    uncovered: { properties: [...properties], criteria: [...criteria], hazards: [...hazards] },
  };
}

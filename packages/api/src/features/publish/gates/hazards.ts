// The hazard file is complete both ways: every hazard is controlled and tested, and every property and every criterion
// that stops somebody controls a hazard.
import { hazardGaps } from "@jumelage/engine";
import type { GateRule } from "./gate.ts";

export const hazardsGate: GateRule = {
  id: "hazards",
  waivable: true,
  run(candidate) {
    const { hazards, properties, criteria } = hazardGaps(candidate);
    return {
      count: candidate.hazards.length,
      findings: [
        ...hazards.map((hazard) => ({ code: "hazard-open", params: { hazard } })),
        ...properties.map((property) => ({ code: "property-without-hazard", params: { property } })),
        ...criteria.map((criterion) => ({
          code: "criterion-without-hazard",
          params: { criterion },
          criterion,
        })),
      ],
    };
  },
};

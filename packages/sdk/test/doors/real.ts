// A real release: a reference program with its profiles, vectors, lowered rules and diagrams, as the server seals it.
import { diagramsOf, evaluate } from "@jumelage/engine";
import { lower } from "@jumelage/engine/json-rules-engine";
import { anyDay, programs } from "@jumelage/engine/test/reference-programs";
import { publish, type Published, type TestKey } from "../fixtures.ts";

/** Facts that the real release answers. */
export const someone = { suicidalIdeation: "none", phq9Total: 15 } as const;

/** A reference program as release 1, signed. */
export async function realRelease(key: TestKey, program = "autosoins-diriges"): Promise<Published> {
  const found = programs.find((p) => p.program === program);
  if (found === undefined) throw new Error(`no reference program ${program}`);
  const { ruleSet, profiles } = found;
  const vectors = profiles.map(({ facts, evaluatedOn: at = anyDay }) => ({
    facts,
    at,
    result: evaluate(ruleSet, facts, at).result,
  }));
  const diagrams = diagramsOf(ruleSet).map((diagram) => ({ ...diagram }));
  return publish(key, {
    number: 1,
    release: {
      program,
      ruleSet,
      vectors,
      jsonRulesEngine: { ...lower(ruleSet) },
      evidence: {
        gates: [],
        profiles: [...profiles],
        proofs: [],
        diagrams,
        scores: {},
        approvals: [],
        waivers: [{ name: "seed" }],
      },
    },
    pointer: { program },
  });
}

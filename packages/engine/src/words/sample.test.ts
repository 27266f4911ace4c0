import { test } from "vitest";
import { programs, anyDay } from "../../test/reference-programs.ts";
import { claimSentence, criterionSentence, explain, typographyFaults } from "./index.ts";
import { evaluate } from "../evaluate/index.ts";
test("s", () => {
  for (const { ruleSet, profiles } of programs) for (const lang of ["fr","en"] as const) {
    for (const c of ruleSet.criteria) { const s = criterionSentence(c, ruleSet, { lang, definitions: false }); console.log(c.id, s, typographyFaults(s, lang).join("|")); }
    for (const c of ruleSet.properties) { const s = claimSentence(c.claim, ruleSet, lang); console.log(c.id, s, typographyFaults(s, lang).join("|")); }
    for (const p of profiles.filter((_,i)=>i%12===0)) { const e = explain(evaluate(ruleSet, p.facts, p.evaluatedOn ?? anyDay), ruleSet, lang);
      console.log(p.id, p.title.fr); for (const d of e.decisions) for (const s of d.sentences) console.log("   ", d.title, "|", s, typographyFaults(s, lang).join("|")); for (const s of e.remarks) console.log("    -", s, typographyFaults(s, lang).join("|")); }
  }
});

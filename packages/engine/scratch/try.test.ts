import { test, expect } from "vitest";
import { programs } from "../test/reference-programs.ts";
import { buildDiagram } from "../src/diagram/build.ts";
import { checkDiagram } from "../src/diagram/check-diagram.ts";
import { certain } from "../src/diagram/certain.ts";
import { diagramSchema, readPerson } from "../src/model/index.ts";
import { chanceFrom, freshSeed, someRuleSet, somePerson } from "../test/arbitraries.ts";
import { evaluatePerson } from "../src/evaluate/index.ts";
test("x", () => {
  for (const { ruleSet, program } of programs) for (const d of ruleSet.decisions.filter(d=>d.kind==="one")) {
    const g = buildDiagram(ruleSet, d.id);
    const t=performance.now();
    if ("nodes" in g) console.log(checkDiagram(ruleSet, g), performance.now()-t, diagramSchema.safeParse(g).success);
  }
});
test("random", () => {
  const seed = Number(process.env["SEED"] ?? freshSeed());
  const chance = chanceFrom(seed);
  const n: Record<string, number> = {};
  const bump = (k: string) => { n[k] = (n[k] ?? 0) + 1; };
  const t=performance.now();
  for (let i=0;i<Number(process.env["N"] ?? 300);i++) {
    const ruleSet = someRuleSet(chance);
    for (const d of ruleSet.decisions.filter(d=>d.kind==="one")) {
      const g = buildDiagram(ruleSet, d.id);
      if (!("nodes" in g)) { bump(JSON.stringify(g)); continue; }
      bump("ok");
      const fault = checkDiagram(ruleSet, g);
      expect(fault, `seed ${seed} ${i}`).toBeUndefined();
      for (let j=0;j<10;j++) {
        const facts = somePerson(chance, ruleSet, { at: "2026-03-02" });
        const person = readPerson(ruleSet, facts, "2026-03-02");
        const r = evaluatePerson(ruleSet, person).result.decisions[d.id];
        const c = certain(g, person);
        if (r?.kind !== "one") throw new Error();
        if (r.outcome !== undefined) expect(c.outcomes, `seed ${seed} ${i}`).toEqual([r.outcome]);
        else { bump("open"); if (c.outcomes.length === 1) bump("decided");
          if (r.missing.some(m=>!c.canChange.includes(m))) bump("asked in vain"); }
        for (const o of c.outcomes) expect(r.possible).toContain(o);
        for (const f of c.canChange) expect(r.missing, `seed ${seed} ${i}`).toContain(f);
      }
    }
  }
  console.log(n, performance.now()-t);
});

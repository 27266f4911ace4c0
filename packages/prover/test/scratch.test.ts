import { referencePrograms } from "@jumelage/content";
import { parseRuleSet, type RuleSet } from "@jumelage/engine";
import { test } from "vitest";
import { compareAll, createSolver, findFaults } from "../src/index.ts";
test("x", async () => {
  const solver = await createSolver();
  for (const p of referencePrograms) {
    const r = parseRuleSet(p.ruleSet); if (!r.ok) throw new Error();
    let t = performance.now(); let last = "";
    let asks = 0; let askMs = 0;
    const answerer = { ask: async (q: never, o: never) => { asks++; const t0=performance.now(); const a = await solver.ask(q, o); askMs += performance.now()-t0; return a; } };
    const report = await findFaults(r.value, { answerer: answerer as never, at: "2026-03-02", milliseconds: 20000, onProgress: ({ current }) => { console.log(last, Math.round(performance.now() - t), asks, Math.round(askMs)); last = current; t = performance.now(); asks=0; askMs=0; } });
    console.log(p.program, report.ms, JSON.stringify(report.undecided));
    for (const f of report.findings) console.log(f.severity, f.law, JSON.stringify(f.at), JSON.stringify(f.params), JSON.stringify(f.witness));
    const head: RuleSet = JSON.parse(JSON.stringify(r.value));
    if (head.parameters[0]) head.parameters[0].value += 1;
    else { const c = head.criteria.find((c) => c.id === "B-P7"); if (c) c.when = { fact: "severity", operator: "in", value: ["moderate", "severe"] }; }
    for (const h of [r.value, head]) {
      const d = await compareAll(r.value, h as RuleSet, { answerer: solver, at: "2026-03-02" });
      console.log(d.ms, d.kind, d.status, JSON.stringify(d.silent));
      for (const t of d.transitions) console.log(JSON.stringify(t));
    }
  }
  await solver.close();
}, 600000);

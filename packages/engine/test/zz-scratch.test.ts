import { it } from "vitest";
import { programs } from "./reference-programs.ts";
import { breaksClaim, standardQuestions, graphOf, classesOf, ruleSetGraph, mergeDimensions } from "../src/index.ts";
function mer(r: any) { const t = performance.now(); const m = mergeDimensions(r.graph, { roots: [r.root], sizes: r.space.dimensions.map((d: any) => d.options.length) }); return ` -> ${m.sizes.reduce((a: number, b: number) => a * b, 1).toExponential(2)} nodes ${m.graph.nodes.length} ${m.sizes.join("x")} ${(performance.now() - t).toFixed(0)}ms`; }
it("sizes", () => {
  const out: string[] = [];
  for (const { program, ruleSet } of programs) {
    const t0 = performance.now();
    const g = ruleSetGraph(ruleSet);
    if (!("unmodelled" in g)) out.push(`${program} whole ${classesOf(g.space).toExponential(2)} nodes ${g.graph.nodes.length} dims ${g.space.dimensions.map((d) => d.options.length).join("x")} ${(performance.now() - t0).toFixed(0)}ms`);
    for (const d of ruleSet.decisions) { const r = ruleSetGraph(ruleSet, [d.id]); if (!("unmodelled" in r)) out.push(`  ${d.id} ${classesOf(r.space).toExponential(2)} nodes ${r.graph.nodes.length} ${r.space.dimensions.map((x) => x.options.length).join("x")}`); }
    const qs = [...ruleSet.properties.map((p) => [p.id + " " + p.claim.kind, breaksClaim(ruleSet, p.claim)] as const), ...standardQuestions(ruleSet).map((s) => [JSON.stringify(s.check), s.question] as const)];
    for (const [id, q] of qs) {
      const t = performance.now();
      const r = graphOf(q);
      const ms = (performance.now() - t).toFixed(0);
      out.push("unmodelled" in r ? `${id}: ${r.unmodelled}` : `${id}: ${classesOf(r.space).toExponential(2)} nodes ${r.graph.nodes.length} dims ${r.space.dimensions.map((d) => d.options.length).join("x")} root ${r.root} ${ms}ms` + mer(r));
    }
  }
  console.log(out.join("\n"));
});

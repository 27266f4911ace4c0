import { it } from "vitest";
import { referencePrograms } from "@jumelage/content";
import { parseRuleSet, breaksClaim, standardQuestions, graphOf, type Question } from "@jumelage/engine";
import { createEnumeration, makeKernel, planOf } from "./index.ts";
it("speed", async () => {
  const out: string[] = [];
  const e = createEnumeration();
  for (const p of referencePrograms) {
    const parsed = parseRuleSet(p.ruleSet);
    if (!parsed.ok) throw new Error();
    const ruleSet = parsed.value;
    const qs: [string, Question, string][] = [
      ...ruleSet.properties.map(
        (x) => [x.id, breaksClaim(ruleSet, x.claim), "never"] as [string, Question, string],
      ),
      ...standardQuestions(ruleSet).map(
        (s) => [JSON.stringify(s.check), s.question, s.expect] as [string, Question, string],
      ),
    ];
    const t00 = performance.now();
    for (const [id, q, expect] of qs) {
      const t0 = performance.now();
      const a = await e.ask(q);
      const ms = performance.now() - t0;
      const ok = (a.status === "nobody") === (expect === "never") && a.status !== "undecided";
      out.push(
        `${ok ? "" : "!! "}${id} ${a.status} ${"reason" in a ? a.reason : ""} ${a.classes.toExponential(2)} ${a.searched.toExponential(2)} ${ms.toFixed(1)}ms ${(a.searched / ms / 1e6).toFixed(2)} G/s`,
      );
    }
    out.push(`TOTAL ${p.program} ${(performance.now() - t00).toFixed(0)}ms`);
  }
  console.log(out.join("\n"));
  const parsed = parseRuleSet(referencePrograms[0].ruleSet);
  if (!parsed.ok) throw new Error();
  const prop = parsed.value.properties.find((x) => x.id === "SP18-severity");
  if (!prop) return;
  const g = graphOf(breaksClaim(parsed.value, prop.claim));
  if ("unmodelled" in g) return;
  const sizes = g.space.dimensions.map((d) => d.options.length);
  const plan = planOf(g.graph, { root: g.root, sizes });
  const k = makeKernel(plan);
  console.log(
    plan.lanes,
    plan.outer,
    plan.inner,
    plan.steps,
    plan.operations.length,
    plan.levels.filter((l) => l === plan.outer.length).length,
  );
  for (let i = 0; i < 8; i++) {
    const c0 = process.cpuUsage();
    const t = performance.now();
    const r = k.search(0, plan.steps);
    const c = process.cpuUsage(c0);
    console.log(
      r,
      (performance.now() - t).toFixed(1),
      c.user / 1000,
      ((plan.inner * plan.steps) / c.user / 1e3).toFixed(2) + " G/s cpu",
    );
  }
});

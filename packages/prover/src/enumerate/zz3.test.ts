import { graphOf, isWitness, valuesOf } from "@jumelage/engine";
import { chanceFrom, someQuestions, today } from "@jumelage/engine/test/small";
import { test } from "vitest";
import { createEnumeration } from "./enumerate.ts";
test("collect", { timeout: 3_600_000 }, async () => {
  const seed = Number(process.env["SEED"]); const n = Number(process.env["N"]);
  let place = -1; const bad: string[] = []; const why = new Map<string, number>(); const chance = chanceFrom(7); const e = createEnumeration(); const seen: any = {};
  const time = { brute: 0, ask: 0, rest: 0 };
  for (const { question, people } of someQuestions(chanceFrom(seed), n)) {
    place++;
    try {
      let t = performance.now();
      const made = graphOf(question);
      if ("unmodelled" in made) { const k = made.unmodelled.replace(/:.*/, ""); why.set(k, (why.get(k) ?? 0) + 1); continue; }
      const a = await e.ask(question, { at: today }); seen[a.status] = (seen[a.status] ?? 0) + 1;
      time.ask += performance.now() - t; t = performance.now();
      let some = false;
      for (const tuple of people) { if (isWitness(question, { at: today, people: tuple })) { some = true; if (!valuesOf(made.graph, made.space.classOf(tuple, today))[made.root]) bad.push(`${place} person`); break; } }
      time.brute += performance.now() - t; t = performance.now();
      if (a.status !== (some ? "somebody" : "nobody")) bad.push(`${place} answer ${a.status} ${"reason" in a ? a.reason : ""} truth ${some}`);
      for (let i = 0; i < 3; i++) { const choice = made.space.dimensions.map((d) => chance.below(d.options.length)); const w = { at: today, people: made.space.people(choice, today) }; if (isWitness(question, w) !== valuesOf(made.graph, choice)[made.root]) { bad.push(`${place} representative`); break; } }
      time.rest += performance.now() - t;
    } catch (error) { bad.push(`${place} ${String(error).slice(0, 100)}`); }
  }
  console.log(bad.join("\n"), [...why], seen, time);
});

import { graphOf, isWitness, valuesOf } from "@jumelage/engine";
import { chanceFrom, someQuestions, today } from "@jumelage/engine/test/small";
import { test } from "vitest";
import { writeFileSync } from "node:fs";
test("case", () => {
  const seed = Number(process.env["SEED"]);
  const wanted = Number(process.env["CASE"]);
  let place = -1;
  for (const { question, people } of someQuestions(chanceFrom(seed), wanted + 1)) {
    if (++place !== wanted) continue;
    const made = graphOf(question);
    const strip = (k: string, v: any) =>
      ["label", "title", "message", "rationale", "question", "purpose", "sources", "states"].includes(k) &&
      typeof v === "object" &&
      !(Array.isArray(v) && k === "states")
        ? undefined
        : v;
    console.log(
      JSON.stringify(
        question,
        (k, v) =>
          ["label", "title", "message", "rationale", "purpose", "sources"].includes(k)
            ? undefined
            : k === "question" && v?.fr
              ? undefined
              : v,
        0,
      ),
    );
    if ("unmodelled" in made) {
      console.log(made);
      return;
    }
    const { space, graph, root } = made;
    console.log(
      JSON.stringify(
        space.dimensions.map((d) => [d.name, d.options]),
        null,
        0,
      ),
    );
    let n = 0;
    const sizes = space.dimensions.map((d) => d.options.length);
    const total = sizes.reduce((a, b) => a * b, 1);
    for (let i = 0; i < total && n < 3; i++) {
      let r = i;
      const choice = sizes.map((s) => {
        const o = r % s;
        r = Math.floor(r / s);
        return o;
      });
      const p = space.people(choice, today);
      const is = isWitness(question, { at: today, people: p });
      if (is !== valuesOf(graph, choice)[root]) {
        n++;
        console.log("REP", choice, JSON.stringify(p), "witness", is);
      }
    }
    n = 0;
    for (const t of people) {
      const is = isWitness(question, { at: today, people: t });
      if (is) {
        const c = space.classOf(t, today);
        if (!valuesOf(graph, c)[root] && n++ < 3)
          console.log("PERSON", JSON.stringify(t), c, JSON.stringify(space.people(c, today)));
      }
    }
  }
});

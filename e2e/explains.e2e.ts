// Why somebody gets an answer, and what would change it: the criterion that decides is named, and whoever is as the page
// says would be gets the answer that the page says.
import { expect, test } from "vitest";
import { evaluate } from "../packages/engine/src/index.ts";
import { textIn, typeset } from "../packages/engine/src/words/index.ts";
import { anyDay, programs } from "../packages/engine/test/reference-programs.ts";
import { isLong, shareOf } from "../packages/engine/test/small/how-many.ts";
import { stateFace } from "../apps/admin/src/ui/tones.ts";
import { signIn } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { answerSection, explanationOf, label, plain } from "./explanation.ts";

const demo = openDemo();
const typed = (text: string): string => plain(typeset(text, "fr"));

test("the criterion that decides is named, and every change that is said to change the answer does", async () => {
  const { page, faults } = await signIn(demo, /Noa/);
  let [pairs, tried] = [0, 0];
  for (const { program, ruleSet, profiles } of programs)
    for (const profile of isLong ? profiles : shareOf(profiles, { everyNth: 25 })) {
      const drawer = await explanationOf(page, program, profile.id);
      const { result } = evaluate(ruleSet, profile.facts, profile.evaluatedOn ?? anyDay);
      for (const decision of ruleSet.decisions) {
        const got = result.decisions[decision.id];
        if (got?.kind !== "one") continue;
        pairs += 1;
        const said = plain(await answerSection(drawer, decision).innerText());
        expect(said, profile.id).toContain(label(decision, result));
        // An outcome that criteria gave: each that decides is there by its words.
        const deciding = ruleSet.criteria.filter(
          (c) =>
            c.then.decision === decision.id && c.then.outcome === got.outcome && result.fired.includes(c.id),
        );
        for (const { id, title } of deciding.slice(0, 1))
          expect(
            said.includes(id) || said.includes(typed(textIn(title, "fr"))),
            `${profile.id} ${id}: ${said}`,
          ).toBe(true);
      }
      const [first] = ruleSet.decisions.filter((d) => d.kind === "one");
      if (!first) continue;
      const list = drawer.getByRole("region", { name: "Ce qui changerait cette réponse" });
      const changes = await list.getByRole("listitem").all();
      for (const change of isLong ? changes : changes.slice(0, 4)) {
        const state = (await change.getAttribute("data-state")) ?? "";
        const words = plain(await change.innerText());
        expect(words, profile.id).toContain(plain(stateFace(first, state, "fr").short));
        await change.getByRole("button", { name: /^Essayer/ }).press("Enter");
        await drawer.getByText("Vous voyez un essai.").waitFor();
        const shown = plain(await answerSection(drawer, first).innerText());
        expect(shown, `${profile.id}, ${words}`).toContain(typed(stateFace(first, state, "fr").label));
        tried += 1;
      }
    }
  expect(pairs).toBeGreaterThan(isLong ? 170 : 5);
  expect(tried).toBeGreaterThan(isLong ? 300 : 8);
  expect(faults).toEqual([]);
}, 3_600_000);

// One fact of a saved person after the other is blanked where « et si? » is tried: the page says what is missing, or keeps the
// answer and says why; it is the engine's own answer, and nothing that is not known is shown as nothing or as false.
import { expect, test } from "vitest";
import { evaluate, type Profile, type Result, type RuleSet } from "../packages/engine/src/index.ts";
import { textIn } from "../packages/engine/src/words/index.ts";
import { anyDay, programs } from "../packages/engine/test/reference-programs.ts";
import { isLong, shareOf } from "../packages/engine/test/small/how-many.ts";
import { signIn } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { answerSection, explanationOf, label, plain } from "./explanation.ts";

const demo = openDemo();
interface Blank {
  readonly fact: RuleSet["facts"][number];
  readonly result: Result;
}

/** Every fact that is known of a person, blanked. */
function blanksOf(ruleSet: RuleSet, { facts, evaluatedOn }: Profile): readonly Blank[] {
  return ruleSet.facts
    .filter(({ id }) => facts[id] !== undefined && !JSON.stringify(facts[id]).includes('"unknown"'))
    .map((fact) => ({
      fact,
      result: evaluate(ruleSet, { ...facts, [fact.id]: { unknown: "not-known" } }, evaluatedOn ?? anyDay)
        .result,
    }));
}

test("a fact that is blanked is said to be missing, or the answer stays and says why", async () => {
  const { page, faults } = await signIn(demo, /Noa/);
  let [tried, open] = [0, 0];
  for (const { program, ruleSet, profiles } of programs)
    for (const profile of shareOf(profiles, { everyNth: 25 })) {
      const drawer = await explanationOf(page, program, profile.id);
      const which = drawer.getByRole("combobox", { name: "Renseignement à essayer" });
      await which.waitFor();
      const blanks = blanksOf(ruleSet, profile);
      for (const { fact, result } of isLong ? blanks : shareOf(blanks, { everyNth: 2 })) {
        const about = `${profile.id} ${fact.id}`;
        const forget = drawer.getByRole("button", { name: "Revenir au profil enregistré" });
        if ((await forget.count()) > 0) await forget.press("Enter");
        await which.selectOption(fact.id);
        const control = drawer.getByRole("region", { name: "Et si?" }).locator("fieldset select").first();
        await control.selectOption("?not-known");
        await drawer.getByText("Vous voyez un essai.").waitFor();
        expect(await control.evaluate((e: HTMLSelectElement) => e.selectedOptions[0]?.label)).toBe(
          "non connu",
        );
        for (const decision of ruleSet.decisions) {
          const section = answerSection(drawer, decision);
          const said = plain(await section.innerText());
          const got = result.decisions[decision.id];
          const expected = label(decision, result);
          if (expected !== undefined) expect(said, about).toContain(expected);
          expect(
            (await section.getByRole("paragraph").allInnerTexts()).every((p) => p.trim() !== ""),
            about,
          ).toBe(true);
          expect(said, about).not.toMatch(/\bfaux\b/iu);
          if (got?.kind !== "one") continue;
          tried += 1;
          if (got.outcome === undefined) {
            open += 1;
            expect(said, about).toMatch(/Réponses encore possibles/);
            // What is to be asked is named, if it is this.
            if (got.missing.includes(fact.id)) expect(said, about).toContain(plain(textIn(fact.label, "fr")));
          } else expect(said, about).toMatch(/parce qu|C’est|mène/);
        }
      }
    }
  expect(tried).toBeGreaterThan(10);
  expect(open).toBeGreaterThan(0);
  expect(faults).toEqual([]);
}, 3_600_000);

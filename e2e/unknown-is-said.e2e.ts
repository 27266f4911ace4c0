// One fact of a saved person after the other is blanked where « et si? » is tried: the page says what is missing, or keeps the
// answer and says why; it is the engine's own answer, and nothing that is not known is shown as nothing or as false. Nor is
// it in the matrix, of people who differ from those saved by one blank.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { author, Console, newDraft } from "../apps/server/test/clients.ts";
import { evaluate, type Profile, type Result, type RuleSet } from "../packages/engine/src/index.ts";
import { textIn, typeset } from "../packages/engine/src/words/index.ts";
import { anyDay, programs } from "../packages/engine/test/reference-programs.ts";
import { isLong, shareOf } from "../packages/engine/test/small/how-many.ts";
import { glyphs, stateFace } from "../apps/admin/src/ui/tones.ts";
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

/** What the matrix says of each person, as far as its rows and columns are drawn: the marks by criterion, and the answer. */
async function rowsDrawn(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("tbody tr")].flatMap((row) => {
        const id = row.querySelector("th .j-muted")?.textContent ?? "";
        const said = [...row.querySelectorAll("button[data-cell]")].map(
          (cell) => cell.getAttribute("aria-label") ?? (cell as HTMLElement).innerText,
        );
        return id === "" ? [] : [[id, said]];
      }),
    ),
  );
}

function verdictOf({ fired, undecided }: Result, criterion: string): keyof typeof verdictWords {
  if (fired.includes(criterion)) return "true";
  return undecided.includes(criterion) ? "unknown" : "false";
}
const verdictWords = { true: /vrai/u, false: /faux/u, unknown: /manqu/u } as const;

test.each(programs)(
  "$program: a blank is never false in the matrix, and no cell is empty",
  async (program) => {
    const { ruleSet } = program;
    const camille = await Console.of(demo.url, author);
    const draft = await newDraft(camille, program.program);
    const blanked = shareOf(program.profiles, { everyNth: 12 }).flatMap((profile) =>
      blanksOf(ruleSet, profile).map(({ fact, result }, i) => ({
        result,
        profile: {
          ...profile,
          id: `X${profile.id}-${i}`,
          facts: { ...profile.facts, [fact.id]: { unknown: "not-known" } },
        },
      })),
    );
    const profiles = blanked.map(({ profile }) => profile);
    const save = { id: draft.id, expectedRevision: draft.revision, profiles };
    const saved = await camille.mutate("drafts.save", save);
    expect(saved.status, saved.text).toBe(200);

    const { page, faults } = await signIn(demo, /Camille/);
    // So wide and high that every column and many rows are drawn at once.
    await page.setViewportSize({ width: 3800, height: 3000 });
    await page.goto(`/p/${program.program}/simulation?ebauche=${draft.id}`);
    await page.locator("button[data-cell]").first().waitFor();
    const seen = new Map<string, readonly string[]>();
    for (let far = 0; seen.size < profiles.length && far < 200; far += 1) {
      for (const [id, said] of Object.entries(await rowsDrawn(page))) seen.set(id, said);
      await page.evaluate(async () => {
        document.querySelector("table")?.parentElement?.scrollBy(0, 400);
        for (const _ of [1, 2]) await new Promise((drawn) => requestAnimationFrame(drawn));
      });
    }
    expect(seen.size).toBe(profiles.length);

    const [decision] = ruleSet.decisions.filter((d) => d.kind === "one");
    if (!decision) throw new Error("no decision to read");
    let unknown = 0;
    for (const { profile, result } of blanked) {
      const said = (seen.get(profile.id) ?? []).map(plain);
      const marks = new Map(said.slice(0, -1).map((words) => [words.split(" : ")[0], words] as const));
      for (const [id, words] of marks) {
        const verdict = verdictOf(result, id ?? "");
        unknown += verdict === "unknown" ? 1 : 0;
        expect(words, `${profile.id} ${id}`).toMatch(verdictWords[verdict]);
      }
      expect(marks.size, profile.id).toBe(
        ruleSet.criteria.filter((c) => c.then.decision === decision.id).length,
      );
      const got = result.decisions[decision.id];
      const { look, short } = stateFace(decision, got?.kind === "one" ? got.state : "", "fr");
      expect(said.at(-1), profile.id).toContain(plain(`${glyphs[look]} ${typeset(short, "fr")}`));
    }
    expect(unknown).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  },
  3_600_000,
);

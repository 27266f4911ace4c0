// What assistive technology is given of a criterion is the sentence that the engine makes of it, with what is inside a group
// inside it, in both languages, for every criterion of the reference programs.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { conditionLines, criterionSentence, textIn, typeset } from "../packages/engine/src/words/index.ts";
import { shareOf } from "../packages/engine/test/small/how-many.ts";
import { programs } from "../packages/engine/test/reference-programs.ts";
import { signIn } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();

/** As the accessibility tree has spaces. */
const plain = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/** The lines of a nested list as they are heard, each with how deep it is. */
function heardIn(snapshot: string): readonly string[] {
  return snapshot.split("\n").flatMap((line) => {
    // What holds a colon or a quotation mark is quoted, once or twice over.
    const bare = line.replace(/^(\s*)- '(.*)'$/, "$1- $2").replaceAll("''", "'");
    const [, indent = "", kind, text = ""] = /^(\s*)- (listitem|text): (.+)$/.exec(bare) ?? [];
    if (kind === undefined) return [];
    const depth = (indent.length - (kind === "text" ? 4 : 2)) / 4;
    return [`${depth} ${text.startsWith('"') ? (JSON.parse(text) as string) : text}`];
  });
}

async function show(page: Page, path: string, title: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
  await expect.poll(async () => plain(await page.getByRole("heading", { level: 1 }).innerText())).toBe(title);
}

for (const lang of ["fr", "en"] as const)
  test(`every criterion is heard as its sentence, ${lang}`, async () => {
    const other = lang === "fr" ? "en" : "fr";
    // Somebody who reads, and may change nothing: the sentence is text and no slots.
    const { page, faults } = await signIn(demo, /Noa/);
    for (const { program, ruleSet } of programs) {
      await page.goto(`/p/${program}/criteres?lang=${lang}`);
      const list = page.getByRole("navigation", { name: lang === "fr" ? "Critères" : "Criteria" });
      await list.getByRole("link").first().waitFor();
      const listed = (await list.getByRole("link").allInnerTexts()).map(plain);
      expect(listed.length).toBe(ruleSet.criteria.length);
      for (const { id, title } of ruleSet.criteria)
        expect(
          listed.find((text) => text.startsWith(`${plain(title[lang])} ${id}`)),
          id,
        ).toBeDefined();

      for (const criterion of shareOf(ruleSet.criteria, { everyNth: 3 })) {
        const { id, when, then } = criterion;
        await show(page, `/p/${program}/criteres/${id}`, plain(typeset(criterion.title[lang], lang)));
        const shown = page.getByRole("region", {
          name: `${lang === "fr" ? "Critère" : "Criterion"} ${id}`,
          exact: true,
        });
        const said = conditionLines(when, ruleSet, { lang, definitions: true });
        const heard = heardIn(await shown.getByRole("list").first().ariaSnapshot());
        expect(heard, id).toEqual(said.map(({ depth, text }) => `${depth} ${plain(text)}`));
        const decision = ruleSet.decisions.find((d) => d.id === then.decision);
        const outcome = decision?.outcomes.find((o) => o.id === then.outcome);
        const whole = plain(await shown.innerText());
        for (const text of [decision?.title, outcome?.label])
          expect(whole, id).toContain(plain(text ? textIn(text, lang) : "?"));
        const translated = criterionSentence(criterion, ruleSet, { lang: other, definitions: true });
        expect(plain(await shown.locator(`[lang=${other}]`).innerText()), id).toBe(plain(translated));
      }
    }
    expect(faults).toEqual([]);
  }, 600_000);

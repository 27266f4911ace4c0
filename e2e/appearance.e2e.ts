// How the console looks to whoever asks for something else than most: rows higher or lower, more contrast, the colours of
// the device and no others.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { evaluate } from "../packages/engine/src/index.ts";
import { typeset } from "../packages/engine/src/words/index.ts";
import { anyDay, programs } from "../packages/engine/test/reference-programs.ts";
import { glyphs, stateFace } from "../apps/admin/src/ui/tones.ts";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { plain } from "./explanation.ts";

const demo = openDemo();
const simulation = "/p/autosoins-diriges/simulation";

const rowHeight = (page: Page): Promise<number> =>
  page
    .getByRole("row")
    .nth(2)
    .evaluate((row) => Math.round(row.getBoundingClientRect().height));

test("rows are as high as was chosen, on this device from then on", async () => {
  const { page, faults } = await signIn(demo, /Camille/);
  await page.goto(simulation);
  await page
    .getByRole("table", { name: /profils/i })
    .first()
    .waitFor();
  const normal = await rowHeight(page);
  const count = async (): Promise<number> => page.getByRole("row").count();
  await page.getByRole("button", { name: "Apparence" }).click();
  await page.getByRole("menuitemradio", { name: "Confort" }).click();
  await expect.poll(() => rowHeight(page)).toBe(normal + 8);
  const few = await count();
  // The menu stays open, so that what a choice does is seen at once.
  await page.getByRole("menuitemradio", { name: "Dense" }).click();
  await expect.poll(() => rowHeight(page)).toBe(normal - 6);
  // More of them are in sight, and all of the height is used.
  await expect.poll(count).toBeGreaterThan(few);
  await page.reload();
  await page.getByRole("row").nth(2).waitFor();
  await expect.poll(() => rowHeight(page)).toBe(normal - 6);
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test.each(["light", "dark"] as const)(
  "more contrast, where it is asked for: seven to one, %s",
  async (scheme) => {
    const { page } = await signIn(demo, /Camille/);
    await page.emulateMedia({ colorScheme: scheme, contrast: "more" });
    for (const path of ["/", "/p/autosoins-diriges", "/p/autosoins-diriges/criteres/A-C1", simulation]) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: "attached" });
      await page.screenshot({ path: `test-results/contrast-${scheme}.png` });
      expect(await violations(page, ["color-contrast-enhanced"]), path).toEqual([]);
    }
  },
);

test("in the colours of the device alone, outcomes are told by glyph and border, and what is chosen is seen", async () => {
  const { page } = await signIn(demo, /Camille/);
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(simulation);
  const outcomes = page.locator("[data-cell] span[class*=glyph], span[class*=glyph]");
  await outcomes.first().waitFor();
  const seen = await outcomes.evaluateAll((all) =>
    all.map((one) => {
      const { borderTopWidth, borderTopStyle } = getComputedStyle(one);
      return { glyph: (one.textContent ?? "").trim(), border: `${borderTopWidth} ${borderTopStyle}` };
    }),
  );
  expect(seen.filter(({ glyph, border }) => glyph === "" || /^0px|none$/.test(border))).toEqual([]);
  expect(new Set(seen.map(({ glyph }) => glyph)).size).toBeGreaterThan(2);
  const shown = page.getByRole("radio", { checked: true }).locator("xpath=following-sibling::label");
  expect(await shown.evaluate((label) => getComputedStyle(label).outlineStyle)).toBe("solid");
  const rail = page.getByRole("navigation", { name: "Programme" }).getByRole("link");
  const bars = await rail.evaluateAll((links) =>
    links.map((link) => getComputedStyle(link).borderInlineStartColor),
  );
  expect(bars.filter((colour) => colour !== bars[0])).toHaveLength(1);
  await page.screenshot({ path: "test-results/forced-colours.png" });
});

test.each(programs)(
  "$program: without any colour of ours, every answer of the matrix is read from its mark and its words",
  async ({ program, ruleSet, profiles }) => {
    const { page } = await signIn(demo, /Noa/);
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(`/p/${program}/simulation`);
    const read = new Map<string, string>();
    const buttons = page.getByRole("button", { name: /Expliquer la réponse de / });
    await buttons.first().waitFor();
    // Only rows in sight are in the page.
    for (let far = 0; read.size < profiles.length && far < 100; far += 1) {
      const seen = await buttons.allInnerTexts();
      for (const text of seen) {
        const [said = "", id] = plain(text).split(" Expliquer la réponse de ");
        // A row that leaves the page at this moment has no lines.
        if (id !== undefined) read.set(id, said);
      }
      // Down to the end and from the top again, each time until it is drawn.
      await page.evaluate(async () => {
        const scroller = document.querySelector("table")?.parentElement;
        const before = scroller?.scrollTop;
        scroller?.scrollBy(0, 300);
        if (scroller?.scrollTop === before) scroller?.scrollTo(0, 0);
        for (const _ of [1, 2]) await new Promise((drawn) => requestAnimationFrame(drawn));
      });
    }
    const [decision] = ruleSet.decisions.filter((d) => d.kind === "one");
    if (!decision) throw new Error("no decision to read");
    const told = profiles.map(({ id, facts, evaluatedOn = anyDay }) => {
      const got = evaluate(ruleSet, facts, evaluatedOn).result.decisions[decision.id];
      const { look, short } = stateFace(decision, got?.kind === "one" ? got.state : "", "fr");
      return [id, plain(`${glyphs[look]} ${typeset(short, "fr")}`)] as const;
    });
    expect(read).toEqual(new Map(told));
  },
);

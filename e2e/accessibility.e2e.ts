// Every screen, in both languages, light and dark: no accessibility violation, no fault, nothing from elsewhere; words in
// the language of the page, set as Québec sets them; nothing cut off, nothing wider than the window of a telephone.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isLong, shareOf } from "../packages/engine/test/small/how-many.ts";
import { askedFor, readCohort, settled } from "./asked-for.ts";
import { violations, visit, type Visit } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { furnish, furnishing } from "./furnished.ts";
import { languageFaults } from "./language.ts";
import { clippedOf, sidewaysOf, withWideText, wordsOf } from "./on-screen.ts";
import { elsewhere, langs, readOnly, schemes, screens, type Language, type Person } from "./screens.ts";

const demo = openDemo(furnishing);

/** What is wrong with what is on screen now, light and dark, with wide text and in a narrow window. */
async function look({ page, faults }: Visit): Promise<readonly string[]> {
  await settled(page);
  const found: string[] = [];
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: "attached" });
    // What is dark differs in its colours alone.
    found.push(...(await violations(page, scheme === "dark" ? ["color-contrast"] : undefined)));
  }
  found.push(...languageFaults(await wordsOf(page)), ...(await clippedOf(page)));
  found.push(...(await withWideText(page, () => clippedOf(page))).map((fault) => `wide text: ${fault}`));
  await page.setViewportSize({ width: 320, height: 640 });
  found.push(...(await sidewaysOf(page)).map((fault) => `320 px: ${fault}`));
  await page.setViewportSize({ width: 1280, height: 800 });
  return [...found, ...faults];
}

async function opened(lang: Language): Promise<Visit> {
  const fresh = await visit(demo.browser, demo.url);
  await fresh.page.goto(`/?lang=${lang}`);
  return fresh;
}

async function signedIn(lang: Language, who: Person = "Camille"): Promise<Visit> {
  const visitor = await opened(lang);
  await visitor.page
    .getByRole("button", { name: new RegExp(who) })
    .first()
    .click();
  await visitor.page.getByRole("table").first().waitFor();
  return visitor;
}

/**
 * As links inside the console go: the address changes and the page stays. Past a page that is not there, so that what is
 * looked at is not the screen before.
 */
async function goInside(page: Page, path: string): Promise<void> {
  const nowhere = page.getByRole("heading", { level: 1, name: /^(Page introuvable|Page not found)$/ });
  const go = (address: string): Promise<void> =>
    page.evaluate((to) => {
      history.pushState({}, "", to);
      dispatchEvent(new PopStateEvent("popstate"));
    }, address);
  await go("/nowhere");
  await nowhere.waitFor();
  if (path === "/nowhere") return;
  await go(path);
  await nowhere.waitFor({ state: "detached" });
}

/** Every second of them, each in one of the languages, others each time; in the long tier all of them in both. */
function someIn<T>(all: readonly T[], lang: Language): readonly T[] {
  return shareOf(all, { everyNth: 2 }).filter((_, i) => isLong || i % 2 === langs.indexOf(lang));
}

describe.each(langs)("before a draft is open, %s", (lang) => {
  test.each(someIn(readOnly, lang))("$name", async ({ path }) => {
    const visitor = await signedIn(lang);
    await visitor.page.goto(path);
    expect(await look(visitor)).toEqual([]);
    await visitor.context.close();
  });
});

let isFurnished: Promise<void> | undefined;

describe.each(langs)("%s", (lang) => {
  let visitor: Visit;
  // Here and not in a test: a screen looked at alone must not be the one of signing in.
  beforeAll(async () => {
    await (isFurnished ??= furnish(demo.url));
    visitor = await signedIn(lang);
  });
  afterAll(() => visitor?.context.close());

  test("sign-in", async () => {
    const stranger = await opened(lang);
    expect(await look(stranger)).toEqual([]);
    await stranger.context.close();
  });

  test.each(someIn([...screens, ...elsewhere], lang))("$name", async ({ path, who }) => {
    const seeing = who === undefined ? visitor : await signedIn(lang, who);
    await (lang === "fr" ? seeing.page.goto(path) : goInside(seeing.page, path));
    expect(await look(seeing)).toEqual([]);
    expect(await seeing.page.locator("html").getAttribute("lang")).toMatch(new RegExp(`^${lang}`));
    if (seeing !== visitor) await seeing.context.close();
  });

  test.each(someIn(askedFor, lang))("$name", async ({ who, path, open }) => {
    const asked = await signedIn(lang, who);
    await asked.page.goto(path);
    await settled(asked.page);
    await open(asked.page);
    expect(await look(asked)).toEqual([]);
    await asked.context.close();
  });

  test("a cohort that was read", async () => {
    const seen = async (): Promise<void> => expect(await look(visitor)).toEqual([]);
    await readCohort(visitor.page, { columns: seen, rows: seen });
  });
});

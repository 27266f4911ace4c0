// Every screen when the server is slow, out of reach, at fault or refuses, or does not answer any more: it says so in words
// of its reader, keeps its frame and what it shows, leads on, and comes back once all is well; and a program in which there
// is nothing yet.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { en } from "../apps/admin/src/i18n/en/index.ts";
import { fr } from "../apps/admin/src/i18n/fr/index.ts";
import type { Program } from "../packages/api/src/schemas.ts";
import { admin, author, Console, openDraft, selfCare } from "../apps/server/test/clients.ts";
import { isLong, shareOf } from "../packages/engine/test/small/how-many.ts";
import { settled } from "./asked-for.ts";
import { signIn, violations, type Visit } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { everything, force, makeOld, requestId, troubles, whatItAsks, type Trouble } from "./forced-state.ts";
import { emptyProgram } from "./furnished.ts";
import { languageFaults } from "./language.ts";
import { wordsOf } from "./on-screen.ts";
import { belowProgram, langs, screens, type Language } from "./screens.ts";

const demo = openDemo();
const catalogues = { fr, en } as const;

const cases = screens.flatMap(({ path, who }) => [
  { path, who, trouble: "stale" as const, what: "everything", isForced: everything },
  ...troubles.flatMap((trouble) => [
    { path, who, trouble, what: "everything", isForced: everything },
    { path, who, trouble, what: "its own", isForced: whatItAsks },
  ]),
]);

const neverShown = /undefined|\[object|Error:|INTERNAL_SERVER|FORBIDDEN|\btrpc\b|\bat \w+ \(/;

/** What is wrong with the page as it stands, whatever it stands for. */
async function faultsOf({ page, faults }: Visit): Promise<readonly string[]> {
  const words = await wordsOf(page);
  const main = page.locator("main");
  return [
    ...faults,
    ...(await violations(page)),
    ...languageFaults(words),
    ...words.filter(({ text }) => neverShown.test(text)).map(({ text }) => `for no reader: ${text}`),
    ...((await page.locator("[class*=Loader], [class*=Notification]").count()) > 0
      ? ["something spins, or goes by"]
      : []),
    ...((await page.getByRole("alert").count()) === (await main.getByRole("alert").count())
      ? []
      : ["an alert outside the page"]),
  ];
}

/** A button or link of the page that leads on, the strip above it aside. */
const nextSteps = (page: Page) =>
  page
    .locator("main")
    .locator(":not(section[aria-label] > *)")
    .locator("a[href]:visible, button:enabled:visible");

/** The words that tell of a trouble, in the reader's language. */
function wordsFor(trouble: Exclude<Trouble, "loading">, { refusals }: typeof fr | typeof en): string[] {
  if (trouble === "offline") return [refusals.offline];
  if (trouble === "forbidden") return [refusals.forbidden, refusals.whoGivesRoles];
  return [refusals.fault, refusals.faultCode.replace("{id}", requestId)];
}

async function pageIn(lang: Language, who: Visit): Promise<Visit> {
  const page = await who.context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      faults.push(`console: ${message.text()}`);
  });
  await page.addInitScript((chosen) => localStorage.setItem("jumelage.lang", chosen), lang);
  return { context: who.context, page, faults };
}

/** Tries again, and again: what is brought back is each time another part of the screen. */
async function tryAgain(page: Page, lang: Language): Promise<void> {
  const again = page.locator("main").getByRole("button", { name: catalogues[lang].common.retry });
  for (let left = await again.count(); left > 0; left = await again.count()) {
    await again.first().press("Enter");
    await expect.poll(() => again.count(), patience).toBeLessThan(left);
    // The button is gone: whoever pressed it goes on from there.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), patience).not.toBe("BODY");
  }
}

/** What a screen does badly once what it shows cannot be asked for again. */
async function triedOld(visitor: Visit, lang: Language, path: string): Promise<readonly string[]> {
  const { page } = visitor;
  const { common, refusals } = catalogues[lang];
  const main = page.locator("main");
  const heading = main.getByRole("heading", { level: 1 }).first();
  const controls = main.locator("a[href], button, input, select, textarea");
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  await settled(page);
  const [title, count] = [await heading.innerText(), await controls.count()];
  const forced = await makeOld(page, everything);
  const told = main.getByText(common.old.split("{")[0] ?? "").or(main.getByText(refusals.offline));
  await told.first().waitFor();
  await page.waitForLoadState("networkidle");
  const found = [
    ...((await heading.innerText()) === title ? [] : ["another heading"]),
    ...((await controls.count()) < count ? ["what was shown is gone"] : []),
    ...(await faultsOf(visitor)),
  ];
  await forced.lift();
  await tryAgain(page, lang);
  await expect.poll(() => told.count(), patience).toBe(0);
  return found;
}

/** What a screen does badly in a state. */
async function tried(
  visitor: Visit,
  lang: Language,
  { path, trouble, isForced }: (typeof cases)[number],
): Promise<readonly string[]> {
  if (trouble === "stale") return triedOld(visitor, lang, path);
  const { page } = visitor;
  const { common, publication } = catalogues[lang];
  const main = page.locator("main");
  const forced = await force(page, trouble, isForced);
  await page.goto(path);
  await main.waitFor();
  if (trouble === "loading") {
    const waiting = main.getByText(common.loading).or(main.getByText(publication.checking));
    const isSaid = await waiting
      .first()
      .waitFor({ timeout: 300 })
      .then(
        () => true,
        () => false,
      );
    const found = isSaid || forced.count() === 0 ? await faultsOf(visitor) : ["nothing says that it waits"];
    await forced.lift();
    await main.getByRole("heading", { level: 1 }).first().waitFor();
    await waiting.first().waitFor({ state: "detached" });
    // The heading comes with what is waited for.
    return found.filter((fault) => !fault.startsWith("page-has-heading-one"));
  }
  await page.waitForLoadState("networkidle");
  if (forced.count() === 0) return [];
  const told = main.getByRole("alert").first();
  await told.waitFor();
  const text = await main.innerText();
  const missing = wordsFor(trouble, catalogues[lang]).filter((words) => !text.includes(words));
  const found = [
    ...missing.map((words) => `not said: ${words}`),
    ...((await nextSteps(page).count()) === 0 ? ["nothing leads on"] : []),
    ...(await faultsOf(visitor)),
  ];
  await forced.lift();
  await tryAgain(page, lang);
  await expect.poll(() => main.getByRole("alert").count(), patience).toBe(0);
  await main.getByRole("heading", { level: 1 }).first().waitFor();
  return found;
}

const patience = { timeout: 15_000 };

/** Most of the time of a trouble is waiting for the tries the console makes by itself. */
const atOnce = 6;

describe.each(langs)("in %s", (lang) => {
  let [sacha, dominique]: Visit[] = [];
  beforeAll(async () => {
    const camille = await Console.of(demo.url, author);
    await openDraft(camille, selfCare);
    [sacha, dominique] = await Promise.all([signIn(demo, /Sacha/), signIn(demo, /Dominique/)]);
  });
  afterAll(() => Promise.all([sacha?.context.close(), dominique?.context.close()]));

  // Another trouble of another screen each time, in one of the languages; in the long tier all of them in both.
  const chosen = shareOf(cases, { everyNth: 23 }).filter((_, i) => isLong || i % 2 === langs.indexOf(lang));
  const groups = Array.from({ length: Math.ceil(chosen.length / atOnce) }, (_, i) =>
    chosen.slice(i * atOnce, (i + 1) * atOnce),
  );
  test.each(groups.map((group) => ({ group })))(
    "$group.0.path when $group.0.what is $group.0.trouble, and others",
    async ({ group }) => {
      const found = await Promise.all(
        group.map(async (one) => {
          const who = one.who === "Dominique" ? dominique : sacha;
          if (!who) throw new Error("nobody signed in");
          const visitor = await pageIn(lang, who);
          const faults = await tried(visitor, lang, one).catch((error: unknown) => [String(error)]);
          await visitor.page.close();
          return faults.map((fault) => `${one.path}, ${one.what} ${one.trouble}: ${fault}`);
        }),
      );
      expect(found.flat()).toEqual([]);
    },
    60_000,
  );
});

test("without a connection a screen that was never opened leaves the page as it is, and shows once there is one", async () => {
  const visitor = await signIn(demo, /Camille/);
  const { page, context } = visitor;
  const { unfetched } = fr.frame;
  await context.setOffline(true);
  await page.getByRole("link", { name: /^À traiter/ }).click();
  await page.getByRole("heading", { level: 1, name: unfetched.title }).waitFor();
  // The browser logs what did not come; the page says it.
  const ours = /could not be fetched|dynamically imported/;
  expect((await faultsOf(visitor)).filter((fault) => !ours.test(fault))).toEqual([]);
  await page.getByRole("button", { name: fr.common.retry }).click();
  await page.getByText(unfetched.stillNot).waitFor();
  // What was opened before is at hand.
  await page.getByRole("link", { name: fr.common.product }).click();
  await page.getByRole("heading", { level: 1, name: fr.programs.title }).waitFor();
  await page.getByRole("link", { name: /^À traiter/ }).click();
  await page.getByRole("heading", { level: 1, name: unfetched.title }).waitFor();
  await context.setOffline(false);
  await page.getByRole("heading", { level: 1, name: fr.inbox.title }).waitFor();
  await context.close();
}, 60_000);

describe("a program in which there is nothing yet", () => {
  const program = "rien-encore";
  const empty = belowProgram(program).map(({ path }) => path);
  let sacha: Console;
  let made: Program;
  beforeAll(async () => {
    sacha = await Console.of(demo.url, admin);
    made = await emptyProgram(sacha, program);
  });

  const each = async (who: RegExp, chosen: readonly string[]): Promise<readonly string[]> => {
    const visitor = await signIn(demo, who);
    const found = await Promise.all(
      chosen.map(async (path) => {
        const one = await pageIn("fr", visitor);
        await one.page.goto(path);
        await one.page.waitForLoadState("networkidle");
        const heading = one.page.getByRole("heading", { level: 1 }).first();
        await expect.poll(() => heading.textContent(), patience).not.toBe(fr.common.loading);
        const faults = [
          ...((await nextSteps(one.page).count()) === 0 ? ["nothing leads on"] : []),
          ...(await faultsOf(one)),
        ];
        await one.page.close();
        return faults.map((fault) => `${path}: ${fault}`);
      }),
    );
    await visitor.context.close();
    return found.flat();
  };

  test("leads on from every screen of its draft", async () => {
    expect(await each(/Camille/, shareOf(empty, { everyNth: 6 }))).toEqual([]);
  }, 60_000);

  test("leads on where there is no draft either, also whoever may only read", async () => {
    await sacha.mutate("drafts.discard", { id: made.drafts[0]?.id });
    const chosen = shareOf(empty, { everyNth: 18 });
    expect(await each(/Camille/, chosen)).toEqual([]);
    expect(await each(/Noa/, chosen)).toEqual([]);
  }, 60_000);
});

// Every screen, in both languages, light and dark: no accessibility violation, no fault, nothing from elsewhere; words in
// the language of the page, set as Québec sets them; nothing cut off, nothing wider than the window of a telephone.
import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Threads } from "../packages/api/src/schemas.ts";
import {
  admin,
  author,
  Console,
  openDraft as openDraftOf,
  reviewer,
  selfCare,
} from "../apps/server/test/clients.ts";
import { seeEverything } from "../apps/server/test/journey.ts";
import { violations, visit, type Visit } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { languageFaults } from "./language.ts";
import { clippedOf, sidewaysOf, withWideText, wordsOf } from "./on-screen.ts";
import { isLong, shareOf } from "../packages/engine/test/small/how-many.ts";

const program = "/p/autosoins-diriges";
const screens: readonly (readonly [string, string])[] = [
  ["programs", "/"],
  ["program", program],
  ["vocabulary", `${program}/vocabulaire`],
  ["criteria", `${program}/criteres`],
  ["criterion", `${program}/criteres/A-C1`],
  ["table", `${program}/table`],
  ["profiles", `${program}/profils`],
  ["profile-blind", "/nouveau-profil/autosoins-diriges"],
  ["profile", `${program}/profils/PA03`],
  ["simulation", `${program}/simulation`],
  ["simulation-on-paper", `${program}/simulation?papier=letter`],
  ["coverage", `${program}/couverture`],
  ["cohort", `${program}/cohorte`],
  ["interview", `${program}/parcours`],
  ["interview-of", `${program}/parcours/PA27`],
  ["map", `${program}/carte`],
  ["guarantees", `${program}/garanties`],
  ["register", `${program}/registre`],
  ["review", `${program}/revision`],
  ["publication", `${program}/publication`],
  ["versions", `${program}/versions`],
  ["version", `${program}/versions/1`],
  ["version-on-paper", `${program}/versions/1?empreinte=sha256-0`],
  ["applications", `${program}/applications`],
  ["journal", `${program}/journal`],
  ["booklet", `${program}/livret`],
  ["booklet-both", `${program}/livret?papier=a4&langues=deux`],
  ["version-booklet", `${program}/versions/1/livret`],
  ["blind-in-list", "/p/choix-de-service/profils"],
  ["confirmed", "/p/choix-de-service/registre"],
  ["not-found", `${program}/criteres/nobody`],
  ["inbox", "/a-traiter"],
  ["first-steps", "/premiers-pas/autosoins-diriges"],
  ["first-steps-nothing", "/premiers-pas/choix-de-service"],
  ["nowhere", "/nowhere"],
];
/** Seen before a draft is open: as it was published, nothing to change. */
const readOnly: typeof screens = [
  ["read-only-table", `${program}/table`],
  ["read-only", `${program}/criteres/A-C1`],
  ["read-only-profile", `${program}/profils/PA95`],
  ["read-only-guarantees", `${program}/garanties`],
  ["read-only-register", `${program}/registre`],
  ["read-only-publication", `${program}/publication`],
];
const langs = ["fr", "en"] as const;
type Language = (typeof langs)[number];
const schemes = ["light", "dark"] as const;

/** A file of a cohort: some whom the changed threshold moves, a name, and something that is no score. */
const people = [
  "nom,suicidalIdeation,acutePsychosocialCrisis,imminentDanger,primaryProblem,severity,priorityNeed,ageYears,phq9Total",
  ...Array.from({ length: 60 }, (_, i) =>
    ["x,none,false,false,depressive_disorder,moderate,reduce_symptoms,34", 15 + (i % 3)].join(),
  ),
  "x,active,true,true,,,,,quinze",
].join("\n");

const hook = "https://hooks.jumelage.test/avis";
const demo = openDemo({ JUMELAGE_WEBHOOK_HOSTS: new URL(hook).host });

/** What a screen shows only once somebody has asked for it, or when its day has come. */
interface State {
  readonly name: string;
  readonly who: RegExp;
  readonly path: string;
  readonly open: (page: Page) => Promise<unknown>;
}
const states: readonly State[] = [
  {
    name: "terms",
    who: /Sacha/,
    path: program,
    async open(page) {
      await page.getByRole("button", { name: /^(Changer les échéances|Change the terms)$/ }).click();
      for (const choice of [/^(Quelques mois|Some months)/, /^(Elles s’arrêtent|They stop)/])
        await page.getByRole("radio", { name: choice }).check();
    },
  },
  {
    name: "review-together",
    who: /Alex/,
    path: `${program}/revision`,
    async open(page) {
      // Of the two things said about the threshold one is settled; something else is said of a criterion that is gone.
      await page
        .getByText(/^(Vu par|Seen by)/)
        .first()
        .waitFor();
      await page
        .getByRole("button", { name: /^(1 commentaire ouvert|1 open comment)/ })
        .first()
        .click();
      await page
        .getByRole("button", { name: /^(Répondre|Answer)/ })
        .first()
        .click();
      await page.keyboard.type("514 555-0199");
      await page.getByText(/^(Ceci ressemble|This looks like)/).waitFor();
    },
  },
  {
    name: "explanation",
    who: /Camille/,
    path: `${program}/simulation`,
    async open(page) {
      await page.getByRole("table").getByRole("button").first().click();
      await page.getByRole("dialog").getByRole("heading", { level: 3 }).first().waitFor();
    },
  },
  {
    name: "notices-sent",
    who: /Sacha/,
    path: `${program}/applications`,
    async open(page) {
      await page.getByRole("button", { name: /^(Voir les envois|See what was sent)/ }).click();
      await page.getByRole("dialog").getByRole("table").waitFor();
    },
  },
  {
    name: "channel-later",
    who: /Alex/,
    path: `${program}/versions`,
    async open(page) {
      await page
        .getByRole("button", { name: /^(Changer de version|Change the version)$/ })
        .first()
        .click();
      await page.getByRole("radio", { name: /^(À un jour|On a day)/ }).check();
      // The night when clocks are put back, or, when that is over a year away, a day too far: both are said.
      await page.locator("input[type=datetime-local]").fill("2027-11-07T01:30");
    },
  },
  {
    name: "overdue",
    who: /Camille/,
    path: program,
    async open(page) {
      await page.route("**/trpc/**", async (route) => {
        const answer = await route.fetch();
        const body = (await answer.text()).replaceAll('"reviewBy":null', '"reviewBy":"2026-01-31"');
        await route.fulfill({ response: answer, body });
      });
      await page.reload();
      await page
        .getByText(/^Version 1.*2026/)
        .first()
        .waitFor();
    },
  },
];

/** Waits until the screen shows what it has to show. */
async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await expect
    .poll(
      () => page.getByText(/^(Chargement|Loading|Vérification des gardes|Checking the gates)…$/).count(),
      { timeout: 20_000 },
    )
    .toBe(0);
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["JUMELAGE_SCREENSHOTS"];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

/** What is wrong with what is on screen now, light and dark, with wide text and in a narrow window. */
async function look({ page, faults }: Visit, name: string): Promise<readonly string[]> {
  await settled(page);
  const found: string[] = [];
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: "attached" });
    await picture(page, `${name}-${scheme}`);
    // What is dark differs in its colours alone.
    found.push(...(await violations(page, scheme === "dark" ? ["color-contrast"] : undefined)));
  }
  found.push(...languageFaults(await wordsOf(page)), ...(await clippedOf(page)));
  found.push(...(await withWideText(page, () => clippedOf(page))).map((fault) => `wide text: ${fault}`));
  await page.setViewportSize({ width: 320, height: 640 });
  await picture(page, `${name}-narrow`);
  found.push(...(await sidewaysOf(page)).map((fault) => `320 px: ${fault}`));
  await page.setViewportSize({ width: 1280, height: 800 });
  return [...found, ...faults];
}

async function opened(lang: Language): Promise<Visit> {
  const fresh = await visit(demo.browser, demo.url);
  await fresh.page.goto(`/?lang=${lang}`);
  return fresh;
}

async function signedIn(lang: Language): Promise<Visit> {
  const visitor = await opened(lang);
  await visitor.page
    .getByRole("button", { name: /Camille/ })
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

describe.each(langs)("before a draft is open, %s", (lang) => {
  test.each(shareOf(readOnly, { everyNth: 2 }))("%s", async (name, path) => {
    const visitor = await signedIn(lang);
    await visitor.page.goto(path);
    expect(await look(visitor, `${name}-${lang}`)).toEqual([]);
    await visitor.context.close();
  });
});

/** Something planned, and an app that is told of changes: two of them so far. */
async function planAndNotify(): Promise<void> {
  const [sacha, alex] = await Promise.all([admin, reviewer].map((id) => Console.of(demo.url, id)));
  await sacha?.mutate("webhooks.create", { consumer: "demo", url: hook });
  const channel = { program: selfCare, channel: "production", message: "PHQ-9" };
  await alex?.mutate("channels.suspend", { ...channel, expectedSequence: 1 });
  await alex?.mutate("channels.lift", { ...channel, expectedSequence: 2 });
  await alex?.mutate("channels.schedule", {
    program: selfCare,
    channel: "preview",
    what: { release: 1 },
    due: new Date(Date.now() + 30 * 24 * 3600_000).toISOString(),
    message: "PHQ-9",
  });
}

/** Somebody marks what changed, and people talk about it. */
async function talk(): Promise<void> {
  const [alex, camille] = await Promise.all([reviewer, author].map((id) => Console.of(demo.url, id)));
  if (!alex || !camille) throw new Error("two people");
  const { id } = await openDraftOf(camille, selfCare);
  await seeEverything(alex, { id });
  for (const anchor of [
    "parameter//phq9LookAgain",
    "parameter//phq9LookAgain",
    "criterion//A-C1",
    "criterion//A-X9",
  ])
    await alex.mutate("comments.write", { id, anchor, text: "?" });
  const { data } = await camille.query<Threads>("comments.list", { id });
  for (const [i, procedure] of ["comments.answer", "comments.resolve"].entries())
    await camille.mutate(procedure, {
      id,
      thread: data[i]?.thread,
      ...(i === 0 ? { text: "NICE NG222" } : {}),
    });
}

async function openDraft(): Promise<void> {
  await planAndNotify();
  // An open draft with a changed threshold, so that every screen has something to show.
  const { page, context } = await visit(demo.browser, demo.url);
  await page.goto("/");
  await page
    .getByRole("button", { name: /Camille/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Jumelage aux autosoins dirigés" }).click();
  await page.getByRole("button", { name: "Ouvrir une ébauche" }).click();
  await page.getByText("Ébauche basée sur la version 1").waitFor();
  await page.goto(`${program}/vocabulaire`);
  await page
    .getByRole("textbox", { name: "Valeur – PHQ-9 : score à partir duquel réévaluer", exact: true })
    .fill("16");
  await page
    .getByText(/enregistré à/)
    .first()
    .waitFor();
  await talk();
  await context.close();
}

let draftIsOpen: Promise<void> | undefined;

/** Every second screen, each in one of the languages, others each time; in the long tier all of them in both. */
function screensIn(lang: Language): typeof screens {
  return shareOf(screens, { everyNth: 2 }).filter((_, i) => isLong || i % 2 === langs.indexOf(lang));
}

describe.each(langs)("%s", (lang) => {
  let visitor: Visit;
  // Here and not in a test: a screen looked at alone must not be the one of signing in.
  beforeAll(async () => {
    await (draftIsOpen ??= openDraft());
    visitor = await signedIn(lang);
  });
  afterAll(() => visitor?.context.close());

  test("sign-in", async () => {
    const stranger = await opened(lang);
    expect(await look(stranger, `sign-in-${lang}`)).toEqual([]);
    await stranger.context.close();
  });

  test.each(screensIn(lang))("%s", async (name, path) => {
    await (lang === "fr" ? visitor.page.goto(path) : goInside(visitor.page, path));
    expect(await look(visitor, `${name}-${lang}`)).toEqual([]);
    expect(await visitor.page.locator("html").getAttribute("lang")).toMatch(new RegExp(`^${lang}`));
  });

  test.each(shareOf(states, { everyNth: 2 }))("$name", async ({ name, who, path, open }) => {
    const asked = await opened(lang);
    await asked.page.getByRole("button", { name: who }).first().click();
    await asked.page.getByRole("table").first().waitFor();
    await asked.page.goto(path);
    await settled(asked.page);
    await open(asked.page);
    expect(await look(asked, `${name}-${lang}`)).toEqual([]);
    await asked.context.close();
  });

  test("a cohort that was read", async () => {
    const { page } = visitor;
    await page.goto(`${program}/cohorte`);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "cohort.csv", mimeType: "text/csv", buffer: Buffer.from(people) });
    const read = page.getByRole("button", { name: /^(Lire le fichier|Read the file)$/ });
    await read.waitFor();
    expect(await look(visitor, `cohort-columns-${lang}`)).toEqual([]);
    await read.click();
    await page.getByRole("button", { name: /^(Ligne|Row) 1$/ }).click();
    await page.getByText(/^(Ligne de données|Data row) 1/).waitFor();
    expect(await look(visitor, `cohort-read-${lang}`)).toEqual([]);
  });
});

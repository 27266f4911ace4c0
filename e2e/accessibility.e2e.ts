// Every screen, in both languages, light and dark: no accessibility violation, no fault, nothing from elsewhere.
import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, violations, visit, type Visit } from "./browser.ts";
import { startProcess, type ServerProcess } from "../apps/server/test/server-process.ts";

const program = "/p/autosoins-diriges";
const screens: readonly (readonly [string, string])[] = [
  ["programs", "/"],
  ["program", program],
  ["vocabulary", `${program}/vocabulaire`],
  ["criteria", `${program}/criteres`],
  ["criterion", `${program}/criteres/A-C1`],
  ["profiles", `${program}/profils`],
  ["profile-blind", "/nouveau-profil/autosoins-diriges"],
  ["profile", `${program}/profils/PA03`],
  ["simulation", `${program}/simulation`],
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
  ["blind-in-list", "/p/choix-de-service/profils"],
  ["confirmed", "/p/choix-de-service/registre"],
  ["not-found", `${program}/criteres/nobody`],
  ["nowhere", "/nowhere"],
];
/** Seen before a draft is open: as it was published, nothing to change. */
const readOnly: typeof screens = [
  ["read-only", `${program}/criteres/A-C1`],
  ["read-only-profile", `${program}/profils/PA95`],
  ["read-only-guarantees", `${program}/garanties`],
  ["read-only-register", `${program}/registre`],
  ["read-only-publication", `${program}/publication`],
];
const looks = ["fr", "en"].flatMap((lang) =>
  (["light", "dark"] as const).map((scheme) => ({ lang, scheme })),
);

/** A file of a cohort: some whom the changed threshold moves, a name, and something that is no score. */
const people = [
  "nom,suicidalIdeation,acutePsychosocialCrisis,imminentDanger,primaryProblem,severity,priorityNeed,ageYears,phq9Total",
  ...Array.from({ length: 60 }, (_, i) =>
    ["x,none,false,false,depressive_disorder,moderate,reduce_symptoms,34", 15 + (i % 3)].join(),
  ),
  "x,active,true,true,,,,,quinze",
].join("\n");

let server: ServerProcess;
let browser: Browser;

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

async function look(visitor: Visit, name: string): Promise<readonly string[]> {
  await settled(visitor.page);
  const folder = process.env["JUMELAGE_SCREENSHOTS"];
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await visitor.page.screenshot({ path: `${folder}/${name}.png` });
  }
  return [...(await violations(visitor.page)), ...visitor.faults];
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startProcess({ built: true }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function opened({ lang, scheme }: (typeof looks)[number]): Promise<Visit> {
  const fresh = await visit(browser, server.url, { scheme });
  await fresh.page.goto(`/?lang=${lang}`);
  return fresh;
}

async function signedIn(as: (typeof looks)[number]): Promise<Visit> {
  const visitor = await opened(as);
  await visitor.page
    .getByRole("button", { name: /Camille/ })
    .first()
    .click();
  await visitor.page.getByRole("table").first().waitFor();
  return visitor;
}

describe("before a draft is open", () => {
  test.each(readOnly)("%s", async (name, path) => {
    for (const as of [
      { lang: "fr", scheme: "light" },
      { lang: "en", scheme: "dark" },
    ] as const) {
      const visitor = await signedIn(as);
      await visitor.page.goto(path);
      expect(await look(visitor, `${name}-${as.lang}-${as.scheme}`)).toEqual([]);
      await visitor.context.close();
    }
  });
});

async function openDraft(): Promise<void> {
  // An open draft with a changed threshold, so that every screen has something to show.
  const { page, context } = await visit(browser, server.url);
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
  await context.close();
}

let draftIsOpen: Promise<void> | undefined;

describe.each(looks)("$lang, $scheme", ({ lang, scheme }) => {
  let visitor: Visit;
  // Here and not in a test: a screen looked at alone must not be the one of signing in.
  beforeAll(async () => {
    await (draftIsOpen ??= openDraft());
    visitor = await signedIn({ lang, scheme });
  });
  afterAll(() => visitor?.context.close());

  test("sign-in", async () => {
    const stranger = await opened({ lang, scheme });
    expect(await look(stranger, `sign-in-${lang}-${scheme}`)).toEqual([]);
    await stranger.context.close();
  });

  test.each(screens)("%s", async (name, path) => {
    await visitor.page.goto(path);
    expect(await look(visitor, `${name}-${lang}-${scheme}`)).toEqual([]);
    expect(await visitor.page.locator("html").getAttribute("lang")).toMatch(new RegExp(`^${lang}`));
  });

  test("a cohort that was read", async () => {
    const { page } = visitor;
    await page.goto(`${program}/cohorte`);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "cohort.csv", mimeType: "text/csv", buffer: Buffer.from(people) });
    const read = page.getByRole("button", { name: /^(Lire le fichier|Read the file)$/ });
    await read.waitFor();
    expect(await look(visitor, `cohort-columns-${lang}-${scheme}`)).toEqual([]);
    await read.click();
    await page.getByRole("button", { name: /^(Ligne|Row) 1$/ }).click();
    await page.getByText(/^(Ligne de données|Data row) 1/).waitFor();
    expect(await look(visitor, `cohort-read-${lang}-${scheme}`)).toEqual([]);
  });
});

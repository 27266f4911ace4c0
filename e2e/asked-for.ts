// What a screen shows only once somebody has asked for it, or when its day has come: opened in a real browser, in either
// language, where everything is furnished (furnished.ts).
import type { Page } from "playwright-core";
import { programPaths } from "../apps/admin/src/paths.ts";
import { selfCare } from "../apps/server/test/clients.ts";
import type { Person } from "./screens.ts";

const paths = programPaths(selfCare);

export interface AskedFor {
  readonly name: string;
  readonly who: Person;
  readonly path: string;
  readonly open: (page: Page) => Promise<unknown>;
}
export const askedFor: readonly AskedFor[] = [
  {
    name: "terms",
    who: "Sacha",
    path: paths.home,
    async open(page) {
      await page.getByRole("button", { name: /^(Changer les échéances|Change the terms)$/ }).click();
      for (const choice of [/^(Quelques mois|Some months)/, /^(Elles s’arrêtent|They stop)/])
        await page.getByRole("radio", { name: choice }).check();
    },
  },
  {
    name: "review-together",
    who: "Alex",
    path: paths.review,
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
    who: "Camille",
    path: paths.simulation,
    async open(page) {
      await page.getByRole("table").getByRole("button").first().click();
      await page.getByRole("dialog").getByRole("heading", { level: 3 }).first().waitFor();
    },
  },
  {
    name: "notices-sent",
    who: "Sacha",
    path: paths.applications,
    async open(page) {
      await page.getByRole("button", { name: /^(Voir les envois|See what was sent)/ }).click();
      await page.getByRole("dialog").getByRole("table").waitFor();
    },
  },
  {
    name: "channel-later",
    who: "Alex",
    path: paths.versions,
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
    who: "Camille",
    path: paths.home,
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

/** A file of a cohort: some whom the changed threshold moves, a name, and something that is no score. */
const people = [
  "nom,suicidalIdeation,acutePsychosocialCrisis,imminentDanger,primaryProblem,severity,priorityNeed,ageYears,phq9Total",
  ...Array.from({ length: 60 }, (_, i) =>
    ["x,none,false,false,depressive_disorder,moderate,reduce_symptoms,34", 15 + (i % 3)].join(),
  ),
  "x,active,true,true,,,,,quinze",
].join("\n");

/** Reads a file of a cohort; between its columns and its rows there is something to look at. */
export async function readCohort(
  page: Page,
  look: { readonly columns: () => Promise<void>; readonly rows: () => Promise<void> },
): Promise<void> {
  await page.goto(paths.cohort);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "cohort.csv", mimeType: "text/csv", buffer: Buffer.from(people) });
  const read = page.getByRole("button", { name: /^(Lire le fichier|Read the file)$/ });
  await read.waitFor();
  await look.columns();
  await read.click();
  await page.getByRole("button", { name: /^(Ligne|Row) 1$/ }).click();
  await page.getByText(/^(Ligne de données|Data row) 1/).waitFor();
  await look.rows();
}

/** Waits until the screen shows what it has to show. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  const waiting = page.getByText(
    /^(Chargement|Loading|Vérification des gardes|Checking the gates|Ouverture de l’ébauche|Opening the draft)…$/,
  );
  // One after the other: what is read brings more to read.
  while ((await waiting.count()) > 0) await waiting.first().waitFor({ state: "detached", timeout: 20_000 });
}

// The proof lab from the console, by accessible roles only: a guarantee proved and refuted, gaps of the profiles filled,
// an interview, the difference for everybody, a waiver. The server and its solver are the real ones.
import type { Page } from "playwright-core";
import { beforeAll, expect, onTestFailed, test } from "vitest";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const program = "/p/autosoins-diriges";
const long = { timeout: 120_000 };

const demo = openDemo();
let author: { page: Page; faults: readonly string[] };

beforeAll(async () => {
  author = await signIn(demo, /Camille/);
  await author.page.goto(program);
  await author.page.getByRole("button", { name: "Ouvrir une ébauche" }).click();
  await author.page.getByText("Ébauche basée sur la version 1").waitFor();
});

function told(page: Page): void {
  onTestFailed(async () => {
    await page.screenshot({ path: `test-results/lab-${Date.now()}.png` });
    process.stderr.write(`${await page.getByRole("main").ariaSnapshot()}\n`);
  });
}

/** A date some days from now, as a date field wants it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const main = (page: Page) => page.getByRole("main");
const said = (page: Page, text: string | RegExp, options = {}): Promise<void> =>
  main(page).getByText(text).first().waitFor(options);
const saved = (page: Page): Promise<void> => said(page, /enregistré à/);

test("the guarantees are proved for everybody, with progress, and can be stopped", async () => {
  const { page } = author;
  told(page);
  await page.goto(`${program}/garanties`);
  await page.getByRole("button", { name: "Démontrer", exact: true }).click();
  await page.getByRole("progressbar", { name: "Démonstration en cours" }).waitFor();
  // At once: a proof takes a second.
  await page.getByRole("button", { name: "Arrêter" }).click();
  await said(page, /^Arrêté\./);
  await page.getByRole("button", { name: "Démontrer", exact: true }).click();
  expect(await violations(page)).toEqual([]);
  // Whoever hears the page is not told of every step: the progress can be asked for, and says nothing by itself.
  const loud = page.locator("[aria-live], [role=status], [role=alert], output").getByRole("progressbar");
  expect(await loud.count()).toBe(0);
  // It goes on while somebody is elsewhere.
  const rail = page.getByRole("navigation", { name: "Programme" });
  await rail.getByRole("link", { name: "Critères" }).click();
  await page.getByRole("heading", { level: 1, name: "Critères" }).waitFor();
  await rail.getByRole("link", { name: "Garanties" }).click();
  await said(page, /^\d+ démontrées · aucune réfutée · aucune indéterminée$/, long);
  expect(await main(page).getByText("Démontré pour toutes les réponses possibles").count()).toBeGreaterThan(
    30,
  );
  expect(await violations(page)).toEqual([]);
  expect(author.faults).toEqual([]);
});

test("a guarantee is written from nothing, without a formula, proved at once, and taken away", async () => {
  const { page } = author;
  told(page);
  await page.goto(`${program}/garanties`);
  await page.getByRole("button", { name: "Écrire une garantie" }).click();
  await page.getByRole("radio", { name: "Ces personnes ne reçoivent jamais cette réponse" }).check();
  await page.getByRole("button", { name: "Ajouter et démontrer" }).click();
  await said(page, "La phrase reste à compléter\u00a0: rien n’est ajouté.");
  const condition = page.getByRole("group", { name: "Condition de la nouvelle garantie" });
  // By keyboard: a letter opens the list and begins the search.
  await condition.getByRole("button", { name: /^Condition 1\s: renseignement/ }).focus();
  await page.keyboard.type("danger");
  await page.keyboard.press("Enter");
  await condition.getByRole("combobox", { name: /valeur$/ }).selectOption({ label: "oui" });
  await page.getByRole("combobox", { name: "Réponses dont il s’agit" }).click();
  await page.getByRole("option", { name: "Jumelage favorable aux autosoins dirigés" }).click();
  await page.keyboard.press("Escape");
  await main(page).locator("[lang=fr]", { hasText: "jamais" }).first().waitFor();
  await main(page).locator("[lang=en]", { hasText: "never" }).first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Ajouter et démontrer" }).click();
  await said(page, "La garantie SP23 est ajoutée à l’ébauche");
  const card = main(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: /^SP23 / }) });
  await card.getByText("Démontré pour toutes les réponses possibles").waitFor(long);

  // Said as another kind of promise, slot by slot; the sentence under its words follows.
  await page.getByRole("button", { name: "Modifier – SP23" }).click();
  await card.getByRole("radio", { name: "S’aggraver ne rend jamais la réponse moins prudente" }).check();
  await said(page, "Il reste à choisir\u00a0: le renseignement et comment cela s’aggrave.");
  await card
    .getByRole("combobox", { name: "Renseignement" })
    .selectOption({ label: "Intensité des symptômes (jugement clinique)" });
  await card
    .getByText(/passe de «/)
    .first()
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Supprimer – SP23" }).click();
  await said(page, /^Garantie supprimée/);
  await page.getByRole("button", { name: "Rétablir la garantie" }).click();
  await card.waitFor();
  await page.getByRole("button", { name: "Supprimer – SP23" }).click();
  await card.waitFor({ state: "detached" });
  await saved(page);
  expect(author.faults).toEqual([]);
});

test("a guarantee that an edit breaks is refuted by a person, who becomes a profile", async () => {
  const { page } = author;
  told(page);
  await page.goto(`${program}/criteres/A-I3`);
  await page.getByRole("switch").first().click();
  await saved(page);
  await page.goto(`${program}/garanties`);
  await said(page, "Pas encore démontré");
  await page.getByRole("button", { name: /^Démontrer/ }).click();
  await said(page, /^\d+ démontrées · \d+ réfutées?/, long);
  const card = main(page).getByRole("listitem").filter({ hasText: "Réfuté" });
  await card.first().waitFor();
  await said(page, "Cette personne contredit la garantie");
  expect(await violations(page)).toEqual([]);
  const before = await page.getByRole("link", { name: /^Ouvrir P/ }).count();
  await page.getByRole("button", { name: "Enregistrer comme profil" }).first().click();
  await expect.poll(() => page.getByRole("link", { name: /^Ouvrir P/ }).count()).toBeGreaterThan(before);
  await saved(page);
  // What was proved is said to be of the content before.
  await page.goto(`${program}/criteres/A-I3`);
  await page.getByRole("switch").first().click();
  await saved(page);
  expect(author.faults).toEqual([]);
});

/** Moves the threshold from which the PHQ-9 asks for a second look. */
async function moveThreshold(page: Page, to: string): Promise<void> {
  await page.goto(`${program}/vocabulaire`);
  await page
    .getByRole("textbox", { name: "Valeur – PHQ-9 : score à partir duquel réévaluer", exact: true })
    .fill(to);
  await saved(page);
}

test("a gap at an edge becomes a profile with one click", async () => {
  const { page } = author;
  told(page);
  // The profiles stand around 15: nobody stands around a threshold that was moved.
  await moveThreshold(page, "20");
  await page.goto(`${program}/couverture`);
  // The map is read by keyboard, in words.
  const grid = page.getByRole("grid", { name: "Critères et profils" });
  await grid.getByRole("gridcell").first().focus();
  await page.keyboard.press("ArrowDown");
  await said(page, /vrai, et c’est ce qui décide|vrai, sans décider|en suspens|faux/);
  await page.getByRole("tab", { name: "Bornes" }).click();
  const title = page.getByRole("heading", { name: /^Bornes\s: \d+ sur \d+/ });
  const covered = async (): Promise<number> => Number(/: (\d+) sur/.exec(await title.innerText())?.[1]);
  await title.waitFor();
  const before = await covered();
  await page.getByRole("button", { name: "Enregistrer comme profil" }).first().click();
  await expect.poll(covered, { timeout: 20_000 }).toBe(before + 1);
  await saved(page);
  await page.getByRole("tab", { name: "Conditions" }).click();
  await page.getByRole("heading", { name: /^Conditions qui comptent seules/ }).waitFor();
  await page.getByRole("heading", { name: /suffisent à la même couverture/ }).waitFor();
  expect(author.faults).toEqual([]);
});

test("seeded faults are counted, and each that nobody notices shows a person", async () => {
  const { page } = author;
  told(page);
  await page.goto(`${program}/couverture`);
  await page.getByRole("tab", { name: "Fautes semées" }).click();
  await page.getByRole("button", { name: "Semer des fautes" }).click();
  await page.getByRole("heading", { name: /fautes semées, \d+ détectées/ }).waitFor(long);
  expect(await violations(page)).toEqual([]);
  expect(author.faults).toEqual([]);
});

test("the shortest interview asks safety first, and ends with why", async () => {
  const { page } = author;
  told(page);
  await page.goto(`${program}/parcours`);
  await page.getByRole("heading", { name: "Prochaine question" }).waitFor();
  await page.getByRole("table").first().waitFor();
  expect(await main(page).innerText()).toContain("C’est une question de sécurité");
  // Some answer to the first question settles everything: give it.
  const question = await page.getByRole("group").first().innerText();
  const control = page.getByRole("group").first().getByRole("combobox");
  const options = await control.getByRole("option").allInnerTexts();
  const settling = options.find((o) => /oui|actives|passives/i.test(o));
  expect(settling, question).toBeDefined();
  await control.selectOption({ label: settling ?? "" });
  await page.getByRole("button", { name: "Répondre" }).click();
  await page.getByRole("heading", { name: "La réponse est certaine" }).waitFor();
  await page.getByRole("heading", { name: "Pourquoi c’est certain" }).waitFor();
  await page.getByRole("heading", { name: "Ce qui mènerait ailleurs" }).waitFor();
  expect(await violations(page)).toEqual([]);
  // From a saved profile that is decided, there is nothing to ask.
  await page.getByRole("combobox", { name: "Commencer avec" }).selectOption("PA01");
  await page.getByRole("heading", { name: "La réponse est certaine" }).waitFor();
  expect(author.faults).toEqual([]);
});

test("the decision map reads value by value, and as a table", async () => {
  const { page } = author;
  told(page);
  await moveThreshold(page, "16");
  await page.goto(`${program}/carte`);
  const slider = page.getByRole("slider", { name: /PHQ-9/ });
  await slider.focus();
  for (let i = 0; i < 40; i += 1) await page.keyboard.press("ArrowLeft");
  for (let i = 0; i < 15; i += 1) await page.keyboard.press("ArrowRight");
  expect(await slider.getAttribute("aria-valuetext")).toBe("15");
  await said(page, /^Version 1/);
  await page.getByText("La carte en tableau").click();
  await page.getByRole("columnheader", { name: "15", exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(author.faults).toEqual([]);
});

test("review tells what changes for everybody, and a reviewer answers for a waiver", async () => {
  const { page } = author;
  told(page);
  await page.goto(`${program}/revision`);
  await page.getByRole("button", { name: "Comparer pour toutes les personnes possibles" }).click();
  await said(page, "Des orientations changent", long);
  await said(page, "Une personne à qui cela arrive");
  expect(await violations(page)).toEqual([]);

  const reviewer = await signIn(demo, /Alex/);
  told(reviewer.page);
  await reviewer.page.goto(`${program}/registre`);
  await reviewer.page.getByRole("button", { name: /^Confirmer ce seuil – PHQ-9/ }).click();
  await reviewer.page
    .getByRole("textbox", { name: "Remarque (facultative)" })
    .fill("NICE NG222 sépare à 16.");
  await reviewer.page.getByRole("button", { name: "Je confirme" }).click();
  await said(reviewer.page, "Rien ne reste à confirmer");
  expect(await violations(reviewer.page)).toEqual([]);

  await reviewer.page.goto(`${program}/publication`);
  const task = main(reviewer.page)
    .getByRole("listitem")
    .filter({ has: reviewer.page.getByRole("heading", { name: "Expliquer les différences" }) });
  await task.getByRole("button", { name: /^Passer outre/ }).click();
  await task.getByRole("button", { name: "J’en réponds" }).click();
  await task.getByText("Écrivez la raison de la dérogation").waitFor();
  await task
    .getByRole("textbox", { name: "Raison" })
    .fill("Vu avec la direction clinique; profils ajoutés d’ici là.");
  await task.getByLabel("Valable jusqu’au").fill(inDays(400));
  await task.getByRole("button", { name: "J’en réponds" }).click();
  await task.getByText("Choisissez une date d’ici un an").waitFor();
  await task.getByLabel("Valable jusqu’au").fill(inDays(30));
  await task.getByRole("button", { name: "J’en réponds" }).click();
  await task.getByText(/^Dérogation dont Alex/).waitFor();
  await task.getByText("Dérogation", { exact: true }).waitFor();
  expect(await violations(reviewer.page)).toEqual([]);
  await task.getByRole("button", { name: "Mettre fin à la dérogation" }).click();
  await task.getByText("Il y a un problème").waitFor();
  expect(reviewer.faults).toEqual([]);

  // What the program asks of its scores is for an administrator to raise, and stands beside the gate.
  const admin = await signIn(demo, /Sacha/);
  told(admin.page);
  await admin.page.goto(`${program}/publication`);
  const floor = admin.page.getByRole("spinbutton", { name: /^Bornes/ });
  await floor.fill("89");
  await said(admin.page, "Entrez les deux pourcentages.");
  await floor.fill("91");
  await admin.page.getByRole("button", { name: "Enregistrer ces exigences" }).click();
  await said(admin.page, "Exigences enregistrées; le changement est consigné");
  expect(await violations(admin.page)).toEqual([]);
  expect(admin.faults).toEqual([]);
  await page.goto(`${program}/publication`);
  await said(page, /il faut au moins 91\s%/);
  await said(page, /Bornes qu’un profil doit éprouver\s: au moins 91\s%/);
  expect(author.faults).toEqual([]);
});

// A third program, from nothing to its first version: three facts, one decision, four criteria, written, put to the test,
// confirmed and published in the console alone, by two people, in a program that a third one made.
import type { Page } from "playwright-core";
import { expect, onTestFailed, test } from "vitest";
import { signIn as signInto } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();
const program = "Groupe de soutien pour l’insomnie";

async function signIn(name: RegExp): Promise<{ page: Page; faults: readonly string[] }> {
  const visit = await signInto(demo, name);
  onTestFailed(async () => {
    await visit.page.screenshot({ path: `test-results/from-nothing-${name.source}.png` });
    process.stderr.write(`${name.source}:\n${await visit.page.getByRole("main").ariaSnapshot()}\n`);
  });
  return visit;
}

const go = (page: Page, name: string): Promise<void> =>
  page.getByRole("navigation", { name: "Programme" }).getByRole("link", { name, exact: true }).click();

const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole("main").getByText(text).first().waitFor();

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) }).click();

/** Fills a text in both languages. */
async function write(page: Page, label: string, [fr, en]: readonly [string, string]): Promise<void> {
  await page.getByRole("textbox", { name: `${label} (Français)`, exact: true }).fill(fr);
  await page.getByRole("textbox", { name: `${label} (Anglais)`, exact: true }).fill(en);
}

async function addFact(
  page: Page,
  question: readonly [string, string],
  name: readonly [string, string],
  answer: () => Promise<void>,
): Promise<void> {
  await press(page, "Ajouter un renseignement");
  await write(page, "Question posée", question);
  await write(page, "Nom", name);
  await answer();
  await press(page, "Ajouter");
  await page.getByRole("rowheader", { name: name[0] }).waitFor();
}

async function addOutcome(page: Page, label: readonly [string, string], tone: string): Promise<void> {
  await press(page, "Ajouter une orientation – Orientation");
  await write(page, "Libellé", label);
  await write(page, "Message", [`Proposer : ${label[0]}.`, `Offer: ${label[1]}.`]);
  await page.getByRole("combobox", { name: "Ton", exact: true }).selectOption({ label: tone });
  await press(page, "Ajouter");
  await page.getByRole("rowheader", { name: label[0] }).waitFor();
}

async function addCriterion(
  page: Page,
  outcome: string,
  sentence: string,
  title: readonly [string, string],
): Promise<void> {
  await go(page, "Critères");
  await press(page, "Nouveau critère");
  await page.getByRole("combobox", { name: "Orientation visée" }).selectOption({ label: outcome });
  await press(page, "Si toutes ces conditions…");
  const typed = page.getByRole("textbox", { name: "Écrire une condition" });
  await typed.fill(sentence);
  await typed.press("Enter");
  await write(page, "Titre", title);
  await write(page, "Justification", ["À confirmer par une lecture clinique.", "To be confirmed."]);
}

/** The author's part: the words, the criteria, the profiles that put them to the test. */
async function author(page: Page): Promise<void> {
  await press(page, "Modifier les mots – titre et raison d’être");
  const dialog = page.getByRole("dialog");
  await dialog
    .getByRole("textbox", { name: /^Raison d’être.*Français/ })
    .fill("Pour les adultes qui dorment mal.");
  await dialog.getByRole("textbox", { name: /^Raison d’être.*Anglais/ }).fill("For adults who sleep badly.");
  await press(page, "Terminé");

  await go(page, "Vocabulaire");
  await press(page, "Ajouter un renseignement");
  await press(page, "Ajouter");
  await dialog.getByRole("listitem").filter({ hasText: "la question, dans les deux langues" }).waitFor();
  await press(page, "Annuler");
  await addFact(
    page,
    ["À quel point votre insomnie vous gêne-t-elle?", "How much does your insomnia bother you?"],
    ["Intensité de l’insomnie", "Insomnia severity"],
    async () => {
      await dialog.getByRole("combobox", { name: "Comment y répond-on?" }).selectOption("enum");
      await write(page, "Réponse 1", ["Légère", "Mild"]);
      await write(page, "Réponse 2", ["Grave", "Severe"]);
    },
  );
  await addFact(
    page,
    ["Depuis combien de semaines dormez-vous mal?", "For how many weeks have you slept badly?"],
    ["Semaines d’insomnie", "Weeks of insomnia"],
    async () => {
      await dialog.getByRole("combobox", { name: "Comment y répond-on?" }).selectOption("integer");
      await dialog.getByRole("textbox", { name: "Le plus petit" }).fill("0");
      await dialog.getByRole("textbox", { name: "Le plus grand" }).fill("520");
    },
  );
  await addFact(
    page,
    ["Combien d’heures dormez-vous par nuit?", "How many hours do you sleep a night?"],
    ["Heures de sommeil", "Hours of sleep"],
    async () => {
      const kind = dialog.getByRole("combobox", { name: "Comment y répond-on?" });
      await kind.selectOption("sum");
      await dialog.getByRole("checkbox", { name: "Semaines d’insomnie" }).waitFor();
      await kind.selectOption("decimal");
      await dialog.getByRole("textbox", { name: "Le plus petit" }).fill("0");
      await dialog.getByRole("textbox", { name: "Le plus grand" }).fill("24,55");
      await dialog.getByText("Entrez un nombre avec 1 décimale au plus").waitFor();
      await dialog.getByRole("textbox", { name: "Le plus grand" }).fill("24");
      await dialog.getByRole("textbox", { name: "Unité" }).fill("h");
      await dialog.getByRole("textbox", { name: "Nom pour les applications" }).fill("heures");
    },
  );
  await said(page, "Nombre avec décimales, de 0 à 24 h");
  // What applications call it can be changed as long as no version has it.
  await press(page, "Modifier les mots – Heures de sommeil");
  const id = dialog.getByRole("textbox", { name: "Nom pour les applications" });
  await id.fill("immediateDanger");
  await dialog.getByText("un renseignement ou un seuil a déjà celui-là").waitFor();
  await id.fill("sleepHours");
  await press(page, "Changer ce nom partout");
  await page.locator("#fact-sleepHours:focus").waitFor();
  await addOutcome(page, ["Groupe de soutien", "Support group"], "Favorable");
  await addOutcome(page, ["Rencontre individuelle", "Individual meeting"], "Prudence");
  // A further decision comes with its first answer, and goes while nothing names it.
  await press(page, "Ajouter une décision");
  await write(page, "Ce qui est décidé", ["Rythme du suivi", "Pace of the follow-up"]);
  await dialog.getByRole("radio", { name: /^Autant de réponses/ }).click();
  await write(page, "Libellé", ["Appel hebdomadaire", "Weekly call"]);
  await write(page, "Message", ["Appeler chaque semaine.", "Call every week."]);
  await press(page, "Ajouter");
  await page.getByRole("rowheader", { name: "Appel hebdomadaire" }).waitFor();
  await press(page, "Retirer – Rythme du suivi");
  await page.getByRole("heading", { name: "Rythme du suivi" }).waitFor({ state: "detached" });

  await addCriterion(page, "Rencontre individuelle", "intensité de l’insomnie est grave", [
    "L’insomnie est grave.",
    "The insomnia is severe.",
  ]);
  await addCriterion(page, "Rencontre individuelle", "semaines d’insomnie au moins 52", [
    "L’insomnie dure depuis un an.",
    "The insomnia has lasted a year.",
  ]);
  // The number gets a name, by which other sentences can say it.
  await press(page, "En faire un seuil – Condition 1");
  await write(page, "Nom", ["Insomnie durable", "Lasting insomnia"]);
  await write(page, "Raison d’être", ["Un an, à confirmer.", "A year, to be confirmed."]);
  await press(page, "Ajouter");
  await page
    .getByRole("combobox", { name: "Condition 1 : origine de la valeur" })
    .and(page.locator(":has(:checked:text('seuil « Insomnie durable »'))"))
    .waitFor();
  // What two sentences will say has a name of its own, and is read by it.
  await go(page, "Vocabulaire");
  await press(page, "Ajouter une condition nommée");
  await write(page, "Nom", ["L’insomnie s’installe", "The insomnia settles in"]);
  await dialog.getByRole("textbox", { name: "Écrire une condition" }).fill("semaines d’insomnie au moins 3");
  await page.keyboard.press("Enter");
  await press(page, "Ajouter");
  await press(page, "Modifier la phrase – L’insomnie s’installe");
  await page.getByRole("spinbutton", { name: "Condition 1 : valeur" }).fill("4");
  await addCriterion(
    page,
    "Groupe de soutien",
    "intensité de l’insomnie n’est pas grave et l’insomnie s’installe",
    ["L’insomnie dure, sans être grave.", "The insomnia lasts and is not severe."],
  );
  await said(page, "En anglais");

  // A group gets a name where it is said, which is taken back in one step.
  await press(page, "Donner un nom à ce groupe – Ensemble des conditions");
  await write(page, "Nom", ["L’insomnie convient", "The insomnia suits"]);
  await press(page, "Ajouter");
  await page.getByRole("button", { name: "Condition 1 : renseignement, L’insomnie convient" }).waitFor();
  await page.getByRole("button", { name: /^Annuler/ }).click();
  await page.getByRole("button", { name: "Condition 2 : renseignement, L’insomnie s’installe" }).waitFor();

  // A threshold that no sentence reads comes and goes; what a sentence reads stays.
  await go(page, "Vocabulaire");
  await page.getByRole("heading", { name: "L’insomnie s’installe" }).waitFor();
  expect(await page.getByRole("button", { name: /^Retirer – L’insomnie/ }).count()).toBe(0);
  await press(page, "Ajouter un seuil");
  await write(page, "Nom", ["Seuil de trop", "One threshold too many"]);
  await dialog.getByRole("textbox", { name: "Valeur" }).fill("2,5");
  await write(page, "Raison d’être", ["Pour voir.", "To see."]);
  await press(page, "Ajouter");
  await press(page, "Retirer – Seuil de trop");
  await press(page, "Retirer – Heures de sommeil");
  await page.getByRole("heading", { name: "Seuil de trop" }).waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "Insomnie durable" }).waitFor();
  expect(await page.getByRole("button", { name: "Retirer – Insomnie durable" }).count()).toBe(0);

  // A profile of the beginning becomes somebody of this program.
  await go(page, "Profils");
  await page
    .getByRole("row", { name: /Aucun danger immédiat/ })
    .getByRole("link")
    .click();
  await page.getByRole("combobox", { name: "Intensité de l’insomnie" }).selectOption({ label: "Légère" });
  await page.getByRole("combobox", { name: /^Semaines d’insomnie/ }).selectOption({ label: "valeur connue" });
  await page.getByRole("spinbutton").fill("8");
  await page
    .getByRole("combobox", { name: "Attendu : Orientation" })
    .selectOption({ label: "Groupe de soutien" });
  await said(page, "Ce profil obtient la réponse attendue.");

  // What the profiles leave untried is proposed, and kept.
  await go(page, "Couverture");
  await page.getByRole("tab", { name: "Bornes" }).click();
  await press(page, /^Enregistrer les \d+ profils proposés/);
  await said(page, "Un profil se tient à chaque borne");
  await page.getByRole("tab", { name: "Fautes semées" }).click();
  await press(page, "Semer des fautes");
  await press(page, /^Enregistrer les \d+ profils proposés/);
  await press(page, "Semer des fautes");
  await said(page, "Les profils remarquent toutes les fautes semées");

  await go(page, "Révision");
  await page.getByRole("textbox", { name: "Note pour la révision" }).fill("Première version.");
  await press(page, "Demander la révision");
  await said(page, /en révision/);
}

test("a program is made from nothing and published without leaving the console", async () => {
  const admin = await signIn(/Sacha/);
  await press(admin.page, "Nouveau programme");
  const form = admin.page.getByRole("dialog");
  await write(admin.page, "Titre", [program, "Insomnia support group"]);
  for (const [role, person] of [
    ["rédaction", "Camille Tremblay"],
    ["révision", "Alex Roy"],
  ] as const) {
    await form.getByRole("combobox", { name: role }).click();
    await admin.page.getByRole("option", { name: person }).click();
  }
  await press(admin.page, "Créer l’ébauche");
  await admin.page.getByRole("link", { name: program }).waitFor();

  const camille = await signIn(/Camille/);
  await camille.page.getByRole("link", { name: program }).click();
  await camille.page.getByText("Première version", { exact: true }).first().waitFor();
  await author(camille.page);

  const { page, faults } = await signIn(/Alex/);
  await page.getByRole("link", { name: program }).click();
  await go(page, "Registre");
  await said(page, /à confirmer/);
  const confirm = page.getByRole("button", { name: /^Confirmer (ce critère|cette phrase|ce seuil)/ });
  for (let left = 6; left > 0; left -= 1) {
    await expect.poll(() => confirm.count()).toBe(left);
    await confirm.first().click();
    await press(page, "Je confirme");
    await page.getByRole("button", { name: "Je confirme" }).waitFor({ state: "detached" });
  }
  await said(page, "Rien ne reste à confirmer");
  await go(page, "Révision");
  await said(page, /^Si «\u00a0Intensité de l’insomnie\u00a0» est «\u00a0Grave\u00a0», alors/);
  await press(page, /^Approuver/);
  await said(page, /approuvée/);
  await go(page, "Publication");
  await press(page, "Démontrer");
  await press(page, /^Publier la version 1/);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Publier/ })
    .click();
  await said(page, /Version 1 publiée|La version 1 est publiée/);
  await said(page, "Aucune clé d’application n’ouvre ce programme");

  // Nothing is open any more: what is shown is the version in service.
  await go(page, "Profils");
  await page.getByRole("row", { name: /Aucun danger immédiat P2.*Groupe de soutien.*conforme/ }).waitFor();
  await said(page, "Version 1 en service");
  expect([...admin.faults, ...camille.faults, ...faults]).toEqual([]);
});

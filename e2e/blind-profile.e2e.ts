// A profile entered by somebody who has not opened the criteria: recorded as blind, with the sentence of a document that
// says what is expected, and answered only once saved.
import { expect, test } from "vitest";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const program = "/p/autosoins-diriges";
const blindEntry = "Entrer un profil sans voir les critères";

const demo = openDemo();

test("a profile is entered blind, and its answer shown after saving only", async () => {
  const author = await signIn(demo, /Camille/);
  await author.page.goto(program);
  await author.page.getByRole("button", { name: "Ouvrir une ébauche" }).click();
  await author.page.getByText("Ébauche basée sur la version 1").waitFor();

  const { page, faults } = await signIn(demo, /Dominique/);
  await page.getByRole("link", { name: blindEntry }).first().click();
  await page.getByText(/^Cette attente sera consignée comme entrée à l’aveugle, sauf/).waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByRole("button", { name: "Enregistrer le profil" }).click();
  await page.getByText(/^Donnez un titre dans les deux langues/).waitFor();
  await page
    .getByRole("textbox", { name: /^Titre du profil/ })
    .nth(0)
    .fill("Personne fictive en attente");
  await page
    .getByRole("textbox", { name: /^Titre du profil/ })
    .nth(1)
    .fill("Fictitious person waiting");
  // Somebody of whom nothing is known is among the saved profiles already: no longer a person nobody has tried.
  for (const n of [0, 1, 2])
    await page.getByRole("group").getByRole("combobox").nth(n).selectOption({ index: 1 });
  const answer = page.getByRole("combobox", { name: /^Attendu/ }).first();
  await answer.selectOption({ index: 1 });
  // Of what can be suggested beside it, nothing is expected: said, not left empty.
  await page
    .getByRole("checkbox", { name: /^Rien ne devrait y figurer/ })
    .first()
    .check();
  await page.getByRole("combobox", { name: "Phrase d’un document qui le dit (facultatif)" }).fill("appuyes");
  await page.getByRole("option", { name: /^S3 / }).click();
  await page.getByRole("blockquote").waitFor();
  await page.getByRole("button", { name: "Enregistrer le profil" }).click();
  await page.getByText(/^Le profil PE\d{5} est enregistré$/).waitFor();
  await page.getByText(/^Attente entrée à l’aveugle/).waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByRole("link", { name: "Voir ce que le programme répond" }).click();
  await page.getByText(/^Attente entrée à l’aveugle/).waitFor();
  await page.getByRole("blockquote").waitFor();
  expect(
    await page.getByRole("checkbox", { name: /^Rien ne devrait y figurer/, checked: true }).count(),
  ).toBe(1);
  await page.goto(`${program}/profils`);
  await page.getByRole("cell", { name: /^à l’aveugle · S\d/ }).waitFor();

  // The sentence of a document may be given later too, and taken back; who says so is the server.
  await page.goto(`${program}/profils/PA95`);
  await page.getByRole("button", { name: "Donner la phrase d’un document qui le dit" }).click();
  await page.getByRole("combobox", { name: /^Phrase d’un document/ }).fill("S12");
  await page.getByRole("option", { name: /^S12/ }).click();
  await page.getByText("Attente tirée d’une phrase d’un document.").waitFor();
  await page
    .getByText(/enregistré à/)
    .first()
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await page.getByRole("blockquote").getByRole("link", { name: "S12" }).waitFor();
  await page.getByRole("button", { name: "Retirer la phrase" }).click();
  await page.getByRole("blockquote").waitFor({ state: "detached" });

  // Having been shown the criteria, the same person is no longer blind.
  await page.goto("/nouveau-profil/autosoins-diriges");
  await page.getByText(/^Vous avez écrit ou déjà ouvert les critères/).waitFor();
  expect(faults).toEqual([]);
});

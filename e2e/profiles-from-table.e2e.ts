// Profiles pasted from a spreadsheet, what is wrong told before anything is added, then several of them dealt with at once.
import { expect, onTestFailed, test } from "vitest";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();

test("cells of a spreadsheet become profiles, are tagged and taken away together, and undone", async () => {
  const { page, faults } = await signIn(demo, /Camille/);
  onTestFailed(async () => {
    await page.screenshot({ path: "test-results/profiles-from-table.png" });
  });
  await page.goto("/p/autosoins-diriges/profils");
  await page.getByRole("button", { name: "Modifier" }).click();
  await page.getByText("Ébauche basée sur la version 1").waitFor();
  const shown = page.getByText(/^\d+ profils? affichés? sur \d+$/);
  const before = await shown.innerText();

  await page.getByRole("button", { name: "Ajouter depuis un tableau" }).click();
  const dialog = page.getByRole("dialog", { name: "Ajouter des profils depuis un tableau" });
  const cells = dialog.getByRole("textbox", { name: "Cellules copiées du tableur" });
  await cells.fill(
    "Titre\tphq9Total\tNotes\nPersonne collée une\t15\tx\nPersonne collée deux\tquinze\ty\nPersonne collée trois\t7\tz",
  );
  await dialog.getByText("Ligne 3, phq9Total : « quinze ».").waitFor();
  await dialog.getByRole("button", { name: "Ajouter 2 profils" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: "test-results/profiles-from-table-fr.png" });
  await cells.fill(
    "Titre\tscore\nPersonne collée une\t15\nPersonne collée deux\t12\nPersonne collée trois\t7",
  );
  await dialog.getByRole("combobox", { name: "Contenu de la colonne score" }).selectOption("fact:phq9Total");
  await dialog.getByRole("button", { name: "Ajouter 3 profils" }).click();
  await page.getByText(/^3 profils ajoutés\./).waitFor();

  await page.getByRole("textbox", { name: "Rechercher" }).fill("collée");
  await page.getByRole("checkbox", { name: "Choisir tous les profils montrés" }).check();
  const bulk = page.getByRole("group", { name: "3 profils choisis" });
  await bulk.getByRole("combobox", { name: "Étiquette" }).fill("atelier");
  await page.keyboard.press("Escape");
  await bulk.getByRole("button", { name: "Ajouter l’étiquette" }).click();
  await expect.poll(() => page.getByRole("cell", { name: "atelier" }).count()).toBe(3);
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: "test-results/profiles-bulk-fr.png" });
  await bulk.getByRole("button", { name: "Supprimer 3 profils" }).click();
  await page.getByText("Aucun profil ne correspond à ces filtres").waitFor();
  await page.getByRole("heading", { level: 1 }).focus();
  for (const count of [3, 3, 0]) {
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.getByRole("row", { name: /collée/ }).count()).toBe(count);
  }
  await page.getByRole("textbox", { name: "Rechercher" }).fill("");
  await expect.poll(() => shown.innerText()).toBe(before);
  expect(faults).toEqual([]);
});

// The journal from the console: what the people of the demonstration did, narrowed by a sentence, opened onto what was
// recorded, and the whole chain walked when somebody asks.
import { expect, test } from "vitest";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();

test("who did what is read, narrowed, opened, and the chain is verified", async () => {
  const { page, faults } = await signIn(demo, /Camille/);
  await page.goto("/p/choix-de-service/journal");
  const lines = page.getByRole("table").getByRole("row");
  await page.getByText("a confirmé un élément du registre").waitFor();
  const all = await lines.count();
  await page.getByRole("combobox", { name: "Par qui" }).selectOption({ label: "Alex Roy" });
  await expect.poll(() => lines.count()).toBe(2);
  await page.getByText("Avant, après et pourquoi").click();
  await page.getByText("Relu avec l’équipe d’accueil").waitFor();
  await page.getByRole("combobox", { name: "Par qui" }).selectOption({ label: "tout le monde" });
  await expect.poll(() => lines.count()).toBe(all);
  expect(await page.locator("time[title*='temps universel']").count()).toBe(all - 1);
  await page.getByRole("button", { name: "Vérifier maintenant" }).click();
  await page.getByText(/^Registre intègre jusqu’à la ligne \d+$/).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test("whoever only reads is told that the journal is not for them", async () => {
  const { page } = await signIn(demo, /Noa/);
  await page.goto("/p/choix-de-service/journal");
  await page.getByRole("alert").first().waitFor();
  expect(await page.getByRole("table").count()).toBe(0);
});

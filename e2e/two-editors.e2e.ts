// Two people in one draft at the same time: different parts of one criterion are joined without a word, the same part is a
// question in words, and what is chosen is what both then have.
import type { Page } from "playwright-core";
import { expect, onTestFailed, test } from "vitest";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const criterion = "/p/autosoins-diriges/criteres/A-I1";
const demo = openDemo();

const field = (page: Page, name: string) => page.getByRole("textbox", { name: `${name} (Français)` });
const saved = (page: Page): Promise<void> =>
  page
    .getByRole("region", { name: "État de l’ébauche" })
    .getByText(/enregistré à/)
    .waitFor();

test("each part of a criterion has its own author; one part with two is asked about in words", async () => {
  const camille = await signIn(demo, /Camille/);
  const alex = await signIn(demo, /Alex/);
  onTestFailed(async () => {
    await alex.page.screenshot({ path: "test-results/two-editors.png", fullPage: true });
  });
  await camille.page.goto(criterion);
  await camille.page.getByRole("button", { name: "Modifier" }).click();
  await expect.poll(() => field(camille.page, "Titre").isEnabled(), { timeout: 15_000 }).toBe(true);
  await alex.page.goto(criterion);
  await expect.poll(() => field(alex.page, "Titre").isEnabled(), { timeout: 15_000 }).toBe(true);

  // Another part of the same criterion.
  await camille.page.bringToFront();
  await field(camille.page, "Titre").fill("Titre de Camille");
  await saved(camille.page);
  await alex.page.bringToFront();
  await field(alex.page, "Justification").fill("Raison d’Alex");
  await alex.page.getByText("Les changements qui ne se touchent pas ont été réunis.").waitFor();
  expect(await field(alex.page, "Titre").inputValue()).toBe("Titre de Camille");
  expect(await field(alex.page, "Justification").inputValue()).toBe("Raison d’Alex");
  await alex.page.getByRole("button", { name: "Fermer" }).click();
  await saved(alex.page);

  // The same part.
  await camille.page.bringToFront();
  await expect
    .poll(() => field(camille.page, "Justification").inputValue(), { timeout: 45_000 })
    .toBe("Raison d’Alex");
  // Alex types before hearing of what Camille wrote.
  await alex.context.setOffline(true);
  await field(camille.page, "Titre").fill("Autre titre de Camille");
  await saved(camille.page);
  await alex.page.bringToFront();
  await field(alex.page, "Titre").fill("Titre d’Alex");
  await alex.context.setOffline(false);
  const question = alex.page.getByRole("radiogroup", { name: /A-I1/ });
  await question.waitFor({ timeout: 30_000 });
  const words = (await question.innerText()).replaceAll("\u00a0", " ");
  expect(words).toMatch(/Le vôtre\s+.*Titre d’Alex/);
  expect(words).toMatch(/Celui de Camille Tremblay\s+.*Autre titre de Camille/);
  expect(words).not.toMatch(/[{}[\]]/);
  expect(await violations(alex.page)).toEqual([]);
  await alex.page.screenshot({ path: "test-results/two-editors-fr.png" });
  await question.getByRole("radio", { name: /Celui de Camille/ }).check();
  await alex.page.getByRole("button", { name: "Garder ce choix" }).click();
  await saved(alex.page);
  expect(await field(alex.page, "Titre").inputValue()).toBe("Autre titre de Camille");
  expect([...camille.faults, ...alex.faults]).toEqual([]);
}, 240_000);

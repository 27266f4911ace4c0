// By keyboard alone: the palette goes anywhere in a program in either language, `?` says which keys there are, `[` makes
// room.
import { expect, test } from "vitest";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();

test("a few letters lead anywhere, and the keys are told", async () => {
  const { page, faults } = await signIn(demo, /Camille/);
  await page.goto("/p/autosoins-diriges");
  await page.getByRole("heading", { level: 1, name: "Jumelage aux autosoins dirigés" }).waitFor();
  await page.getByRole("link", { name: "Lire cette version" }).focus();
  await page.keyboard.press("Control+k");
  const search = page.getByPlaceholder(/^Un écran, un critère/);
  await search.waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await search.waitFor({ state: "detached" });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe("Lire cette version");

  // In English and without looking, on a French page.
  await page.keyboard.press("Control+k");
  await search.fill("rule book");
  await page.getByRole("dialog").getByText("Imprimer le livret").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/livret");

  await page.keyboard.press("Control+k");
  await search.fill("idees suicidaires plan");
  await page.getByRole("dialog").getByText(/^A-/).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/criteres/A-*");

  await page.getByRole("heading", { level: 1 }).first().focus();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Raccourcis de cet écran" }).getByText("Ctrl K").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");

  // In a draft, the palette begins what it names: a criterion in its panel, a profile on a page of its own.
  await page.getByRole("button", { name: "Modifier" }).first().click();
  await page.getByText("Ébauche basée sur la version 1").waitFor();
  const begin = async (letters: string): Promise<void> => {
    await page.keyboard.press("Control+k");
    await search.fill(letters);
    await page.getByRole("dialog").getByRole("button").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  };
  await begin("nouveau critère");
  await page.locator("#nouveau:focus").waitFor();
  await page.keyboard.press("Tab");
  expect(
    await page.getByRole("combobox", { name: "Orientation visée" }).evaluate((e) => e.matches(":focus")),
  ).toBe(true);
  await begin("ajouter un profil");
  await page.getByRole("heading", { level: 1, name: "Nouveau profil" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByRole("heading", { level: 1, name: "Nouveau profil" }).waitFor({ state: "detached" });

  const rail = page.getByRole("navigation", { name: "Programme" });
  const wide = (await rail.boundingBox())?.width ?? 0;
  await page.keyboard.press("[");
  await expect.poll(async () => (await rail.boundingBox())?.width ?? wide).toBeLessThan(wide / 2);
  await page.reload();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await rail.getByRole("link", { name: "Journal" }).waitFor();
  expect((await rail.boundingBox())?.width).toBeLessThan(wide / 2);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("[");
  await expect.poll(async () => (await rail.boundingBox())?.width).toBe(wide);
  expect(faults).toEqual([]);
});

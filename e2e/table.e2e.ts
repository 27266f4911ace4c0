// The decision table with the keyboard alone: from cell to cell, into the sentence of a criterion and back, and out to a
// spreadsheet. What a row means is tested in the engine.
import { expect, onTestFailed, test } from "vitest";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();

test("criteria as a table: arrows, Enter, Escape, copy", async () => {
  const { page, context, faults } = await signIn(demo, /Camille/);
  onTestFailed(async () => {
    await page.screenshot({ path: "test-results/table.png" });
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/p/autosoins-diriges/table");
  await page.getByRole("button", { name: "Modifier" }).click();
  const grid = page.getByRole("grid").first();
  await page.getByText("Ébauche basée sur la version 1").waitFor();
  const cell = (): Promise<string> =>
    page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["cell"] ?? "");

  await grid.locator("[data-cell][tabindex='0']").focus();
  const first = await cell();
  expect(first).toMatch(/\/criterion$/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const inside = await cell();
  await page.keyboard.press("ArrowDown");
  expect(await cell()).not.toBe(inside);
  await page.keyboard.press("ArrowUp");
  expect(await cell()).toBe(inside);
  await page.keyboard.press("Control+End");
  expect(await cell()).toMatch(/\/outcome$/);
  await page.keyboard.press("Control+Home");
  expect(await cell()).toBe(first);
  // Only one cell of a grid is reached with Tab.
  expect(await grid.locator("[data-cell][tabindex='0']").count()).toBe(1);

  await page.keyboard.press("Control+c");
  const tsv = await page.evaluate(() => navigator.clipboard.readText());
  const lines = tsv.split(/\r?\n/);
  expect(lines.length).toBe(1 + (await grid.locator("tbody tr").count()));
  expect(new Set(lines.map((line) => line.split("\t").length)).size).toBe(1);
  await page.getByText(/lignes? copiées?/).waitFor();

  // A criterion is changed in its sentence, and the table says so behind it.
  const id = first.split("/")[0] ?? "";
  const row = (): Promise<string> => grid.locator("tbody tr").first().innerText();
  const before = await row();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog
    .getByRole("group", { name: new RegExp(id) })
    .first()
    .waitFor();
  await dialog
    .getByRole("button", { name: /^Dupliquer/ })
    .first()
    .click();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(cell).toBe(first);
  await expect.poll(row).not.toBe(before);
  await page.keyboard.press("Control+z");
  await expect.poll(row).toBe(before);

  // A cell is changed where it stands: Enter takes it over as one step, Escape leaves it as it was.
  const crisis = grid.locator("[data-cell='A-I2/fact:acutePsychosocialCrisis']");
  await crisis.focus();
  await page.keyboard.press("Enter");
  const value = grid.getByRole("combobox", { name: "A-I2 – Crise psychosociale aiguë : valeur" });
  await value.selectOption({ label: "non" });
  expect(await violations(page)).toEqual([]);
  await value.press("Enter");
  await expect.poll(() => crisis.innerText()).toBe("est non");
  await expect.poll(cell).toBe("A-I2/fact:acutePsychosocialCrisis");
  await page.keyboard.press("Delete");
  await grid.locator("[data-cell='A-I2/sentence']").getByText("pas encore de condition").waitFor();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(() => crisis.innerText()).toBe("est oui");
  // A copied table pasted as it is changes nothing; what a range would change is seen first, and is one step.
  await crisis.focus();
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await dialog.getByText("Rien ne change.").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await page.evaluate(() => navigator.clipboard.writeText("non\tpeut-être"));
  await crisis.focus();
  await page.keyboard.press("Control+v");
  await dialog.getByText("1 texte n’est pas pris").waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Coller 1 cellule" }).click();
  await expect.poll(() => crisis.innerText()).toBe("est non");
  await expect.poll(cell).toBe("A-I2/fact:acutePsychosocialCrisis");
  await page.keyboard.press("Control+z");
  await expect.poll(() => crisis.innerText()).toBe("est oui");
  const outcome = grid.locator("[data-cell='A-I2/outcome']");
  await outcome.focus();
  await page.keyboard.press("F2");
  await grid.getByRole("combobox", { name: /^A-I2 – / }).selectOption({ index: 1 });
  await page.keyboard.press("Escape");
  await outcome.getByText("Intervention immédiate").waitFor();
  await expect.poll(cell).toBe("A-I2/outcome");
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

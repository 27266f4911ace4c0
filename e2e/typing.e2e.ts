// A criterion written by typing it: what is understood becomes slots, what is not stays in sight with a question.
import { expect, onTestFailed, test } from "vitest";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();

test("typed words become conditions, and none is dropped", async () => {
  const { page, faults } = await signIn(demo, /Camille/);
  onTestFailed(async () => {
    await page.screenshot({ path: "test-results/typing.png", fullPage: true });
  });
  await page.goto("/p/autosoins-diriges/criteres/A-I1");
  await page.getByRole("button", { name: "Modifier" }).click();
  const field = page.getByRole("textbox", { name: "Écrire une condition" });
  await field.fill("phq9 au moins 10, chapeau melon et pas de crise");
  const main = page.getByRole("main");
  await main.getByText(/^Compris\s: toutes ces conditions sont remplies/).waitFor();
  expect(await main.locator("mark").allInnerTexts()).toEqual(["chapeau melon"]);
  await main.getByText(/«\schapeau melon\s»\s: aucun renseignement/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: "test-results/typing-fr.png", fullPage: true });

  const rows = main.getByRole("group", { name: /^Condition \d/ });
  const before = await rows.count();
  await field.press("Enter");
  await expect.poll(() => rows.count()).toBeGreaterThan(before);
  expect(await field.inputValue()).toBe("chapeau melon");
  await main
    .getByText(/Score total au PHQ-9/)
    .first()
    .waitFor();
  // The field had letters of its own, which the browser takes back; outside it the steps of the draft are taken.
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => rows.count()).toBe(before);
  expect(faults).toEqual([]);
});

// Somebody new, with the words on the screen and nothing else: a threshold is raised, who changes outcome is seen, all is
// taken back; and nothing of it leaves the page.
import { expect, test } from "vitest";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();

test("a threshold is tried on a copy in at most twelve actions, and nothing of it is sent", async () => {
  const { page, faults } = await signIn(demo, /Camille/);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(`${request.method()} ${request.url()}`);
  });
  let actions = 0;
  const act = async (what: Promise<unknown>): Promise<void> => {
    actions += 1;
    await what;
  };
  const row = page.getByRole("row", { name: /Jumelage aux autosoins dirigés/ });
  await act(row.getByRole("link", { name: "Premiers pas, sur une copie" }).click());
  const steps = page.getByRole("region", { name: "Les trois pas" });
  const now = steps.locator("[aria-current=step]");
  await now.getByText(/de 15 à 16/).waitFor();
  await page.getByText(/^Aucun profil ne change d’issue, sur \d+\.$/).waitFor();
  expect(await violations(page)).toEqual([]);

  await act(page.getByRole("textbox", { name: /^Valeur/ }).fill("16"));
  await page.getByText(/^2 profils changent d’issue, sur \d+\.$/).waitFor();
  const effect = page.getByRole("region", { name: "Effet sur les profils" });
  expect(
    await effect
      .getByRole("listitem")
      .getByText(/^PA\d+$/)
      .allInnerTexts(),
  ).toEqual(["PA03", "PA55"]);
  await now.getByText("Voir qui change d’issue, et pourquoi.").waitFor();

  await act(effect.getByRole("button").first().click());
  const drawer = page.getByRole("dialog");
  await drawer.getByText(/PHQ-9/).first().waitFor();
  expect(await violations(page)).toEqual([]);
  await act(page.keyboard.press("Escape"));
  await drawer.waitFor({ state: "detached" });
  await now.getByText("Annuler.", { exact: true }).waitFor();

  await act(page.keyboard.press("Control+z"));
  await page.getByText(/^Aucun profil ne change d’issue, sur \d+\.$/).waitFor();
  expect(await page.getByRole("textbox", { name: /^Valeur/ }).inputValue()).toBe("15");
  await page.getByText(/^C’est tout\./).waitFor();
  expect(await steps.getByText(/^✓ Fait$/).count()).toBe(3);
  expect(await violations(page)).toEqual([]);
  expect(actions).toBeLessThanOrEqual(12);

  await page.getByRole("button", { name: "Recommencer" }).click();
  await now.getByText(/de 15 à 16/).waitFor();
  expect(sent).toEqual([]);
  expect(faults).toEqual([]);
});

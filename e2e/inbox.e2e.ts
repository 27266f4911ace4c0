// What waits for somebody: told in the bar of every page, opened where it is dealt with, set aside and taken back.
import type { SavedDraft } from "../packages/api/src/schemas.ts";
import { expect, onTestFailed, test } from "vitest";
import { author, Console, openDraft } from "../apps/server/test/clients.ts";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();

test("a draft in review waits for its reviewer, by keyboard, and is gone once set aside", async () => {
  const camille = await Console.of(demo.url, author);
  const { id, ruleSet, revision } = await openDraft(camille, "autosoins-diriges");
  const purpose = { ...ruleSet.purpose, fr: `${ruleSet.purpose.fr} Revu.` };
  const saved = await camille.mutate<SavedDraft>("drafts.save", {
    id,
    expectedRevision: revision,
    ruleSet: { ...ruleSet, purpose },
  });
  await camille.mutate("review.request", { id, hash: saved.data.hash, note: "Relu avec l’équipe" });
  const { page, faults } = await signIn(demo, /Alex/);
  onTestFailed(async () => {
    await page.screenshot({ path: "test-results/inbox.png" });
  });
  await page.getByRole("link", { name: "À traiter (1)" }).click();
  await page.getByRole("heading", { level: 1, name: "À traiter" }).waitFor();
  const item = page.getByRole("link", { name: /^Approuver l’ébauche .* de Camille Tremblay$/ });
  await item.waitFor();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: "test-results/inbox-fr.png" });

  await page.keyboard.press("j");
  expect(await item.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press("e");
  await page.getByText("Rien à traiter").waitFor();
  await page.getByText(/^Dernière publication\s: version \d/).waitFor();
  await page.getByRole("link", { name: "À traiter", exact: true }).waitFor();
  await page.reload();
  await page.getByText("Rien à traiter").waitFor();

  // What is set aside comes back in another state.
  await camille.mutate("drafts.rename", { id, name: "Seuils revus" });
  await page.evaluate(() => localStorage.removeItem("jumelage.inbox.aside"));
  await page.reload();
  await page.getByRole("link", { name: /« Seuils revus »/ }).focus();
  await page.keyboard.press("e");
  await page.getByText("Rien à traiter").waitFor();
  await page.keyboard.press("z");
  await item.waitFor();
  await item.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/revision?ebauche=*");
  await page.getByRole("heading", { level: 1, name: "Révision" }).waitFor();
  expect(faults).toEqual([]);
});

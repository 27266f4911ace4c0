// What is typed in a draft outlives its page and a server that is gone for a while, and can be taken back after a reload:
// the tab is killed as the operating system would, the server is stopped and started again.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFailed, test } from "vitest";
import { demoFolder, startProcess, type ServerProcess } from "../apps/server/test/server-process.ts";
import { howMany } from "../packages/engine/test/small/how-many.ts";
import { launchBrowser, signIn } from "./browser.ts";

const criterion = "/p/autosoins-diriges/criteres/A-I1";
const lossAllowed = 1_000;

let server: ServerProcess;
let browser: Browser;
const dataDir = demoFolder();

beforeAll(async () => {
  [server, browser] = await Promise.all([startProcess({ built: true, dataDir }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const title = (page: Page) => page.getByRole("textbox", { name: "Titre (Français)" });
const strip = (page: Page) => page.getByRole("region", { name: "État de l’ébauche" });
const saved = (page: Page): Promise<void> =>
  strip(page)
    .getByText(/enregistré à/)
    .waitFor({ timeout: 60_000 });

/** Ends the page’s process at once: nothing in it runs any more, not even what runs when a page is left. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
}

async function author(): Promise<Page> {
  const { page, context } = await signIn({ browser, url: server.url }, /Camille/);
  onTestFailed(async () => {
    for (const [i, open] of context.pages().entries())
      await open.screenshot({ path: `test-results/nothing-lost-${i}.png` });
  });
  await page.goto(criterion);
  const edit = page.getByRole("button", { name: "Modifier" });
  await title(page).waitFor();
  if (await edit.isVisible()) await edit.click();
  await expect.poll(() => title(page).isEnabled(), { timeout: 15_000 }).toBe(true);
  return page;
}

test("a tab killed at any moment while somebody types loses at most a second of it", async () => {
  let page = await author();
  const context = page.context();
  // Half the time the server does not answer either, so that only the device can have it.
  let reachable = true;
  await context.route("**/trpc/drafts.save*", (route) => (reachable ? route.continue() : route.abort()));
  const losses: number[] = [];
  for (let i = 0; i < howMany({ quick: 5, long: 50 }); i += 1) {
    reachable = i % 2 === 0;
    await title(page).fill("");
    const until = Date.now() + 400 + Math.random() * 4_000;
    const typed: { readonly text: string; readonly at: number }[] = [];
    while (Date.now() < until) {
      const letter = "abcdefghij klmnop"[typed.length % 17] ?? "";
      await page.keyboard.type(letter, { delay: Math.random() * 80 });
      typed.push({ text: (typed.at(-1)?.text ?? "") + letter, at: Date.now() });
    }
    const killed = Date.now();
    await kill(page);
    page = await context.newPage();
    await page.goto(criterion);
    await title(page).waitFor();
    const found = await title(page).inputValue();
    const kept = typed.find((t) => t.text === found);
    const from = kept === undefined ? (found === "" ? typed[0]?.at : undefined) : kept.at;
    expect(from, `round ${i}: “${found}”`).toBeDefined();
    losses.push(kept === typed.at(-1) ? 0 : killed - (from ?? 0));
    expect(losses.at(-1), `round ${i}: “${found}” of “${typed.at(-1)?.text}”`).toBeLessThan(lossAllowed);
    reachable = true;
  }
  await title(page).fill("Titre gardé");
  await saved(page);
  await context.close();
}, 900_000);

test("steps are taken back after a reload, and taken again", async () => {
  const page = await author();
  const start = await title(page).inputValue();
  await saved(page);
  const steps = howMany({ quick: 30, long: 200 });
  const [fr, en] = [title(page), page.getByRole("textbox", { name: "Titre (Anglais)" })];
  const startEn = await en.inputValue();
  await fr.focus();
  for (let i = 0; i < steps; i += 1) {
    await page.getByRole("switch", { name: "Actif" }).press("Space");
  }
  await fr.press("End");
  await page.keyboard.type("xyz");
  // A pause ends the step.
  await saved(page);
  await page.waitForTimeout(1_200);
  await en.press("End");
  await page.keyboard.type("uvw");
  await saved(page);
  await page.reload();
  await fr.focus();
  await page.keyboard.press("Control+z");
  expect(await en.inputValue()).toBe(startEn);
  expect(await fr.inputValue()).toBe(`${start}xyz`);
  for (let i = 0; i < steps + 1; i += 1) await page.keyboard.press("Control+z");
  expect(await fr.inputValue()).toBe(start);
  await saved(page);
  await page.reload();
  await fr.focus();
  for (let i = 0; i < steps + 2; i += 1) await page.keyboard.press("Control+Shift+z");
  expect(await fr.inputValue()).toBe(`${start}xyz`);
  expect(await en.inputValue()).toBe(`${startEn}uvw`);
  await page.context().close();
}, 300_000);

test("while the server is away the page says so, keeps what is typed, and lands it when the server is back", async () => {
  const page = await author();
  await saved(page);
  const { port } = new URL(server.url);
  await server.stop();
  await title(page).fill("Écrit sans serveur");
  await strip(page).getByText("Hors connexion : vos changements sont gardés sur cet appareil (1)").waitFor();
  await kill(page);
  server = await startProcess({ built: true, dataDir, env: { PORT: port } });
  const again = await page.context().newPage();
  await again.goto(criterion);
  expect(await title(again).inputValue()).toBe("Écrit sans serveur");
  await saved(again);
  // And in a page that stays: nobody presses anything.
  await server.stop();
  await title(again).fill("Écrit pendant la panne");
  await strip(again)
    .getByText(/gardés sur cet appareil \(1\)/)
    .waitFor();
  server = await startProcess({ built: true, dataDir, env: { PORT: port } });
  await saved(again);
  const alex = await signIn({ browser, url: server.url }, /Alex/);
  await alex.page.goto(new URL(again.url()).pathname + new URL(again.url()).search);
  await expect.poll(() => title(alex.page).inputValue(), { timeout: 15_000 }).toBe("Écrit pendant la panne");
}, 300_000);

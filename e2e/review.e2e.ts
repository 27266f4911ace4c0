// A draft reviewed together, by keyboard: what changed is marked as seen and commented on, where it is answered is beside the
// criterion, and approving opens once everything was seen. The server and its database are the real ones.
import type { Draft, SavedDraft, Threads } from "../packages/api/src/schemas.ts";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { author, Console, newDraft, selfCare } from "../apps/server/test/clients.ts";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();
const memo = `/p/${selfCare}/revision`;
let camille: Console;
let draft: Draft;

beforeAll(async () => {
  camille = await Console.of(demo.url, author);
  draft = await newDraft(camille, selfCare);
  const { id, revision, ruleSet } = draft;
  const criteria = ruleSet.criteria.map((c) =>
    c.id === "A-D4" ? { ...c, rationale: { fr: "Autre raison.", en: "Another reason." } } : c,
  );
  const purpose = { fr: "Un autre but", en: "Another purpose" };
  await camille.mutate<SavedDraft>("drafts.save", {
    id,
    expectedRevision: revision,
    ruleSet: { ...ruleSet, purpose, criteria },
  });
  const { hash } = (await camille.query<Draft>("drafts.get", { id })).data;
  await camille.mutate("review.request", { id, hash, note: "" });
});

const focused = (page: Page) => page.locator("[data-change]:focus, [data-change] :focus");
const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole("main").getByText(text).first().waitFor();

test("changes are gone through, marked and commented on by keyboard, and approving opens", async () => {
  const { page, faults } = await signIn(demo, /Alex/);
  await page.goto(memo);
  await said(page, "0 changement sur 2 vu");
  expect(await page.getByRole("button", { name: /^Approuver/ }).count()).toBe(0);

  await page.keyboard.press("n");
  await page.keyboard.press("v");
  await said(page, "1 changement sur 2 vu");
  await said(page, "Vu par Alex Roy");

  // The next is the criterion: what is typed there is a comment, not keys.
  await page.keyboard.press("n");
  await page.keyboard.press("c");
  await page.keyboard.type("Pourquoi une autre raison? vnp");
  await page.keyboard.press("Control+Enter");
  await said(page, "Pourquoi une autre raison? vnp");
  await said(page, "1 changement sur 2 vu · 1 commentaire ouvert");
  expect(await violations(page)).toEqual([]);

  // Closing goes back to the button it was opened by, which is part of the change.
  await page.keyboard.press("Escape");
  expect(await focused(page).innerText()).toMatch(/^1 commentaire ouvert/);
  await page.keyboard.press("p");
  await page.keyboard.press("v");
  await said(page, "0 changement sur 2 vu");
  await page.getByRole("button", { name: "Il reste 2 changements à voir" }).click();
  await page.keyboard.press("v");
  await said(page, "1 changement sur 2 vu");
  await page.keyboard.press("n");
  await page.keyboard.press("v");
  await said(page, "2 changements sur 2 vus");
  await page.getByRole("button", { name: /^Approuver/ }).waitFor();
  expect(faults).toEqual([]);
});

test("an author finds the comment beside the criterion, answers it there, and keeps what was said of what is gone", async () => {
  const { page, faults } = await signIn(demo, /Camille/);
  await page.goto(`/p/${selfCare}/criteres/A-D4`);
  await page.getByRole("link", { name: /A-D4.*1 commentaire ouvert/ }).waitFor();
  const comments = page.getByRole("region", { name: "1 commentaire ouvert" });
  await comments.getByRole("button", { name: "Répondre – Alex Roy" }).click();
  await page.keyboard.type("Écrire à a.b@exemple.test");
  await page.keyboard.press("Control+Enter");
  await comments.getByText(/Ceci ressemble à une adresse courriel/).waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("La source a changé.");
  await page.keyboard.press("Control+Enter");
  await comments.getByText("La source a changé.").waitFor();
  await expect.poll(() => page.locator(":focus").innerText()).toMatch(/^Répondre/);
  await comments.getByRole("button", { name: "Marquer comme réglé – Alex Roy" }).click();
  await page.getByText(/^Réglé par Camille Tremblay/).waitFor();

  const { id } = draft;
  await camille.mutate<Threads>("comments.write", { id, anchor: "criterion//A-X9", text: "À garder?" });
  await page.goto(memo);
  const gone = page.getByRole("heading", { name: "Au sujet de ce qui n’est plus dans l’ébauche" });
  await gone.waitFor();
  await said(page, "À garder?");
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

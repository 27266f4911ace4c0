// From a threshold in the console to the answer of a downstream app, by accessible roles only.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFailed, test } from "vitest";
import { programs } from "../packages/engine/test/reference-programs.ts";
import { visit } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { seeChanges } from "./see-changes.ts";
import { startConsumer } from "./consumer-process.ts";
import { startTamperingProxy } from "./tampering-proxy.ts";

const demo = openDemo();

const program = "Jumelage aux autosoins dirigés";
const threshold = "Valeur – PHQ-9 : score à partir duquel réévaluer";

async function signIn(name: RegExp): Promise<{ page: Page; faults: readonly string[] }> {
  const { page, faults } = await visit(demo.browser, demo.url);
  onTestFailed(async () => {
    await page.screenshot({ path: `test-results/${name.source}.png` });
    process.stderr.write(`${name.source}:\n${await page.getByRole("main").ariaSnapshot()}\n`);
  });
  await page.goto("/");
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("link", { name: program }).click();
  return { page, faults };
}

const go = (page: Page, name: string): Promise<void> =>
  page.getByRole("navigation", { name: "Programme" }).getByRole("link", { name, exact: true }).click();

const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole("main").getByText(text).first().waitFor();

/** Takes over what a profile obtains as what is expected of it, with the reason. */
async function correct(page: Page, profile: string, reason: string): Promise<void> {
  await go(page, "Profils");
  await page
    .getByRole("row", { name: new RegExp(profile) })
    .getByRole("link")
    .click();
  await page.getByRole("button", { name: "Inscrire la réponse obtenue comme attendue" }).click();
  await page.getByRole("textbox", { name: "Raison du changement" }).fill(reason);
  await page.getByRole("button", { name: "Inscrire", exact: true }).click();
  await said(page, "Ce profil obtient la réponse attendue.");
}

/** Plans the approved draft for the next moment, sooner than a person could: by the console's own door. */
async function planSoon(page: Page): Promise<void> {
  const { request } = page.context();
  const asked = async (procedure: string, input: object): Promise<{ readonly [key: string]: unknown }> => {
    const url = `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
    return ((await (await request.get(url)).json()) as { result: { data: Record<string, unknown> } }).result
      .data;
  };
  const { drafts } = await asked("programs.get", { program: "autosoins-diriges" });
  const [{ id } = { id: "" }] = drafts as { id: string }[];
  const { hash } = await asked("drafts.get", { id });
  const planned = await request.post("/trpc/channels.schedule", {
    headers: { "x-jumelage": "test" },
    data: {
      program: "autosoins-diriges",
      channel: "production",
      what: { draft: id, hash },
      due: new Date(Date.now() + 1000).toISOString(),
      message: "Trop tôt",
    },
  });
  expect(planned.status()).toBe(200);
}

/** Plans the publication for a morning to come, sees it at the program, and takes it back there. */
async function planAndCancel(page: Page): Promise<void> {
  const day = `${new Date().getFullYear() + 1}-01-15`;
  await page.getByRole("radio", { name: "À un jour et une heure" }).check();
  const plan = page.getByRole("button", { name: "Prévoir la publication" });
  await plan.click();
  await said(page, "Indiquez le jour et l’heure.");
  await said(page, "Écrivez le message");
  await page.getByLabel("Jour et heure").fill(`${day}T07:00`);
  await page.getByRole("textbox", { name: "Message aux applications clientes" }).fill("Seuil du PHQ-9 à 16.");
  await plan.click();
  await page.getByRole("dialog").getByRole("button", { name: "Prévoir la publication" }).click();
  await said(page, "À venir");
  await go(page, "Programme");
  const planned = page.getByRole("region", { name: "Prévu" }).getByRole("listitem").first();
  await planned
    .getByRole("paragraph")
    .filter({ hasText: /15 janvier \d+ à 07 h 00 \(heure normale de l’Est\)/ })
    .waitFor();
  await planned.getByRole("button", { name: /^Annuler/ }).click();
  await planned.getByText("Annulé").waitFor();
}

test("a threshold changed by an author becomes the answer of a downstream app", async () => {
  const pa03 = programs[0]?.profiles.find((p) => p.id === "PA03");
  const keys = (await (await fetch(`${demo.url}/v1/keys`)).json()) as { keys: unknown[] };
  const proxy = await startTamperingProxy(demo.url);
  const consumer = startConsumer();
  const cache = join(mkdtempSync(join(tmpdir(), "jumelage-consumer-")), "release.json");
  const first = await consumer.ask({
    url: proxy.url,
    key: "jumelage-demo-key",
    program: "autosoins-diriges",
    trust: keys.keys,
    cache,
  });
  expect(first).toMatchObject({ state: "current", release: 1 });
  const orientation = async (): Promise<unknown> => {
    const answer = (await consumer.ask({ evaluate: pa03?.facts })) as {
      result?: { decisions: { orientation: { state: string } } };
    };
    return answer.result?.decisions.orientation.state;
  };
  expect(await orientation()).toBe("deeper");

  // The author changes the threshold and sees who moves.
  const author = await signIn(/Camille/);
  await author.page.getByRole("button", { name: "Ouvrir une ébauche" }).click();
  await go(author.page, "Vocabulaire");
  await author.page.getByRole("textbox", { name: threshold, exact: true }).fill("16");
  await said(author.page, "2 profils changent");
  await go(author.page, "Simulation");
  await author.page
    .getByRole("combobox", { name: "Profils montrés" })
    .selectOption({ label: "dont l’orientation change" });
  const rows = author.page.getByRole("table", { name: "Profils et critères" }).getByRole("rowheader");
  await expect.poll(async () => (await rows.allInnerTexts()).length).toBe(2);
  const moved = (await rows.allInnerTexts()).join(" ");
  expect(moved).toContain("PHQ-9 au seuil (15)");
  expect(moved).toContain("PHQ-9 à 15, évaluation approfondie faite");

  // The gate refuses: two profiles no longer get what is expected of them.
  await go(author.page, "Publication");
  // What stood there before the edit was saved is shown until then.
  await expect
    .poll(() => author.page.getByRole("main").innerText(), { timeout: 15_000 })
    .toMatch(/PA03[^]*PA55/);
  await said(author.page, /Il y a un problème/);
  await said(author.page, "Pas encore possible");
  expect(await author.page.getByRole("button", { name: /^Publier la version 2/ }).count()).toBe(0);

  // The author corrects both expectations with a reason, and asks for a review.
  await correct(author.page, "PA03", "Le seuil passe à 16 : 15 n’appelle plus de second regard.");
  await correct(author.page, "PA55", "Le seuil passe à 16 : plus rien ne demande d’adaptation.");
  await said(author.page, "tous les profils sont conformes");
  // A guarantee spells out the number: moving the threshold on purpose is said there too.
  await go(author.page, "Garanties");
  await author.page.getByRole("button", { name: "Modifier – SP5", exact: true }).click();
  const phq9 = author.page
    .getByRole("group", { name: "Condition de la garantie SP5" })
    .getByRole("group")
    .filter({ hasText: "Score total au PHQ-9" })
    .last();
  await phq9.getByRole("spinbutton").fill("16");
  await said(author.page, /Score total au PHQ-9\s» est au moins 16/);
  await go(author.page, "Révision");
  await author.page
    .getByRole("textbox", { name: "Note pour la révision" })
    .fill("Seuil du PHQ-9 de 15 à 16, comme NICE NG222.");
  await author.page.getByRole("button", { name: "Demander la révision" }).click();
  await said(author.page, /en révision/);
  expect(await author.page.getByRole("button", { name: /^Approuver/ }).count()).toBe(0);

  // Another person reads, confirms what changed, and approves.
  const reviewer = await signIn(/Alex/);
  await go(reviewer.page, "Révision");
  await said(reviewer.page, "Le seuil passe à 16 : 15 n’appelle plus de second regard.");
  await go(reviewer.page, "Registre");
  for (const name of [/^Confirmer ce seuil – PHQ-9/, /^Confirmer cette phrase – SP5/]) {
    await reviewer.page.getByRole("button", { name }).click();
    await reviewer.page.getByRole("button", { name: "Je confirme" }).click();
    await reviewer.page.getByRole("button", { name: "Je confirme" }).waitFor({ state: "detached" });
  }
  await said(reviewer.page, "Rien ne reste à confirmer");
  await go(reviewer.page, "Révision");
  // Approving waits until every change is seen.
  expect(await reviewer.page.getByRole("button", { name: /^Approuver/ }).count()).toBe(0);
  await seeChanges(reviewer.page);
  await reviewer.page.getByRole("button", { name: /^Approuver/ }).click();
  await said(reviewer.page, /approuvée/);

  // Planned before its gates are passed, it does not happen, and the program says why.
  await planSoon(reviewer.page);

  // What no saved profile can show is proved from where the gates stand; then the release is made.
  await go(reviewer.page, "Publication");
  for (const job of ["Démontrer", "Comparer pour toutes les personnes possibles", "Semer des fautes"])
    await reviewer.page.getByRole("button", { name: job, exact: true }).click();
  await reviewer.page.getByRole("button", { name: /^Publier la version 2/ }).waitFor({ timeout: 120_000 });
  await planAndCancel(reviewer.page);
  await said(reviewer.page, "Des gardes n’étaient pas franchies à ce moment");
  await go(reviewer.page, "Publication");
  const year = new Date().getFullYear() + 1;
  await reviewer.page.getByLabel("À revoir au plus tard le").fill(`${year}-01-31`);
  await reviewer.page.getByRole("button", { name: /^Publier la version 2/ }).click();
  await reviewer.page
    .getByRole("dialog")
    .getByRole("button", { name: /^Publier/ })
    .click();
  await said(reviewer.page, /Version 2 publiée|La version 2 est publiée/);

  // By when it is to be looked at again is said; once that day is over in Québec, so is what to do.
  await go(reviewer.page, "Versions");
  await said(reviewer.page, `À revoir au plus tard le 31 janvier ${year}`);
  const overdue = `Version 2 : à revoir depuis le 31 janvier ${year}`;
  await reviewer.page.clock.setFixedTime(new Date(`${year}-02-01T04:59:00Z`));
  await go(reviewer.page, "Programme");
  await said(reviewer.page, `À revoir au plus tard le 31 janvier ${year}`);
  expect(await reviewer.page.getByText(overdue).count()).toBe(0);
  await reviewer.page.clock.setFixedTime(new Date(`${year}-02-01T05:00:00Z`));
  await go(reviewer.page, "Versions");
  await said(reviewer.page, overdue);
  await said(reviewer.page, "même si rien ne change");

  // A spoilt byte is refused, and the last good release goes on serving.
  proxy.tamper(true);
  expect(await consumer.ask({ refresh: true })).toMatchObject({ state: "problem", release: 1 });
  expect(await orientation()).toBe("deeper");

  // The downstream app gets the new release, verifies it, and answers with it.
  proxy.tamper(false);
  expect(await consumer.ask({ refresh: true })).toMatchObject({ state: "current", release: 2 });
  expect(await orientation()).toBe("match");

  consumer.stop();
  proxy.close();
  expect(author.faults).toEqual([]);
  expect(reviewer.faults).toEqual([]);
});

// The applications screen, as the administration uses it: an app is made, its key works as the example says, is replaced
// while both count, and is revoked; the state of the app follows what it really does.
import { expect, onTestFailed, test } from "vitest";
import { Console, reviewer, selfCare } from "../apps/server/test/clients.ts";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const screen = "/p/autosoins-diriges/applications";
/** Nobody is there, and nobody can be: the name is kept for tests. */
const hook = "https://hooks.jumelage.test/avis";
const demo = openDemo({ JUMELAGE_WEBHOOK_HOSTS: new URL(hook).host });

/** What an app with this key is answered for the production channel. */
async function follows(key: string): Promise<number> {
  const url = `${demo.url}/v1/programs/autosoins-diriges/channels/production`;
  return (await fetch(url, { headers: { authorization: `Bearer ${key}` } })).status;
}

test("an app is made, seen, given another key, and revoked", async () => {
  const { page, faults } = await signIn(demo, /Sacha/);
  onTestFailed(async () => {
    process.stderr.write(`${await page.locator("body").ariaSnapshot()}\n`);
  });
  await page.goto(screen);
  await page.getByRole("button", { name: "Nouvelle application" }).click();
  await page.getByRole("button", { name: "Créer l’application et sa clé" }).click();
  await page.getByText("Écrivez le nom de l’application").waitFor();
  await page.getByRole("textbox", { name: "Nom de l’application" }).fill("Aiguillage GASMA");
  await page.getByRole("button", { name: "Créer l’application et sa clé" }).click();
  const once = page.getByRole("dialog", { name: "Clé – Aiguillage GASMA" });
  const first = await once.getByRole("textbox", { name: "Clé – Aiguillage GASMA" }).inputValue();
  expect(first).toMatch(/^jmk_/);
  await once.getByRole("tab", { name: "curl" }).click();
  await once.getByText(`Bearer ${first}`).waitFor();
  expect(await violations(page)).toEqual([]);
  await once.getByRole("button", { name: "C’est gardé" }).click();

  const app = page.getByRole("row", { name: /^Aiguillage GASMA aiguillage-gasma/ });
  await app.getByText("Jamais vue").waitFor();
  expect(await follows(first)).toBe(200);
  await expect
    .poll(
      async () => {
        await page.goto(screen);
        await app.waitFor();
        return app.getByText("À jour").count();
      },
      { timeout: 90_000, interval: 2000 },
    )
    .toBe(1);

  await page.getByRole("button", { name: "Remplacer la clé – Aiguillage GASMA" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remplacer la clé" }).click();
  const second = await once.getByRole("textbox", { name: "Clé – Aiguillage GASMA" }).inputValue();
  expect(second).not.toBe(first);
  await once.getByRole("button", { name: "C’est gardé" }).click();
  await page.getByText(/l’ancienne clé compte jusqu’au/).waitFor();
  expect([await follows(first), await follows(second)]).toEqual([200, 200]);

  await page.getByRole("button", { name: "Révoquer – Aiguillage GASMA" }).click();
  await page.getByText(/^Effet en 60 secondes au plus/).waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Révoquer" }).click();
  await page.getByText(/révoquée le/).waitFor();
  await expect.poll(() => follows(second), { timeout: 60_000, interval: 1000 }).toBe(401);
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test("an app is told of changes unless that is paused, and what became of each notice is told in words", async () => {
  const { page, faults } = await signIn(demo, /Sacha/);
  await page.goto(screen);
  await page.getByRole("button", { name: "Nouvel avis" }).click();
  await page.getByRole("combobox", { name: "Application" }).selectOption("Application de démonstration");
  await page.getByRole("textbox", { name: "Adresse avisée" }).fill(hook);
  await page.getByRole("button", { name: "Créer l’avis" }).click();
  await page.getByRole("button", { name: "C’est gardé" }).click();
  const row = page.getByRole("row", { name: new RegExp(hook) });
  await row.getByText("rien envoyé encore").waitFor();
  const alex = await Console.of(demo.url, reviewer);
  const seen = { program: selfCare, channel: "production", message: "Essai" };
  await alex.mutate("channels.suspend", { ...seen, expectedSequence: 1 });
  await row.getByRole("button", { name: /^Voir les envois/ }).click();
  const sent = page.getByRole("dialog", { name: `Envois à ${hook}` });
  await sent.getByRole("cell", { name: "Il y a une nouvelle version" }).waitFor({ timeout: 30_000 });
  await sent.getByText("Le nom de l’hôte est introuvable.").waitFor({ timeout: 30_000 });
  await sent.getByText(/^Prochain essai/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await row.getByRole("button", { name: /^Mettre en pause/ }).click();
  await row.getByText("En pause depuis le").waitFor();
  await alex.mutate("channels.lift", { ...seen, expectedSequence: 2 });
  await row.getByRole("button", { name: /^Voir les envois/ }).click();
  await sent.getByText("Cet avis est en pause").waitFor();
  await sent.getByText("en attente, aucun essai").waitFor({ timeout: 30_000 });
  await page.keyboard.press("Escape");
  await row.getByRole("button", { name: /^Reprendre/ }).click();
  await row.getByRole("button", { name: /^Mettre en pause/ }).waitFor();
  await row.getByRole("button", { name: /^Voir les envois/ }).click();
  await sent.getByText("Non envoyé : un avis plus récent disait la même chose.").waitFor();
  expect(faults).toEqual([]);
});

test("an administrator changes the terms of a program, in words; others read them", async () => {
  const { page, faults } = await signIn(demo, /Sacha/);
  const main = page.getByRole("main");
  await page.goto("/p/autosoins-diriges");
  await main.getByText(/^Une application coupée du service garde la dernière version/).waitFor();
  await page.getByRole("button", { name: "Changer les échéances" }).click();
  const dialog = page.getByRole("dialog", { name: "Changer les échéances" });
  await dialog.getByRole("radio", { name: /^Quelques mois/ }).check();
  await dialog.getByRole("radio", { name: /^Elles s’arrêtent/ }).check();
  const hours = dialog.getByRole("spinbutton", { name: "Délai, en heures" });
  await hours.fill("47");
  await dialog.getByText("Entrez un nombre dans les bornes indiquées.").waitFor();
  await hours.fill("72");
  await dialog.getByText(/plus de 72 heures \(3 jours\) ne propose plus rien/).waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await main.getByText(/^Échéances enregistrées/).waitFor();
  await main.getByText(/^Chaque version est à revoir 12 mois/).waitFor();
  await page.getByRole("link", { name: "Journal" }).click();
  const line = page.getByRole("row", { name: /Sacha.*a changé les réglages du programme/ });
  await line.getByText("Avant, après et pourquoi").click();
  const [was, is] = ["Avant", "Après"].map((word) =>
    line.locator("dt", { hasText: new RegExp(`^${word}$`) }).locator("+ dd"),
  );
  const term = "Fin pour une application coupée du service, en heures";
  expect(await was?.innerText()).toMatch(new RegExp(`${term}\\s+–`));
  expect(await is?.innerText()).toMatch(new RegExp(`${term}\\s+72`));
  expect(faults).toEqual([]);

  const { page: other } = await signIn(demo, /Camille/);
  await other.goto("/p/autosoins-diriges");
  await other.getByText(/plus de 72 heures \(3 jours\)/).waitFor();
  expect(await other.getByRole("button", { name: "Changer les échéances" }).count()).toBe(0);
});

test("whoever does not administer sees the apps and not their keys", async () => {
  const { page, faults } = await signIn(demo, /Camille/);
  await page.goto(screen);
  await page.getByRole("row", { name: /Application de démonstration/ }).waitFor();
  await page.getByText(/tenus par l’administration/).waitFor();
  expect(await page.getByRole("button", { name: /Remplacer la clé/ }).count()).toBe(0);
  expect(faults).toEqual([]);
});

// A production console as its people meet it: choosing a password by a link, signing in, adding somebody and giving them a
// role, showing again who one is. No screen of it has an accessibility violation.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  password,
  program,
  startProduction,
  type ProductionServer,
} from "../apps/server/test/production-server.ts";
import { launchBrowser, violations, visit } from "./browser.ts";

let server: ProductionServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startProduction({ built: true }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("the first administrator chooses a password by the link, adds a person, and is asked again who they are", async () => {
  const { link } = await server.createUser("--admin", "--email", "ada@exemple.test", "--name", "Ada Roy");
  const { page, context, faults } = await visit(browser, server.url);
  await page.goto(link);
  await page.getByRole("heading", { name: "Bienvenue, Ada Roy" }).waitFor();
  expect(await violations(page)).toEqual([]);
  const [first, second] = [
    page.getByLabel("Nouveau mot de passe", { exact: true }),
    page.getByLabel("Le même, une seconde fois", { exact: true }),
  ];
  await first.fill("court");
  await page.getByRole("button", { name: "Choisir ce mot de passe" }).click();
  await page.getByText("Entrez au moins 12 caractères.").waitFor();
  await first.fill(password);
  await second.fill(password);
  await page.getByRole("button", { name: "Choisir ce mot de passe" }).click();
  await page.getByRole("heading", { level: 1, name: "Programmes" }).waitFor();
  expect(new URL(page.url()).hash).toBe("");

  await page.getByRole("button", { name: /^Mon compte/ }).click();
  await page.getByRole("menuitem", { name: "Personnes et rôles" }).click();
  await page.getByRole("row", { name: /Ada Roy.*administre l’installation.*par mot de passe/ }).waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByRole("button", { name: "Ajouter une personne" }).click();
  const adding = page.getByRole("dialog", { name: "Ajouter une personne" });
  await adding.getByLabel("Nom complet").fill("Zoé Caron");
  await expect.poll(() => adding.getByLabel("Identifiant").inputValue()).toBe("zoe-caron");
  await adding.getByLabel("Adresse courriel").fill("zoe");
  await adding.getByRole("button", { name: "Ajouter" }).click();
  await adding.getByText("Entrez une adresse courriel complète").waitFor();
  await adding.getByLabel("Adresse courriel").fill("zoe@exemple.test");
  await adding.getByLabel("Fonction (Français)").fill("Réviseure clinique");
  await adding.getByLabel("Fonction (Anglais)").fill("Clinical reviewer");
  expect(await violations(page)).toEqual([]);
  await adding.getByRole("button", { name: "Ajouter" }).click();
  const handing = page.getByRole("dialog", { name: "Lien de Zoé Caron" });
  const hers = await handing.getByRole("textbox", { name: "Lien de Zoé Caron" }).inputValue();
  expect(hers.startsWith(`${server.url}/bienvenue#`)).toBe(true);
  await handing.getByRole("button", { name: "Terminé" }).click();

  await page.getByRole("button", { name: "Modifier Zoé Caron" }).click();
  const rights = page.getByRole("dialog", { name: "Droits de Zoé Caron" });
  await rights.getByRole("checkbox", { name: "révision" }).click();
  await expect.poll(() => rights.getByRole("checkbox", { name: "révision" }).isChecked()).toBe(true);
  expect(await violations(page)).toEqual([]);

  // Minutes later the same asks for the password first, and then is done without being asked again.
  await server.sixMinutesAgo("ada-roy");
  await rights.getByRole("checkbox", { name: "rédaction" }).click();
  const who = page.getByRole("dialog", { name: "Est-ce bien vous?" });
  await who.getByLabel(/^Mot de passe/).fill("pas celui-là");
  await who.getByRole("button", { name: "Confirmer que c’est moi" }).click();
  await who.getByText(/mot de passe inexact/).waitFor();
  expect(await violations(page)).toEqual([]);
  await who.getByLabel(/^Mot de passe/).fill(password);
  await who.getByRole("button", { name: "Confirmer que c’est moi" }).click();
  await who.waitFor({ state: "hidden" });
  await expect.poll(() => rights.getByRole("checkbox", { name: "rédaction" }).isChecked()).toBe(true);
  expect(faults).toEqual([]);

  // Zoé comes in by her link, with her role and without what is for administrators.
  const zoe = await visit(browser, server.url);
  await zoe.page.goto(hers);
  await zoe.page.getByLabel("Nouveau mot de passe", { exact: true }).fill(password);
  await zoe.page.getByLabel("Le même, une seconde fois", { exact: true }).fill(password);
  await zoe.page.getByRole("button", { name: "Choisir ce mot de passe" }).click();
  await zoe.page.getByRole("row", { name: /Un.*rédaction, révision|Un.*révision, rédaction/ }).waitFor();
  await zoe.page.goto("/personnes");
  await zoe.page.getByText("Votre rôle ne le permet pas.").waitFor();
  await Promise.all([context.close(), zoe.context.close()]);
});

test("signing in: a wrong password is said, what was typed stays; a used link says so; English too", async () => {
  const { link } = await server.createUser(
    "--email",
    "lou@exemple.test",
    "--name",
    "Lou",
    "--role",
    `${program}:viewer`,
  );
  const { page, context, faults } = await visit(browser, server.url);
  await page.goto("/?lang=en");
  await page.getByRole("link", { name: "Sign in with Le réseau" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("E-mail address").fill("lou@exemple.test");
  await page.getByLabel(/^Password/).fill("not the one at all");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("alert").getByText("The e-mail address or the password is not right.").waitFor();
  expect(await page.getByLabel("E-mail address").inputValue()).toBe("lou@exemple.test");
  expect(await violations(page)).toEqual([]);
  await page.goto(link);
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByLabel("The same, a second time", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Choose this password" }).click();
  await page.getByRole("heading", { level: 1, name: "Programs" }).waitFor();
  const again = await visit(browser, server.url);
  await again.page.goto(link);
  await again.page.getByRole("heading", { name: "Ce lien n’ouvre plus rien" }).waitFor();
  expect(await violations(again.page)).toEqual([]);
  await again.page.goto("/?connexion=no-account");
  await again.page.getByText(/Vous n’avez pas de compte sur cette installation/).waitFor();
  expect(faults).toEqual([]);
  await Promise.all([context.close(), again.context.close()]);
});

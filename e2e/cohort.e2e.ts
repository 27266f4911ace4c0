// A cohort in the console: read in the browser and never sent, mapped, judged at every change of the draft, few persons
// never counted. By accessible roles only; the server is the real one.
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFailed, test } from "vitest";
import { signIn, violations, type Visit } from "./browser.ts";
import { openDemo } from "./demo.ts";

const address = "/p/autosoins-diriges/cohorte";
const phq9 = "PHQ-9\u00a0: score à partir duquel réévaluer";
const gad7 = "GAD-7\u00a0: score à partir duquel réévaluer";
/** In every row; in no request, whatever else it says. */
const mark = "Z7Q-etude";

const usual = {
  suicidalIdeation: "none",
  acutePsychosocialCrisis: "false",
  imminentDanger: "false",
  primaryProblem: "depressive_disorder",
  severity: "moderate",
  priorityNeed: "reduce_symptoms",
  ageYears: "34",
  phq9Total: "10",
  phq9Item9: "0",
  gad7Total: "6",
};
const header = ["etude", "Nom", ...Object.keys(usual).map((name) => (name === "phq9Total" ? "score" : name))];

/** So many persons like that. */
function persons(count: number, other: Partial<typeof usual>): readonly string[] {
  const cells = Object.values({ ...usual, ...other }).join();
  return Array.from({ length: count }, (_, i) => `${mark}-${i},Quelqu’un,${cells}`);
}

const scores = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
/** 100 persons of each score from 10 to 19; 2 of whom the GAD-7 alone speaks; 2 whose score is no number. */
const file = [
  header.join(),
  ...scores.flatMap((score) => persons(100, { phq9Total: String(score) })),
  ...persons(2, { gad7Total: "15" }),
  ...persons(2, { phq9Total: "quinze" }),
].join("\n");

const demo = openDemo();
let folder: string;
let author: Visit;
const sent: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-cohort-"));
  author = await signIn(demo, /Camille/);
  // Of the page and of its workers.
  author.context.on("request", (request) =>
    sent.push(`${request.url()} ${request.postDataBuffer()?.toString("latin1") ?? ""}`),
  );
  await author.page.goto(address);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function told(page: Page): void {
  onTestFailed(async () => {
    await page.screenshot({ path: `test-results/cohort-${Date.now()}.png`, fullPage: true });
    process.stderr.write(`${await page.getByRole("main").ariaSnapshot()}\n${author.faults.join("\n")}\n`);
  });
}

const main = (page: Page) => page.getByRole("main");
const said = (page: Page, text: string | RegExp): Promise<void> =>
  main(page).getByText(text).first().waitFor();
const choose = (
  page: Page,
  given: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> => page.locator("input[type=file]").setInputFiles(given);
const csv = (text: string, name = "essai.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

/** A row of a table, cell by cell. */
async function rowOf(page: Page, table: RegExp, name: string | RegExp): Promise<readonly string[]> {
  const row = page.getByRole("region", { name: table }).getByRole("row", { name });
  return (await row.first().getByRole("cell").allInnerTexts()).map((text) =>
    text.replaceAll(/\s+/gu, " ").trim(),
  );
}

test("a file that is no table says so, and nothing is left half open", async () => {
  const { page } = author;
  told(page);
  await said(page, "Aucun fichier n’est ouvert");
  await choose(page, csv("a,b\n1,2\n3\n"));
  await said(page, "Ligne 3\u00a0: plus ou moins de cellules que dans la première ligne.");
  await said(page, "Aucun fichier n’est ouvert");
  expect(await violations(page)).toEqual([]);
});

test("columns are mapped, one that says who somebody is cannot be, and the choice is remembered", async () => {
  const { page } = author;
  told(page);
  await choose(page, csv(file));
  await said(page, "Une colonne semble dire qui sont les personnes\u00a0: elle n’est pas lue");
  await said(page, "«\u00a0Nom\u00a0» (nom d’une personne)");
  await said(page, /^9 renseignements sur 15 ont une colonne/);
  const score = page.getByRole("combobox", { name: "Score total au PHQ-9 – valeur" });
  expect(await score.inputValue()).toBe("");
  expect(await score.getByRole("option", { name: "Nom" }).count()).toBe(0);
  await score.selectOption("score");
  await said(page, /^10 renseignements sur 15/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await said(page, /^Aucun groupe de 5 personnes ou plus ne change/);
  await page.getByRole("button", { name: "Changer les colonnes" }).click();
  await page.getByRole("button", { name: "Fermer le fichier" }).click();
  await choose(page, csv(file));
  await said(page, /^10 renseignements sur 15/);
  // By keyboard: from the date to the button.
  await page.getByLabel("Évaluer en date du").focus();
  await page.keyboard.press("Enter");
  await said(page, /^Aucun groupe de 5 personnes ou plus ne change/);
  // What was in use is gone; the next stop is what came in its place.
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  expect(await focused.getAttribute("aria-label")).toBe("Réponse montrée");
});

test("what is no value is listed by row and reason, and is unknown", async () => {
  const { page } = author;
  told(page);
  await page.getByRole("heading", { name: "Valeurs illisibles d’un renseignement" }).waitFor();
  expect(await rowOf(page, /Valeurs illisibles$/, /^Score total au PHQ-9/)).toEqual([
    "Pas exactement une valeur; il faut un nombre entier de 0 à 27",
    "2",
    "1 003, 1 004",
  ]);
});

test("who changes is told at every change of the draft, few persons are not", async () => {
  const { page } = author;
  told(page);
  await page.getByRole("button", { name: "Ouvrir une ébauche" }).last().click();
  const threshold = page.getByRole("spinbutton", { name: phq9, exact: true });
  await threshold.waitFor();
  await threshold.fill("16");
  await said(page, /^Environ 100 personnes sur 1\s000 changent de réponse/);
  await threshold.press("ArrowUp");
  await said(page, /^Environ 200 personnes sur 1\s000 changent de réponse/);
  const table = page.getByRole("region", { name: /De la version 1 à l’ébauche/ });
  expect(await table.getByRole("cell", { name: "200", exact: true }).count()).toBe(1);
  expect(await violations(page)).toEqual([]);
  // The first of them is the 501st of the file, and the criterion says why.
  await page.getByRole("button", { name: "Ligne 501", exact: true }).click();
  await said(page, "Ligne de données 501\u00a0: ce qui fait la différence");
  await main(page)
    .getByRole("listitem")
    .filter({ hasText: /A-D4 .*– vrai dans la version 1, faux dans l’ébauche/ })
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await threshold.fill("15");
  await said(page, /^Aucun groupe de 5 personnes ou plus ne change/);
  // Two persons are moved by the GAD-7: nobody to be seen, in no cell and no total.
  const before = await page
    .getByRole("region", { name: /Répartition/ })
    .last()
    .innerText();
  await page.getByRole("spinbutton", { name: gad7, exact: true }).fill("16");
  await expect.poll(() => page.locator("[aria-busy=true]").count()).toBe(0);
  await said(page, /enregistré à/);
  expect(
    await page
      .getByRole("region", { name: /Répartition/ })
      .last()
      .innerText(),
  ).toBe(before);
  await threshold.fill("16");
  await said(page, /^Environ 100 personnes sur 1\s000/);
  await said(page, /enregistré à/);
});

test("what is exported is what may be seen", async () => {
  const { page } = author;
  told(page);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Exporter les tableaux (CSV)" }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe("cohorte-autosoins-diriges.csv");
  const text = await readFile(await download.path(), "utf8");
  expect(text).toMatch(/^\uFEFFréponse,avant,après,personnes\r\n/);
  const counts = text
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(",").at(-1) ?? "");
  expect(counts).toContain("100");
  expect(counts.filter((count) => count !== "<5" && Number(count) % 5 !== 0)).toEqual([]);
  expect(text).not.toContain(mark);
});

test("a long file is read with its progress, and can be stopped", async () => {
  const { page } = author;
  told(page);
  const path = join(folder, "long.csv");
  const out = createWriteStream(path);
  const many = `${persons(5000, {}).join("\n")}\n`;
  out.write(`${header.join()}\n`);
  for (let i = 0; i < 200; i++) out.write(many);
  await new Promise<void>((resolve) => void out.end(resolve));
  await choose(page, path);
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await page.getByRole("progressbar", { name: "Lecture du fichier" }).waitFor();
  await page.getByRole("button", { name: "Arrêter" }).click();
  await page.getByRole("button", { name: "Lire le fichier" }).waitFor();
  expect(await page.getByRole("progressbar").count()).toBe(0);
});

test("an administrator says how few are too few", async () => {
  const { page } = author;
  told(page);
  await choose(page, csv(file));
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await said(page, /^Environ 100 personnes sur 1\s000/);
  const admin = await signIn(demo, /Sacha/);
  await admin.page.goto(address);
  const size = admin.page.getByRole("spinbutton", { name: "Plus petit groupe compté" });
  await size.fill("4");
  expect(await admin.page.getByRole("button", { name: "Enregistrer", exact: true }).isDisabled()).toBe(true);
  await size.fill("100");
  await admin.page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await admin.page.getByText("Un groupe de moins de 100 personnes n’est jamais compté").waitFor();
  expect(admin.faults).toEqual([]);
  await admin.context.close();
  await page.reload();
  await said(page, "Un groupe de moins de 100 personnes n’est jamais compté");
});

test("no request carried anything of the file, and the worker that read it can send nothing", async () => {
  expect(sent.some((request) => request.includes("drafts.save"))).toBe(true);
  expect(sent.filter((request) => request.includes(mark) || request.includes("Quelqu"))).toEqual([]);
  const worker = sent.find((request) => request.includes("/assets/cohort.worker-"))?.split(" ")[0] ?? "";
  const policy = (await fetch(worker)).headers.get("content-security-policy");
  expect(policy).toBe("default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'");
  expect(author.faults).toEqual([]);
});

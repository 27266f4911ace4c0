// What is seen of a simulation is taken along: as an address that shows somebody else the same, as a file for a
// spreadsheet, and on paper.
import { readFile } from "node:fs/promises";
import papa from "papaparse";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { author, Console, openDraft, selfCare } from "../apps/server/test/clients.ts";
import { withThreshold16 } from "../apps/server/test/journey.ts";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { lettersIn, lettersOf, readPdf } from "./pdf.ts";

const simulation = `/p/${selfCare}/simulation`;
/** Whom the threshold moved from 15 to 16 moves. */
const moved = ["PA03", "PA55"];

const demo = openDemo();
let page: Page;
let faults: readonly string[];

beforeAll(async () => {
  const camille = await Console.of(demo.url, author);
  const { id, revision, ruleSet } = await openDraft(camille, selfCare);
  const edited = { id, expectedRevision: revision, ruleSet: withThreshold16(ruleSet) };
  const { status, text } = await camille.mutate("drafts.save", edited);
  if (status !== 200) throw new Error(text);
  ({ page, faults } = await signIn(demo, /Camille/));
});

const rowsOf = async (): Promise<number> =>
  Number(await page.getByRole("table", { name: "Profils et critères" }).getAttribute("aria-rowcount")) - 1;

test("the address says what is shown, and shows it again", async () => {
  await page.goto(simulation);
  await expect.poll(rowsOf).toBe(100);
  await page.getByRole("combobox", { name: "Profils montrés" }).selectOption("moved");
  await expect.poll(rowsOf).toBe(2);
  await page.getByText("Différences", { exact: true }).click();
  const address = new URL(page.url());
  expect([...address.searchParams.entries()]).toEqual(
    expect.arrayContaining([
      ["montrer", "changes"],
      ["vue", "differences"],
    ]),
  );
  const { page: other } = await signIn(demo, /Dominique/);
  await other.goto(address.pathname + address.search);
  await expect
    .poll(() => other.getByRole("rowheader").allInnerTexts())
    .toEqual(moved.map((id) => expect.stringContaining(id)));
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("f");
  await expect.poll(() => new URL(page.url()).searchParams.get("montrer")).toBe("ecarts");
  // What the address cannot mean is left aside.
  await page.goto(`${simulation}?montrer=%22%3E&vue=x&decision=nothing&reponse=nobody`);
  await page.getByRole("button", { name: "Montrer tous les profils" }).click();
  await expect.poll(rowsOf).toBe(100);
});

test("a file for a spreadsheet has a line for each profile shown and a column for each criterion", async () => {
  await page.goto(`${simulation}?montrer=changes`);
  await expect.poll(rowsOf).toBe(2);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Enregistrer en CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`simulation-${selfCare}.csv`);
  const text = await readFile(await file.path(), "utf8");
  const { data, errors } = papa.parse<readonly string[]>(text.replace("\uFEFF", "").trim());
  expect(errors).toEqual([]);
  const [head = [], ...lines] = data;
  expect(head.slice(0, 6)).toEqual([
    "Profil",
    "Titre du profil",
    "Version 1",
    "Ébauche",
    "Attendu",
    "Verdict",
  ]);
  expect(head.length - 6).toBe(21);
  expect(new Set(data.map((line) => line.length))).toEqual(new Set([head.length]));
  expect(lines.map(([id]) => id)).toEqual(moved);
  for (const [, , before, after, expected, verdict] of lines) {
    expect(after).not.toBe(before);
    expect(expected).toBe(before);
    expect(verdict).toBe("en écart avec l’attendu");
  }
});

test("on paper every profile has its line, with what decides it, and a draft is not taken for a version", async () => {
  await page.goto(simulation);
  await expect.poll(rowsOf).toBe(100);
  await page.getByRole("button", { name: "Imprimer ou PDF" }).click();
  await page.getByRole("article", { name: "Simulation à imprimer" }).waitFor();
  expect(await violations(page)).toEqual([]);
  const pdf = await readPdf(await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true }));
  expect(pdf.tagged).toBe(true);
  expect(pdf.language).toBe("fr");
  expect(pdf.pages.map(({ width, height }) => [width, height])).toEqual(pdf.pages.map(() => [612, 792]));
  const letters = lettersIn(pdf);
  const lines = await page.locator("article tr[data-profile]").allInnerTexts();
  expect(lines).toHaveLength(100);
  for (const line of lines)
    for (const cell of line.split("\t")) expect(letters).toContain(lettersOf(cell.trim()));
  for (const { texts } of pdf.pages)
    expect(lettersOf(texts.map((t) => t.text).join(""))).toContain(lettersOf("BROUILLON"));
  await page.getByRole("button", { name: "Retour à l’écran" }).click();
  await expect.poll(rowsOf).toBe(100);
  expect(faults).toEqual([]);
});

// Where a number is typed, in a sentence, a threshold or a profile: what is no number there keeps what was typed, is said in
// words that the field is described by, and blames nobody.
import { expect, test } from "vitest";
import { author, Console, newDraft, selfCare } from "../apps/server/test/clients.ts";
import { signIn } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();
const home = `/p/${selfCare}`;

const fields: readonly (readonly [screen: string, name: RegExp])[] = [
  ["vocabulaire", /^Valeur – PHQ-9 : score à partir/],
  ["profils/PA03", /^Score total au PHQ-9/],
  ["garanties", /valeur$/],
];
/** Empty, too big, too small, of the wrong kind, not whole. */
const wrong = ["", "999", "-5", "douze", "7,25"];
const speaks =
  /^(Entrez (un nombre|la valeur), de|« .+ » n’est pas un nombre|.+ est hors de l’échelle|.+ n’est pas un nombre entier)/u;
const blames = /invalid|erreur|requis|refus|interdit|obligatoire|oups|désolé|s’il vous plaît|incorrect/iu;

test.each(fields)("%s: a number that is none is kept and spoken about", async (screen, name) => {
  await newDraft(await Console.of(demo.url, author), selfCare);
  const { page, faults } = await signIn(demo, /Camille/);
  await page.goto(`${home}/${screen}`);
  if (screen === "garanties")
    await page.getByRole("button", { name: "Modifier – SP5", exact: true }).press("Enter");
  const field = page.getByRole("spinbutton", { name }).or(page.getByRole("textbox", { name })).first();
  const settled = await field.inputValue();
  for (const text of wrong) {
    await field.fill(text);
    await expect.poll(() => field.getAttribute("aria-invalid"), { message: text }).toBe("true");
    expect(await field.inputValue()).toBe(text);
    const ids = `${(await field.getAttribute("aria-describedby")) ?? ""} ${(await field.getAttribute("aria-errormessage")) ?? ""}`;
    const said: string[] = [];
    for (const id of ids.split(/\s+/).filter(Boolean))
      said.push((await page.locator(`[id="${id}"]`).innerText()).replaceAll(/\s/gu, " "));
    expect(said.join(" "), `« ${text} »`).toMatch(speaks);
    expect(said.join(" "), `« ${text} »`).not.toMatch(blames);
  }
  await field.fill(settled);
  await expect.poll(() => field.getAttribute("aria-invalid")).not.toBe("true");
  expect(faults).toEqual([]);
});

// A criterion edited at random, by its words, its switch and its sentence: every edit is one step, all of them taken back leave
// the draft as it was to the byte, and taken again as it became, over a reload.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Draft } from "../packages/api/src/schemas.ts";
import { author, Console, newDraft, selfCare } from "../apps/server/test/clients.ts";
import { chanceFrom, freshSeed } from "../packages/engine/test/arbitraries.ts";
import { howMany } from "../packages/engine/test/small/how-many.ts";
import { signIn } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();
const seed = Number(process.env["SEED"] ?? freshSeed());
const chance = chanceFrom(seed);
const edits = howMany({ quick: 12, long: 200 });

const texts = ["Titre", "Justification"] as const;
/** What may be done to a condition, and from how many of them on: no two are alike, so that every move is a change. */
const steps = [
  [/^Monter : /, 1],
  [/^Descendre : /, 1],
  // Never the last ones: there is always something to move.
  [/^Retirer : /, 7],
] as const;

/** Edits the page at random, once; the text that was typed in, in either language: typing on in it would be the same step. */
async function edit(page: Page, n: number, last: string): Promise<string> {
  const kind = chance.below(3);
  if (kind === 0) {
    await page.getByRole("switch", { name: "Actif" }).press("Space");
    return "";
  }
  if (kind === 1) {
    const text = chance.pick(texts.filter((name) => name !== last));
    const field = page.getByRole("textbox", { name: `${text} (${chance.pick(["Français", "Anglais"])})` });
    await field.fill(`Mot ${n}, ${chance.below(1_000_000)}`);
    return text;
  }
  const [name, atLeast] = chance.pick(steps);
  const buttons = page.locator("main").getByRole("button", { name, disabled: false });
  const count = await buttons.count();
  if (count < atLeast) return edit(page, n, last);
  await buttons.nth(chance.below(count)).press("Enter");
  return "";
}

test(`${edits} random edits are taken back to the byte, and taken again (SEED=${seed})`, async () => {
  const camille = await Console.of(demo.url, author);
  const draft = await newDraft(camille, selfCare);
  const onServer = async (): Promise<string> =>
    JSON.stringify((await camille.query<Draft>("drafts.get", { id: draft.id })).data.ruleSet);
  const start = await onServer();
  const { page, faults } = await signIn(demo, /Camille/);
  await page.goto(`/p/${selfCare}/criteres/A-C1`);
  const [undo, redo] = ["Annuler la dernière modification", "Rétablir"].map((name) =>
    page.getByRole("button", { name, exact: true }),
  );
  if (!undo || !redo) throw new Error("two buttons");
  const saved = page.getByRole("region", { name: "État de l’ébauche" }).getByText(/enregistré à/);
  await page.getByRole("switch", { name: "Actif" }).waitFor();

  let last = "";
  for (let n = 0; n < edits; n += 1) last = await edit(page, n, last);
  await saved.waitFor();
  await expect.poll(onServer).not.toBe(start);
  await page.reload();
  await saved.waitFor();
  const end = await onServer();

  /** Presses until there is nothing left, loading the page anew half way; how often. */
  const all = async (button: typeof undo): Promise<number> => {
    await button.and(page.locator(":enabled")).waitFor();
    let count = 0;
    for (; await button.isEnabled(); count += 1) {
      await button.press("Enter");
      if (count !== Math.floor(edits / 2)) continue;
      await saved.waitFor();
      await page.reload();
      await button.and(page.locator(":enabled")).waitFor();
    }
    return count;
  };
  expect(await all(undo)).toBe(edits);
  await expect.poll(onServer).toBe(start);
  expect(await all(redo)).toBe(edits);
  await expect.poll(onServer).toBe(end);
  expect(faults).toEqual([]);
}, 3_600_000);

// The drawer of the simulation that explains an answer, as a reader opens and reads it.
import type { Locator, Page } from "playwright-core";
import type { Decision, Result } from "../packages/engine/src/index.ts";
import { textIn, typeset } from "../packages/engine/src/words/index.ts";

/** A text with its spaces made ordinary ones. */
export const plain = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/** What a decision must be seen to answer, in French; undefined for one that suggests several. */
export function label(decision: Decision, result: Result): string | undefined {
  const got = result.decisions[decision.id];
  if (got?.kind !== "one") return undefined;
  const named = decision.outcomes.find((o) => o.id === got.state)?.label;
  const text = named ?? decision.states?.[got.state as "@undetermined"]?.label;
  return text && plain(typeset(textIn(text, "fr"), "fr"));
}

/** Opens the simulation of a program and there, with the keyboard, the explanation of what a profile gets. */
export async function explanationOf(page: Page, program: string, profile: string): Promise<Locator> {
  await page.goto(`/p/${program}/simulation`);
  await page.getByRole("table", { name: "Profils et critères" }).waitFor();
  await page.evaluate(() => document.querySelector("table")?.parentElement?.scrollTo(0, 0));
  const cell = page.getByRole("button", { name: new RegExp(`Expliquer la réponse de ${profile}$`) });
  // Only rows in sight are in the page.
  for (let far = 0; (await cell.count()) === 0 && far < 80; far += 1)
    await page.evaluate(() => document.querySelector("table")?.parentElement?.scrollBy(0, 200));
  await cell.press("Enter");
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("combobox", { name: "Renseignement à essayer" }).waitFor();
  return drawer;
}

/** The part of the drawer that says what a decision answers, and why. */
export function answerSection(drawer: Locator, decision: Decision): Locator {
  return drawer.getByRole("region", { name: plain(textIn(decision.title, "fr")), exact: true });
}

// A draft that may not be published says why: whoever is no longer answered as expected is named, and so is the criterion
// that has a gap; a link goes to the cause, and once it is mended the line is gone, without loading anything anew.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { author, Console, newDraft } from "../apps/server/test/clients.ts";
import { compareWithExpected, evaluate, type Profile, type RuleSet } from "../packages/engine/src/index.ts";
import { textIn, typeset } from "../packages/engine/src/words/index.ts";
import { anyDay, programs } from "../packages/engine/test/reference-programs.ts";
import { isLong, shareOf } from "../packages/engine/test/small/how-many.ts";
import { signIn } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { plain } from "./explanation.ts";

const demo = openDemo();

interface Fault {
  readonly name: string;
  /** The screen below the program's where it is made. */
  readonly screen: string;
  readonly make: (page: Page) => Promise<void>;
  /** The gate that stops it, and what its line must name. */
  readonly gate: RegExp;
  readonly names: readonly string[];
}

function failingBy(profiles: readonly Profile[], ruleSet: RuleSet): readonly Profile[] {
  return profiles.filter(({ facts, expected, evaluatedOn = anyDay }) => {
    const { result } = evaluate(ruleSet, facts, evaluatedOn);
    return compareWithExpected(expected, result).length > 0;
  });
}

const nameOf = ({ id, title }: Profile): string => `${id} – ${plain(typeset(textIn(title, "fr"), "fr"))}`;

/** A criterion switched off, and a threshold of another value, where saved people are answered otherwise by it. */
function faultsOf({ ruleSet, profiles }: (typeof programs)[number]): readonly Fault[] {
  const gate = /^Simuler les profils/;
  const off = ruleSet.criteria.flatMap((criterion): readonly Fault[] => {
    const criteria = ruleSet.criteria.map((c) => (c === criterion ? { ...c, enabled: false } : c));
    const failing = failingBy(profiles, { ...ruleSet, criteria });
    if (failing.length === 0) return [];
    const make = (page: Page): Promise<void> => page.getByRole("switch", { name: "Actif" }).press("Space");
    const screen = `criteres/${criterion.id}`;
    return [{ name: `${criterion.id} off`, screen, make, gate, names: failing.map(nameOf) }];
  });
  const moved = ruleSet.parameters.flatMap((parameter): readonly Fault[] => {
    const value = parameter.value + 1;
    const parameters = ruleSet.parameters.map((p) => (p === parameter ? { ...p, value } : p));
    const failing = failingBy(profiles, { ...ruleSet, parameters });
    if (failing.length === 0) return [];
    const field = `Valeur – ${textIn(parameter.label, "fr")}`;
    const make = (page: Page): Promise<void> =>
      page.getByRole("textbox", { name: field }).fill(String(value));
    return [{ name: parameter.id, screen: "vocabulaire", make, gate, names: failing.map(nameOf) }];
  });
  return [...moved, ...off];
}

test.each(programs)(
  "$program: why it may not be published is said, and where to mend it",
  async (program) => {
    const camille = await Console.of(demo.url, author);
    await newDraft(camille, program.program);
    const { page, faults } = await signIn(demo, /Camille/);
    const home = `/p/${program.program}`;
    const rail = page.getByRole("navigation", { name: "Programme" });
    const strip = page.getByRole("region", { name: "État de l’ébauche" });
    const all = faultsOf(program);
    expect(all.length).toBeGreaterThan(isLong ? 20 : 5);
    for (const { name, screen, make, gate, names } of isLong ? all : shareOf(all, { everyNth: 16 })) {
      await page.goto(`${home}/${screen}`);
      await strip.waitFor();
      await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
      await make(page);
      await rail.getByRole("link", { name: "Publication" }).press("Enter");
      const task = page
        .getByRole("listitem")
        .filter({ has: page.getByRole("heading", { level: 2, name: gate }) });
      const links = task.getByRole("link", { name: / – / });
      await links.first().waitFor();
      for (const folded of await task.locator("details:not([open]) > summary").all())
        await folded.press("Enter");
      const said = (await links.allInnerTexts()).map(plain);
      expect([...said].sort(), name).toEqual([...names].sort());
      await links.first().press("Enter");
      await expect
        .poll(
          async () =>
            plain(await page.evaluate(() => document.activeElement?.closest("main")?.textContent ?? "")),
          { message: name },
        )
        .toContain(said[0]?.split(" – ")[1]);
      await page.keyboard.press("Control+z");
      await rail.getByRole("link", { name: "Publication" }).press("Enter");
      await task.waitFor();
      await expect.poll(() => links.count(), { message: name }).toBe(0);
      expect(await page.evaluate(() => "isSamePage" in globalThis), name).toBe(true);
    }
    expect(faults).toEqual([]);
  },
  3_600_000,
);

// Two people in one draft at the same time: different parts of one criterion are joined without a word, the same part is a
// question in words, and what is chosen is what both then have.
import type { Page } from "playwright-core";
import { expect, onTestFailed, test } from "vitest";
import type { Draft } from "../packages/api/src/schemas.ts";
import { author, Console, newDraft, selfCare } from "../apps/server/test/clients.ts";
import { chanceFrom, freshSeed } from "../packages/engine/test/arbitraries.ts";
import { howMany } from "../packages/engine/test/small/how-many.ts";
import { signIn, violations, type Visit } from "./browser.ts";
import { openDemo } from "./demo.ts";

const criterion = "/p/autosoins-diriges/criteres/A-I1";
const demo = openDemo();

const seed = Number(process.env["SEED"] ?? freshSeed());
const chance = chanceFrom(seed);
const sessions = howMany({ quick: 3, long: 100 });

const field = (page: Page, name: string) => page.getByRole("textbox", { name: `${name} (Français)` });
const saved = (page: Page): Promise<void> =>
  page
    .getByRole("region", { name: "État de l’ébauche" })
    .getByText(/enregistré à/)
    .waitFor();

test("each part of a criterion has its own author; one part with two is asked about in words", async () => {
  const camille = await signIn(demo, /Camille/);
  const alex = await signIn(demo, /Alex/);
  onTestFailed(async () => {
    await alex.page.screenshot({ path: "test-results/two-editors.png", fullPage: true });
  });
  await camille.page.goto(criterion);
  await camille.page.getByRole("button", { name: "Modifier" }).click();
  await expect.poll(() => field(camille.page, "Titre").isEnabled(), { timeout: 15_000 }).toBe(true);
  await alex.page.goto(criterion);
  await expect.poll(() => field(alex.page, "Titre").isEnabled(), { timeout: 15_000 }).toBe(true);

  // Another part of the same criterion.
  await camille.page.bringToFront();
  await field(camille.page, "Titre").fill("Titre de Camille");
  await saved(camille.page);
  await alex.page.bringToFront();
  await field(alex.page, "Justification").fill("Raison d’Alex");
  await alex.page.getByText("Les changements qui ne se touchent pas ont été réunis.").waitFor();
  expect(await field(alex.page, "Titre").inputValue()).toBe("Titre de Camille");
  expect(await field(alex.page, "Justification").inputValue()).toBe("Raison d’Alex");
  await alex.page.getByRole("button", { name: "Fermer" }).click();
  await saved(alex.page);

  // The same part.
  await camille.page.bringToFront();
  await expect
    .poll(() => field(camille.page, "Justification").inputValue(), { timeout: 45_000 })
    .toBe("Raison d’Alex");
  // Alex types before hearing of what Camille wrote.
  await alex.context.setOffline(true);
  await field(camille.page, "Titre").fill("Autre titre de Camille");
  await saved(camille.page);
  await alex.page.bringToFront();
  await field(alex.page, "Titre").fill("Titre d’Alex");
  await alex.context.setOffline(false);
  const question = alex.page.getByRole("radiogroup", { name: /A-I1/ });
  await question.waitFor({ timeout: 30_000 });
  const words = (await question.innerText()).replaceAll("\u00a0", " ");
  expect(words).toMatch(/Le vôtre\s+.*Titre d’Alex/);
  expect(words).toMatch(/Celui de Camille Tremblay\s+.*Autre titre de Camille/);
  expect(words).not.toMatch(/[{}[\]]/);
  expect(await violations(alex.page)).toEqual([]);
  await alex.page.screenshot({ path: "test-results/two-editors-fr.png" });
  await question.getByRole("radio", { name: /Celui de Camille/ }).check();
  await alex.page.getByRole("button", { name: "Garder ce choix" }).click();
  await saved(alex.page);
  expect(await field(alex.page, "Titre").inputValue()).toBe("Autre titre de Camille");
  expect([...camille.faults, ...alex.faults]).toEqual([]);
}, 240_000);

const texts = [
  { label: "Titre (Français)", of: "title", lang: "fr" },
  { label: "Titre (Anglais)", of: "title", lang: "en" },
  { label: "Justification (Français)", of: "rationale", lang: "fr" },
  { label: "Justification (Anglais)", of: "rationale", lang: "en" },
] as const;
type TextOf = (typeof texts)[number];
const typedIn = (page: Page, { label }: TextOf) => page.getByRole("textbox", { name: label });
/** Which words are chosen, where both wrote in the same place. */
const choices = {
  mine: /^Le vôtre/,
  theirs: /^Celui de /,
  both: /^Garder les deux/,
} as const;

test(`random sessions of two people: whoever comes second is told, and no word is lost (SEED=${seed})`, async () => {
  const api = await Console.of(demo.url, author);
  const { id } = await newDraft(api, selfCare);
  const inDraft = `${criterion}?ebauche=${id}`;
  const people = [await signIn(demo, /Camille/), await signIn(demo, /Alex/)] as const;
  for (const { page } of people) await page.goto(inDraft);
  for (const { page } of people) await expect.poll(() => typedIn(page, texts[0]).isEnabled()).toBe(true);

  /** What the server has in each field. */
  const onServer = async (): Promise<readonly string[]> => {
    const { ruleSet } = (await api.query<Draft>("drafts.get", { id })).data;
    const found = ruleSet.criteria.find((c) => c.id === "A-I1");
    return texts.map(({ of, lang }) => found?.[of]?.[lang] ?? "");
  };
  const onPage = ({ page }: Visit): Promise<readonly string[]> =>
    Promise.all(texts.map((text) => typedIn(page, text).inputValue()));
  /** Both see what the server has, as they would some seconds later by themselves. */
  const meet = async (): Promise<void> => {
    const has = await onServer();
    for (const person of people) {
      await person.page.evaluate(() => {
        dispatchEvent(new Event("offline"));
        dispatchEvent(new Event("online"));
      });
      await expect.poll(() => onPage(person)).toEqual(has);
    }
  };

  for (let n = 0; n < sessions; n += 1) {
    await meet();
    const isCamilleFirst = chance.below(2) === 0;
    const [first, second] = isCamilleFirst ? people : ([people[1], people[0]] as const);
    const a = chance.pick(texts);
    const b = chance.below(2) === 0 ? a : chance.pick(texts);
    const [early, late] = [`Mots ${n} de qui écrit d’abord`, `Mots ${n} de qui écrit ensuite`];
    const about = `session ${n}: ${a.label}, ${b.label}`;
    const expected = [...(await onServer())];
    // The second types before hearing of what the first wrote.
    await second.context.setOffline(true);
    await typedIn(first.page, a).fill(early);
    expected[texts.indexOf(a)] = early;
    await expect.poll(onServer, { message: about }).toEqual(expected);
    await typedIn(second.page, b).fill(late);
    await second.context.setOffline(false);
    const question = second.page.getByRole("radiogroup", { name: /A-I1/ });
    if (a === b) {
      const words = (await question.innerText()).replaceAll("\u00a0", " ");
      expect(words, about).toContain(early);
      expect(words, about).toContain(late);
      const choice = chance.pick(["mine", "theirs", "both"] as const);
      await question.getByRole("radio", { name: choices[choice] }).check();
      await second.page.getByRole("button", { name: "Garder ce choix" }).click();
      if (choice !== "theirs") expected[texts.indexOf(b)] = late;
      if (choice === "both") expected[texts.indexOf(b)] = `${late} ${early}`;
    } else {
      await second.page.getByText("Les changements qui ne se touchent pas ont été réunis.").waitFor();
      await second.page.getByRole("button", { name: "Fermer" }).click();
      expected[texts.indexOf(b)] = late;
    }
    await expect.poll(onServer, { message: about }).toEqual(expected);
    expect(await onPage(second), about).toEqual(expected);
  }
  await meet();
  expect(people.flatMap(({ faults }) => faults)).toEqual([]);
}, 3_600_000);

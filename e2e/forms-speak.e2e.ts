// Where something is written: what does not fit is kept as it was typed, is said in words that the field is described by, and
// blames nobody; whoever goes on without is led to the first field that lacks something. Numbers in a sentence, a threshold
// or a profile say so at once; forms, once somebody goes on.
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { author, Console, newDraft, selfCare } from "../apps/server/test/clients.ts";
import { shareOf } from "../packages/engine/test/small/how-many.ts";
import { signIn } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { forms, type Fault } from "./forms.ts";
import { furnishing } from "./furnished.ts";

const demo = openDemo(furnishing);
const home = `/p/${selfCare}`;

beforeAll(async () => {
  await newDraft(await Console.of(demo.url, author), selfCare);
});

interface NumberField {
  readonly screen: string;
  readonly name: RegExp;
  readonly who?: RegExp;
  /** What brings the field to the page. */
  readonly open?: (page: Page) => Promise<void>;
}
const numbers: readonly NumberField[] = [
  { screen: "/vocabulaire", name: /^Valeur – PHQ-9 : score à partir/ },
  { screen: "/profils/PA03", name: /^Score total au PHQ-9/ },
  {
    screen: "/garanties",
    name: /valeur$/,
    open: (page) => page.getByRole("button", { name: "Modifier – SP5", exact: true }).press("Enter"),
  },
  {
    screen: "",
    name: /^Mois après la publication/,
    who: /Sacha/,
    async open(page) {
      await page.getByRole("button", { name: "Changer les échéances" }).press("Enter");
      await page.getByRole("radio", { name: /^Quelques mois/ }).check();
    },
  },
  { screen: "/cohorte", name: /^Plus petit groupe compté/, who: /Sacha/ },
];
/** Empty, too big, too small, of the wrong kind, not whole. */
const wrong = ["", "999", "-5", "douze", "7,25"];
const speaks =
  /^(Entrez (un nombre|la valeur), de|« .+ » n’est pas un nombre|.+ est hors de l’échelle|.+ n’est pas un nombre entier)/u;
const blames =
  /invalid|erreur|requis|refus|interdit|obligatoire|oups|désolé|s’il vous plaît|veuillez|incorrect/iu;

/** The words that the field is described by. */
async function saidOf(field: Locator): Promise<string> {
  const of = async (name: string): Promise<string> => (await field.getAttribute(name)) ?? "";
  const ids = `${await of("aria-errormessage")} ${await of("aria-describedby")}`.split(/\s+/).filter(Boolean);
  const said = await Promise.all(ids.map((id) => field.page().locator(`[id="${id}"]`).allInnerTexts()));
  return said
    .flat()
    .join("\n")
    .replaceAll(/[^\S\n]/gu, " ");
}

test.each(shareOf(numbers, { everyNth: 2 }))(
  "$screen: a number that is none is kept and spoken about",
  async (one) => {
    const { screen, name, who = /Camille/, open } = one;
    const { page, faults, context } = await signIn(demo, who);
    await page.goto(`${home}${screen}`);
    await open?.(page);
    const field = page.getByRole("spinbutton", { name }).or(page.getByRole("textbox", { name })).first();
    const settled = await field.inputValue();
    for (const text of wrong) {
      await field.fill(text);
      await expect.poll(() => field.getAttribute("aria-invalid"), { message: text }).toBe("true");
      expect(await field.inputValue()).toBe(text);
      const said = await saidOf(field);
      expect(said, `« ${text} »`).toMatch(speaks);
      expect(said, `« ${text} »`).not.toMatch(blames);
    }
    await field.fill(settled);
    await expect.poll(() => field.getAttribute("aria-invalid")).not.toBe("true");
    expect(faults).toEqual([]);
    await context.close();
  },
);

/** What is wrong with where the focus is after somebody went on: on a field with a fault and its words, the first of them. */
async function ledAstray(form: Locator, page: Page): Promise<readonly string[]> {
  const marked = form.locator("[aria-invalid=true]");
  const focused = page.locator(":focus");
  await expect
    .poll(() => focused.evaluate((e) => e.matches("[aria-invalid=true], [role=alert]")).catch(() => false))
    .toBe(true);
  const isFirst = await marked.first().evaluate((e) => e === document.activeElement);
  const all = await marked.all();
  const said = await Promise.all(all.map(saidOf));
  return [
    ...(isFirst ? [] : ["the focus is not on the first field with a fault"]),
    ...said.filter((words) => words === "").map(() => "a field with a fault says nothing"),
    ...said.filter((words) => blames.test(words)),
  ];
}

/** What is wrong with what the form says of something typed that it cannot take. */
async function unsaidNow(form: Locator, { field, typed, says }: Fault): Promise<readonly string[]> {
  const named = form.getByLabel(field, { exact: typeof field === "string" }).first();
  const about = `${String(field)}, « ${typed.slice(0, 20)} »`;
  const said = await saidOf(named);
  return [
    ...((await named.getAttribute("aria-invalid")) === "true" ? [] : [`${about}: not marked`]),
    ...((await named.inputValue()) === typed ? [] : [`${about}: not kept`]),
    ...(said.split("\n").some((line) => says.test(line)) ? [] : [`${about} says: ${said}`]),
    ...(blames.test(said) ? [`${about} blames: ${said}`] : []),
  ];
}

/** The same, once the form had the time to say it: some wait for the server. */
async function unsaid(form: Locator, fault: Fault): Promise<readonly string[]> {
  for (const end = Date.now() + 5_000; ;) {
    const found = await unsaidNow(form, fault);
    if (found.length === 0 || Date.now() > end) return found;
  }
}

test.each(shareOf(forms, { everyNth: 4 }))(
  "$name: what it lacks and what does not fit is said at the field, and one is led there",
  async ({ who, path, open, go, lacksWhenEmpty, faults: cases }) => {
    const { page, faults, context } = await signIn(demo, new RegExp(who));
    await page.goto(path);
    const form = await open(page);
    const goOn = form.getByRole("button", { name: go ?? "", exact: typeof go === "string" }).first();
    const found: string[] = [];
    if (lacksWhenEmpty) {
      await goOn.press("Enter");
      found.push(...(await ledAstray(form, page)));
    }
    for (const fault of cases) {
      const field = form.getByLabel(fault.field, { exact: typeof fault.field === "string" }).first();
      const before = await field.inputValue();
      await field.fill(fault.typed);
      if (go !== null) await goOn.press("Enter");
      found.push(...(await unsaid(form, fault)));
      if (go !== null) found.push(...(await ledAstray(form, page)));
      await field.fill(before);
    }
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
);

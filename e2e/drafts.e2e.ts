// Two people, two drafts of one program, in real browsers: one is published, the other collides with it, is brought to
// it by choosing, and shows whom the two together give what neither gave. Publishing itself is tested elsewhere.
import type { Draft, Published, SavedDraft } from "../packages/api/src/schemas.ts";
import type { Page } from "playwright-core";
import { beforeAll, expect, onTestFailed, test } from "vitest";
import { openDraft } from "../apps/server/test/clients.ts";
import { castOf, makeSmallProgram, throughReview, type Cast } from "../apps/server/test/small-program.ts";
import { signIn, violations, visit } from "./browser.ts";
import { openDemo } from "./demo.ts";

const program = "deux-ebauches";
const home = `/p/${program}`;
const limit = "Valeur – Âge à partir duquel";

const demo = openDemo();
let cast: Cast;

beforeAll(async () => {
  await makeSmallProgram(demo.url, program);
  cast = await castOf(demo.url, program);
  const draft = await openDraft(cast.author, program);
  const [criterion] = draft.ruleSet.criteria;
  const saved = await cast.author.mutate<SavedDraft>("drafts.save", {
    id: draft.id,
    expectedRevision: draft.revision,
    ruleSet: {
      ...draft.ruleSet,
      parameters: [
        {
          id: "ageLimit",
          label: { fr: "Âge à partir duquel", en: "Age from which" },
          value: 65,
          rationale: { fr: "À confirmer.", en: "To be confirmed." },
          sources: [],
        },
      ],
      facts: [
        ...draft.ruleSet.facts,
        {
          id: "ageYears",
          label: { fr: "Âge", en: "Age" },
          question: { fr: "Quel est l’âge?", en: "How old?" },
          type: "integer",
          range: { min: 0, max: 120 },
          whenUnknown: "block",
          safety: false,
          sources: [],
        },
      ],
      // Prepared, and switched off: which age it is about changes nothing for anybody yet.
      criteria: [
        ...draft.ruleSet.criteria,
        {
          ...criterion,
          id: "C2",
          title: { fr: "La personne est âgée.", en: "The person is a senior." },
          when: { fact: "ageYears", operator: "greaterThanInclusive", value: { parameter: "ageLimit" } },
          enabled: false,
        },
      ],
    },
  });
  await publish({ id: draft.id, hash: saved.data.hash });
}, 120_000);

async function publish(draft: Pick<Draft, "id" | "hash">): Promise<number> {
  const { id, hash } = await throughReview(cast, draft);
  const done = await cast.reviewer.mutate<Published>("publish.publish", {
    id,
    hash,
    idempotencyKey: crypto.randomUUID(),
    channel: "production",
    message: "Publiée",
  });
  if (done.status !== 200) throw new Error(done.text);
  return done.data.number;
}

const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole("main").getByText(text).first().waitFor();
const draftIn = (page: Page): string => new URL(page.url()).searchParams.get("ebauche") ?? "";

/** The page as it stands, in both languages and both schemes: no violation, and a picture to look at. */
async function bothLooks(path: string, name: string, shows: RegExp): Promise<void> {
  for (const [lang, scheme] of [
    ["fr", "light"],
    ["en", "dark"],
  ] as const) {
    const visitor = await visit(demo.browser, demo.url, {
      scheme,
      locale: lang === "fr" ? "fr-CA" : "en-CA",
    });
    await visitor.page.goto(`/?lang=${lang}`);
    await visitor.page.getByRole("button", { name: /Alex/ }).first().click();
    await visitor.page.getByRole("table").first().waitFor();
    await visitor.page.goto(path);
    await said(visitor.page, shows);
    expect(await violations(visitor.page), `${name} ${lang} ${scheme}`).toEqual([]);
    await visitor.page.screenshot({ path: `test-results/${name}-${lang}-${scheme}.png`, fullPage: true });
    expect(visitor.faults).toEqual([]);
    await visitor.context.close();
  }
}

test("two drafts collide: chosen one by one, nothing lost, and what nobody wrote is shown", async () => {
  const camille = await signIn(demo, /Camille/);
  const alex = await signIn(demo, /Alex/);
  onTestFailed(async () => {
    await alex.page.screenshot({ path: `test-results/drafts-${Date.now()}.png`, fullPage: true });
    process.stderr.write(`${await alex.page.getByRole("main").ariaSnapshot()}\n`);
  });

  // Camille opens a draft; Alex another one beside it, under a name.
  await camille.page.goto(home);
  await camille.page.getByRole("button", { name: "Ouvrir une ébauche" }).click();
  await said(camille.page, "Ébauche basée sur la version 1");
  await alex.page.goto(home);
  await said(alex.page, "Camille Tremblay");
  await alex.page.getByRole("button", { name: "Nouvelle ébauche…" }).click();
  const name = alex.page.getByRole("textbox", { name: "Nom de l’ébauche" });
  await name.fill("Camille Tremblay");
  await name.press("Enter");
  await alex.page.getByText("Une autre ébauche ouverte de ce programme porte déjà ce nom.").waitFor();
  await name.fill("Essai d’Alex");
  await name.press("Enter");
  const shown = alex.page.getByRole("button", { name: /^Ébauche à l’écran/ });
  await expect.poll(() => shown.innerText()).toBe("Essai d’Alex");
  const mine = draftIn(alex.page);
  expect(mine).toMatch(/^[0-9a-f-]{36}$/);

  // Which draft is on screen is in the address, stays from page to page, and is changed by the keyboard alone.
  await alex.page.getByRole("link", { name: "Vocabulaire" }).click();
  await alex.page.getByRole("textbox", { name: limit, exact: true }).waitFor();
  expect(draftIn(alex.page)).toBe(mine);
  // The heading of a new page has the focus before a key can go on from there.
  await alex.page.locator("#page-title:focus").waitFor();
  await shown.focus();
  await alex.page.keyboard.press("Enter");
  await alex.page.getByRole("menuitem", { name: "Camille Tremblay" }).waitFor();
  // Shown is not yet focused, on a busy machine.
  await alex.page.locator("[role=menu] :focus").first().waitFor({ state: "attached" });
  await alex.page.keyboard.press("ArrowDown");
  await alex.page.keyboard.press("Enter");
  await expect.poll(() => shown.innerText()).toBe("Camille Tremblay");
  const theirs = draftIn(alex.page);
  expect(theirs).not.toBe(mine);
  expect(new URL(alex.page.url()).pathname).toBe(`${home}/vocabulaire`);
  await alex.page.goBack();
  await expect.poll(() => shown.innerText()).toBe("Essai d’Alex");
  expect(await violations(alex.page)).toEqual([]);

  // Both change the same threshold; Alex also switches the criterion on that reads it.
  await camille.page.goto(`${home}/vocabulaire`);
  await camille.page.getByRole("textbox", { name: limit, exact: true }).fill("60");
  await said(camille.page, /enregistré à/);
  const before = (await cast.reviewer.query<Draft>("drafts.get", { id: mine })).data;
  const criteria = before.ruleSet.criteria.map((c) => ({ ...c, enabled: true }));
  await cast.reviewer.mutate("drafts.save", {
    id: mine,
    expectedRevision: before.revision,
    ruleSet: { ...before.ruleSet, criteria },
  });
  await alex.page.reload();
  await alex.page.getByRole("textbox", { name: limit, exact: true }).fill("70");
  await expect
    .poll(
      async () =>
        (await cast.reviewer.query<Draft>("drafts.get", { id: mine })).data.ruleSet.parameters[0]?.value,
    )
    .toBe(70);
  await expect
    .poll(
      async () =>
        (await cast.reviewer.query<Draft>("drafts.get", { id: theirs })).data.ruleSet.parameters[0]?.value,
    )
    .toBe(60);

  // Camille's is published. Alex is told wherever Alex is, and by the gates.
  expect(await publish((await cast.author.query<Draft>("drafts.get", { id: theirs })).data)).toBe(2);
  await alex.page.reload();
  await said(alex.page, "La version 2 est en service. Cette ébauche part de la version 1.");
  await alex.page.getByRole("link", { name: "Publication" }).click();
  await said(alex.page, "L’ébauche part d’une version qui n’est plus en service");
  await bothLooks(
    `${home}/mise-a-jour?ebauche=${mine}`,
    "update-conflict",
    /1 (choix à faire|choice to make)/,
  );

  // Both ways, and one is chosen with the keyboard.
  await alex.page.getByRole("link", { name: "La mettre à jour" }).click();
  const question = alex.page.getByRole("radiogroup", { name: /Seuil «\sÂge à partir duquel\s» \(valeur\)/ });
  expect((await question.innerText()).replaceAll("\u00a0", " ")).toMatch(
    /Votre ébauche\s+Valeur : 70\.\s+Version 2\s+Valeur : 60\./,
  );
  await said(alex.page, /Au départ\. Valeur\s: 65\./);
  const update = alex.page.getByRole("button", { name: "Mettre à jour vers la version 2" });
  expect(await update.isDisabled()).toBe(true);
  await said(alex.page, "Encore 1 choix");
  await question.getByRole("radio", { name: /Votre ébauche/ }).focus();
  await alex.page.keyboard.press("ArrowDown");
  expect(await question.getByRole("radio", { name: /Version 2/ }).isChecked()).toBe(true);
  await update.focus();
  await alex.page.keyboard.press("Enter");

  // Brought to version 2 with what Alex alone changed; nobody wrote that people of 60 to 69 are stopped.
  await said(alex.page, "Ébauche basée sur la version 2");
  const after = (await cast.reviewer.query<Draft>("drafts.get", { id: mine })).data;
  expect(after).toMatchObject({ base: { number: 2 }, status: "editing", name: "Essai d’Alex" });
  expect(after.ruleSet.parameters[0]?.value).toBe(60);
  expect(after.ruleSet.criteria.every((c) => c.enabled)).toBe(true);
  await said(alex.page, /\d réponses? que ni l’une ni l’autre ne donnait/);
  const answers = alex.page.getByRole("table").filter({ hasText: "Ébauche mise à jour" });
  const rows = await answers.getByRole("row").allInnerTexts();
  expect(rows.join(" ")).toMatch(/Intervention immédiate/);
  expect(await violations(alex.page)).toEqual([]);
  // Taking a step back cannot take back what was published.
  expect(await alex.page.getByRole("button", { name: "Annuler" }).isDisabled()).toBe(true);
  await bothLooks(
    `${home}/mise-a-jour?ebauche=${mine}`,
    "update-done",
    /\d (réponses? que ni l’une|answers? that neither)/,
  );
  await bothLooks(`${home}?ebauche=${mine}`, "drafts-list", /Essai d’Alex/);
  await alex.page.getByRole("link", { name: "Révision" }).click();
  await said(alex.page, "Ce que les deux côtés font ensemble");
  expect([...alex.faults, ...camille.faults]).toEqual([]);
}, 180_000);

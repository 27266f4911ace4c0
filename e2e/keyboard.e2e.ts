// Without a pointer: from opening a draft to its publication by two people, with keys alone; every stop of Tab is seen, and
// what opens over the page gives the focus back.
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, onTestFailed, test } from "vitest";
import { author as camille, Console, newDraft, openDraft, selfCare } from "../apps/server/test/clients.ts";
import { castOf, makeSmallProgram, throughReview } from "../apps/server/test/small-program.ts";
import type { Profile } from "../packages/engine/src/index.ts";
import type { Published, SavedDraft } from "../packages/api/src/schemas.ts";
import { shareOf } from "../packages/engine/test/small/how-many.ts";
import { visit } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { Keys } from "./keyboard.ts";

const demo = openDemo();
const program = "sans-souris";

/** One question more than a program has that is made from nothing, and an answer that it may lead to: for who writes the rest. */
async function prepare(): Promise<void> {
  await makeSmallProgram(demo.url, program);
  const cast = await castOf(demo.url, program);
  const { id, revision, ruleSet, profiles } = await openDraft(cast.author, program);
  const aged = (profile: string, ageYears: number | null, state: string): Profile => ({
    id: profile,
    title: { fr: `Âge\u00a0: ${ageYears ?? "inconnu"}`, en: `Age: ${ageYears ?? "unknown"}` },
    tags: [],
    facts: { immediateDanger: false, ...(ageYears === null ? {} : { ageYears }) },
    provenance: "accepted-output",
    expected: { decisions: { orientation: state } },
  });
  const edited = {
    ...ruleSet,
    facts: [
      ...ruleSet.facts,
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
    decisions: ruleSet.decisions.map((decision) => ({
      ...decision,
      outcomes: [
        ...decision.outcomes.slice(0, 1),
        {
          id: "accompanied",
          label: { fr: "Accompagnement", en: "Support" },
          message: { fr: "Proposer un accompagnement.", en: "Offer support." },
          tone: "caution",
          override: true,
        },
        ...decision.outcomes.slice(1),
      ],
    })),
    criteria: [
      ...ruleSet.criteria,
      {
        id: "C2",
        title: { fr: "La personne a cent ans.", en: "The person is a hundred." },
        when: { fact: "ageYears", operator: "greaterThanInclusive", value: 100 },
        then: { decision: "orientation", outcome: "accompanied" },
        rationale: { fr: "Exemple.", en: "Example." },
        sources: [],
        origin: "beyond-source",
        enabled: true,
      },
    ],
  };
  const saved = await cast.author.mutate<SavedDraft>("drafts.save", {
    id,
    expectedRevision: revision,
    ruleSet: edited,
    profiles: [
      ...profiles.map((p) =>
        p.facts["immediateDanger"] === false ? { ...p, facts: { ...p.facts, ageYears: 40 } } : p,
      ),
      aged("P8", 100, "accompanied"),
      aged("P9", 99, "to-assess"),
      aged("P10", 101, "accompanied"),
      aged("P11", null, "@undetermined"),
    ],
  });
  if (saved.status !== 200) throw new Error(saved.text);
  const approved = await throughReview(cast, { id, hash: saved.data.hash });
  const done = await cast.reviewer.mutate<Published>("publish.publish", {
    id: approved.id,
    hash: approved.hash,
    idempotencyKey: crypto.randomUUID(),
    channel: "production",
    message: "Publiée",
  });
  if (done.status !== 200) throw new Error(done.text);
}

beforeAll(prepare, 120_000);
interface Somebody {
  readonly keys: Keys;
  readonly page: Page;
  readonly faults: readonly string[];
}

/** Signs in with keys alone. */
async function arrive(name: RegExp): Promise<Somebody> {
  const { page, faults } = await visit(demo.browser, demo.url);
  onTestFailed(async () => {
    await page.screenshot({ path: `test-results/keyboard-${name.source}.png` });
    process.stderr.write(`${name.source}:\n${await page.getByRole("main").ariaSnapshot()}\n`);
  });
  const keys = await Keys.of(page);
  await page.goto("/");
  await keys.enter(page.getByRole("button", { name }).first());
  await page.getByRole("table").first().waitFor();
  return { keys, page, faults };
}

const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole("main").getByText(text).first().waitFor();

const named = (
  page: Page,
  role: "button" | "textbox" | "link" | "spinbutton" | "combobox",
  name: string | RegExp,
): Locator => page.getByRole(role, { name, ...(typeof name === "string" ? { exact: true } : {}) });

/** Goes to a screen by a few letters. */
async function go({ keys, page }: Somebody, letters: string, title: string | RegExp): Promise<void> {
  await keys.press("Control+k");
  // Shown is not yet focused, on a busy machine.
  await page.locator("input:focus[placeholder^='Un écran, un critère']").waitFor();
  await keys.type(letters);
  await page.getByRole("dialog").getByRole("button").first().waitFor();
  await keys.press("ArrowDown");
  await keys.press("Enter");
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.getByPlaceholder(/^Un écran, un critère/).waitFor({ state: "detached" });
}

/** Chooses in a list of the browser's own, by what the choice begins with. */
async function choose(keys: Keys, list: Locator, label: string): Promise<void> {
  await keys.to(list);
  await keys.type(label);
  await expect.poll(() => list.evaluate((e: HTMLSelectElement) => e.selectedOptions[0]?.label)).toBe(label);
}

test("a criterion and a profile are written, reviewed and published with keys alone", async () => {
  const author = await arrive(/Camille/);
  const { keys, page } = author;
  await keys.enter(named(page, "link", "Petit programme"));
  await keys.enter(named(page, "button", "Ouvrir une ébauche"));
  await said(page, "Ébauche basée sur la version 1");

  await go(author, "critères", "Critères");
  await keys.enter(named(page, "button", "Nouveau critère"));
  await choose(keys, named(page, "combobox", "Orientation visée"), "Accompagnement");
  await keys.enter(named(page, "button", "Si toutes ces conditions…"));
  await page.getByRole("heading", { level: 1, name: "Critère sans titre" }).waitFor();
  await keys.to(named(page, "button", /^Condition 1 : renseignement/));
  await keys.type("age");
  await keys.press("Enter");
  await choose(keys, named(page, "combobox", "Condition 1 : comparaison"), "est au plus");
  await keys.write(named(page, "spinbutton", "Condition 1 : valeur"), "17");
  await said(page, "If “Age” is at most 17, then “Orientation” is “Support”.");
  for (const [field, fr, en] of [
    ["Titre", "La personne est mineure.", "The person is a minor."],
    ["Justification", "Avec les proches.", "With the family."],
  ] as const) {
    await keys.write(named(page, "textbox", `${field} (Français)`), fr);
    await keys.write(named(page, "textbox", `${field} (Anglais)`), en);
  }

  // Somebody on each side of the new threshold, each a copy of the one before with one thing changed.
  await go(author, "ajouter un profil", "Nouveau profil");
  // « non demandé » begins like « non »: upwards from there.
  await keys.to(named(page, "combobox", "Danger immédiat"));
  await keys.press("ArrowUp");
  await choose(keys, named(page, "combobox", "Âge : connu ou non"), "valeur connue");
  for (const age of ["17", "18", "16"]) {
    if (age !== "17") {
      await keys.enter(named(page, "button", "Dupliquer et changer"));
      await page.getByRole("heading", { level: 1, name: /copie/ }).waitFor();
    }
    await keys.write(named(page, "textbox", "Titre du profil (Français)"), `${age} ans`);
    await keys.write(named(page, "textbox", "Titre du profil (Anglais)"), `${age} years old`);
    await keys.write(named(page, "spinbutton", "Âge"), age);
    await keys.enter(named(page, "button", "Inscrire la réponse obtenue comme attendue"));
    await said(page, "Ce profil obtient la réponse attendue.");
  }

  // The matrix: which answer, and why; closing the explanation gives the focus back to the cell.
  await go(author, "simulation", /^Simulation/);
  const cells = page.getByRole("table", { name: "Profils et critères" }).getByRole("button");
  await keys.to(cells);
  await keys.press("End");
  await keys.press("Enter");
  await page.getByRole("dialog", { name: /^Pourquoi/ }).waitFor();
  await keys.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(() => keys.isOn(cells)).toBe(true);

  await go(author, "révision", "Révision");
  await keys.write(named(page, "textbox", "Note pour la révision"), "Les mineurs sont accompagnés.");
  await keys.enter(named(page, "button", "Demander la révision"));
  await said(page, /en révision/);

  // Another person confirms what is new, sees every change, approves and publishes.
  const reviewer = await arrive(/Alex/);
  const { keys: hers, page: hersPage } = reviewer;
  await hers.enter(named(hersPage, "link", "Petit programme"));
  await hersPage.getByRole("heading", { level: 1, name: "Petit programme" }).waitFor();
  await go(reviewer, "registre", "Registre");
  await hers.enter(named(hersPage, "button", /^Confirmer ce critère/));
  await hers.enter(named(hersPage, "button", "Je confirme"));
  await said(hersPage, "Rien ne reste à confirmer");
  await go(reviewer, "révision", "Révision");
  await said(hersPage, "0 changement sur 4 vu");
  const unseen = hersPage.getByRole("button", { name: /^Vu – /, pressed: false });
  for (let count = await unseen.count(); count > 0; count -= 1) {
    await hers.press("n");
    await hersPage.locator("li:focus").waitFor();
    await hers.press("v");
    await expect.poll(() => unseen.count()).toBe(count - 1);
  }
  await hers.enter(named(hersPage, "button", /^Approuver/));
  await said(hersPage, /approuvée/);
  await go(reviewer, "publication", /version 2/);
  for (const job of ["Démontrer", "Comparer pour toutes les personnes possibles", "Semer des fautes"])
    await hers.enter(named(hersPage, "button", job));
  const publish = named(hersPage, "button", /^Publier la version 2/);
  await publish.waitFor({ timeout: 60_000 });
  await hers.enter(publish);
  await hersPage.getByRole("dialog").waitFor();
  await hers.press("Escape");
  await hersPage.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(() => hers.isOn(publish)).toBe(true);
  await hers.press("Enter");
  await hers.enter(hersPage.getByRole("dialog").getByRole("button", { name: /^Publier/ }));
  await said(hersPage, /Version 2 publiée|La version 2 est publiée/);

  for (const somebody of [author, reviewer]) {
    expect(await somebody.keys.pointerEvents()).toEqual([]);
    expect([...somebody.keys.faults]).toEqual([]);
    expect(somebody.faults).toEqual([]);
  }
  expect(keys.stops).toBeGreaterThan(200);
});

const home = `/p/${selfCare}`;
const screens = [
  "vocabulaire",
  "criteres",
  "criteres/A-C1",
  "table",
  "profils",
  "profils/PA03",
  "simulation",
  "couverture",
  "cohorte",
  "parcours",
  "carte",
  "garanties",
  "registre",
  "revision",
  "publication",
  "versions",
  "livret",
  "applications",
  "journal",
];

test("Tab goes through every screen and back, and what it comes to is seen", async () => {
  await newDraft(await Console.of(demo.url, camille), selfCare);
  const { keys, page, faults } = await arrive(/Camille/);
  // What stays in place while tables scroll is where something could be hidden: every run looks there.
  for (const screen of new Set(["simulation", ...shareOf(screens, { everyNth: 19 })])) {
    await page.goto(`${home}/${screen}`);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await expect.poll(() => page.getByText(/^(Chargement|Vérification des gardes)…$/).count()).toBe(0);
    for (const key of ["Tab", "Shift+Tab"] as const)
      expect(await keys.around(key), `${screen} ${key}`).toBeGreaterThan(20);
  }
  expect([...keys.faults]).toEqual([]);
  expect(await keys.pointerEvents()).toEqual([]);
  expect(faults).toEqual([]);
}, 600_000);

/** What opens over a page: where its opener is, and which one it is. */
const overlays: readonly (readonly [screen: string, opener: RegExp])[] = [
  ["", /^Programme affiché/],
  ["", /^Apparence$/],
  ["", /^Mon compte/],
  ["", /^Chercher/],
  ["", /^Nouvelle ébauche…$/],
  ["/profils", /^Ajouter depuis un tableau$/],
  ["/criteres/A-C1", /^Condition 1 : renseignement/],
];

test("what opens over the page gives the focus back to what opened it", async () => {
  await newDraft(await Console.of(demo.url, camille), selfCare);
  const { keys, page, faults } = await arrive(/Camille/);
  let shown: string | undefined;
  for (const [screen, name] of overlays) {
    if (screen !== shown) await page.goto(`${home}${screen}`);
    shown = screen;
    const opener = page.getByRole("button", { name }).first();
    const over = page.locator("[role=dialog], [role=menu], [role=listbox]").filter({ visible: true });
    await keys.enter(opener);
    await over.first().waitFor();
    await expect.poll(() => keys.isOn(opener), { message: name.source }).toBe(false);
    await keys.press("Escape");
    await expect.poll(() => over.count()).toBe(0);
    await expect.poll(() => keys.isOn(opener), { message: name.source }).toBe(true);
  }
  expect([...keys.faults]).toEqual([]);
  expect(faults).toEqual([]);
});

test("what has the focus stays in sight when the page grows above it, and not for who scrolled away", async () => {
  await newDraft(await Console.of(demo.url, camille), selfCare);
  const { keys, page } = await arrive(/Camille/);
  await page.goto(`${home}/publication`);
  const button = page.getByRole("button", { name: "Comparer pour toutes les personnes possibles" });
  await keys.to(button);
  /** As a job above that shows its progress, only more of it: right above, within the window. */
  const grow = (): Promise<void> =>
    button.evaluate((element) => {
      const grown = document.createElement("div");
      grown.style.height = "900px";
      element.closest("li")?.before(grown);
    });
  const inSight = (): Promise<boolean> =>
    button.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  await grow();
  await expect.poll(inSight).toBe(true);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(inSight).toBe(false);
  await grow();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await inSight()).toBe(false);
});

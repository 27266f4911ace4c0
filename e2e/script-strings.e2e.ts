// Script strings in every text that somebody can write, and every screen that shows them: none runs, none becomes markup,
// and each is shown as it was written. Screens are those of the console's own routes, so that a new one is met by itself.
import { beforeAll, expect, test } from "vitest";
import { exportedTable } from "../apps/admin/src/features/cohort/export-table.ts";
import { admin, App, author, Console, reviewer } from "../apps/server/test/clients.ts";
import type { Draft, SavedDraft } from "../packages/api/src/schemas.ts";
import { counted, shows } from "../packages/engine/test/evidence.ts";
import { isLong } from "../packages/engine/test/small/how-many.ts";
import { visit } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { Pen, squashed } from "./script-strings/pen.ts";
import { hiddenStrings, scriptStrings } from "./script-strings/strings.ts";
import { trySinks } from "./script-strings/sinks.ts";
import { goTo, readAll, readMenus, routesOf, watched, type Watched } from "./script-strings/watch.ts";
import { draftOf, writeEverywhere, type WrittenPrograms } from "./script-strings/write.ts";

const demo = openDemo();
let programs: WrittenPrograms;
const pen = new Pen(scriptStrings);

beforeAll(async () => {
  programs = await writeEverywhere(demo.url, pen);
});

/** What no screen shows, or only until the next of its kind is there. */
const unseen: ReadonlySet<string> = new Set([
  "fact.system",
  "fact.code",
  "draft.name",
  "review.note",
  "move.message",
]);

type Parameters = Readonly<Record<string, readonly string[]>>;

/** Every address that routes of the console have for one program, given what their parameters may be. */
function addressesOf(routes: readonly string[], program: string, parameters: Parameters): readonly string[] {
  const given: Parameters = { ...parameters, program: [program] };
  return routes
    .filter((route) => route.includes("$program"))
    .flatMap((route) => {
      let paths = [""];
      for (const part of route.split("/").slice(1)) {
        const [, optional, name] = /^(\{-)?\$(\w+)\}?$/.exec(part) ?? [];
        const values = name === undefined ? [part] : given[name];
        if (values === undefined) throw new Error(`what may ${name ?? ""} of ${route} be?`);
        paths = paths.flatMap((path) => [
          ...(optional === undefined ? [] : [path]),
          ...values.map((value) => `${path}/${value}`),
        ]);
      }
      return paths;
    });
}

const places = Array.from({ length: pen.placesFor() }, (_, i) => i);

interface Reader {
  readonly person: string;
  /** In the long tier everybody reads in both languages. */
  readonly lang: string;
  readonly addresses: (routes: readonly string[]) => readonly string[];
}
const readers: readonly Reader[] = [
  {
    person: author,
    lang: "fr",
    addresses: (routes) => [
      `/p/${programs.titled}`,
      ...addressesOf(routes, programs.drafted, {
        criterion: places.flatMap((i) => [`c${i}`, `h${i}`]),
        profile: places.map((i) => `P${i}`),
        number: ["1"],
      }),
    ],
  },
  {
    person: reviewer,
    lang: "en",
    addresses: (routes) =>
      addressesOf(routes, programs.released, { criterion: ["C1"], profile: ["P1"], number: ["1", "2"] }),
  },
  { person: admin, lang: "fr", addresses: (routes) => routes.filter((route) => !route.includes("$")) },
];

/** Everything that one reader gets to read. */
async function readBy(visitor: Watched, addresses: readonly string[]): Promise<string> {
  const read: string[] = [];
  for (const address of addresses) {
    await goTo(visitor, address);
    if (address === addresses[0]) read.push(await readMenus(visitor.page));
    read.push(await readAll(visitor));
    if (!address.endsWith("/registre")) continue;
    // What is confirmed already is shown when asked for, on the tab that is open at first.
    await visitor.page.goto(address);
    await visitor.page.locator("main select").first().selectOption({ index: 1 });
    read.push(await readAll(visitor));
  }
  return read.join("\n");
}

test(
  "nothing of it runs, and it is shown as it was written",
  { timeout: isLong ? 1_800_000 : 600_000, ...shows("script-strings") },
  async () => {
    const asReaders = readers.flatMap((reader) =>
      isLong ? ["fr", "en"].map((lang) => ({ ...reader, lang })) : [reader],
    );
    const read = await Promise.all(
      asReaders.map(async ({ person, lang, addresses }) => {
        const visitor = await watched(demo.browser, demo.url, { person, lang });
        const all = addresses(await routesOf(visitor.page));
        expect(all.length).toBeGreaterThan(2);
        const texts = [await readBy(visitor, all)];
        if (person === admin) {
          await visitor.page.goto(programs.welcome);
          texts.push(await readAll(visitor));
        }
        // What is public of the server and no screen of the console.
        for (const page of ["/docs", "/v1/openapi.json", "/v1/keys", "/cds-services", "/downloads"])
          await visitor.page.goto(page);
        expect(visitor.noticed(), `${person}, ${lang}`).toEqual([]);
        await visitor.context.close();
        return texts.join("\n");
      }),
    );
    const unread = pen.unread(squashed(read.join("\n"))).filter(({ kind }) => !unseen.has(kind));
    expect(unread.slice(0, 10)).toEqual([]);
    // Of every kind each string that fits was read: one that is nowhere would not be asked for.
    const strings = new Set(pen.written.filter(({ kind }) => !unseen.has(kind)).map(({ string }) => string));
    counted("script-strings", { asked: scriptStrings.length, reached: strings.size });
  },
);

test(
  "text becomes neither markup nor script in the console, whoever asks",
  shows("trusted-types"),
  async () => {
    const { page, context } = await visit(demo.browser, demo.url);
    await page.goto("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    const tried = await page.evaluate(trySinks);
    expect(Object.entries(tried).filter(([, what]) => what !== "refused")).toEqual([]);
    // The control: where no policy says so, each of them is taken.
    await page.goto("about:blank");
    const elsewhere = await page.evaluate(trySinks);
    expect(Object.entries(elsewhere).filter(([name, what]) => what !== "taken" && name !== "Worker")).toEqual(
      [],
    );
    await context.close();
    counted("trusted-types", { asked: Object.keys(tried).length, reached: Object.keys(tried).length });
  },
);

test("what reorders or hides what is read is refused, wherever a document has a text", async () => {
  const camille = await Console.of(demo.url, author);
  const { id, revision, ruleSet, profiles, hazards } = await draftOf(camille, programs.drafted);
  const refused: string[] = [];
  for (const [i, string] of hiddenStrings.entries()) {
    const text = { fr: `a ${string}`, en: "b" };
    const places = [
      { ruleSet: { ...ruleSet, title: text } },
      { ruleSet: { ...ruleSet, criteria: ruleSet.criteria.map((c) => ({ ...c, rationale: text })) } },
      { ruleSet: { ...ruleSet, facts: ruleSet.facts.map((f) => ({ ...f, unit: text.fr })) } },
      { profiles: profiles.map((p) => ({ ...p, story: text })) },
      { hazards: hazards.map((h) => ({ ...h, title: text })) },
    ];
    const answer = await camille.mutate<SavedDraft>("drafts.save", {
      id,
      expectedRevision: revision,
      ...places[i % places.length],
    });
    expect(answer.status, JSON.stringify(string)).toBe(400);
    if (answer.text.includes("hidden-character")) refused.push(string);
  }
  expect(refused).toEqual(hiddenStrings);
  expect((await camille.query<Draft>("drafts.get", { id })).data.revision).toBe(revision);
});

test("apps are never handed it as a page", async () => {
  const app = new App(demo.url);
  const { data } = await app.get<{ programs: readonly unknown[] }>("/v1/programs");
  expect(JSON.stringify(data)).not.toContain(programs.released);
  const camille = await Console.of(demo.url, author);
  const base = `/trpc/releases.get?input=${encodeURIComponent(JSON.stringify({ program: programs.released, number: 1 }))}`;
  const answer = await camille.send(base, { method: "GET", headers: { accept: "text/html" } });
  expect(answer.status).toBe(200);
  expect(answer.text).toContain("<script>ran()</script>");
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("content-security-policy")).toBe("default-src 'none';frame-ancestors 'none'");
});

test("a table that is saved holds no formula", () => {
  const words = { header: ["a", "b", "c", "d"], few: "<5", total: "Total" } as const;
  for (const string of scriptStrings) {
    const table = exportedTable(
      [{ states: ["x"], cells: [[7]], rows: [7], columns: [7], persons: 7 } as never],
      { ...words, subject: () => string, state: () => string },
    );
    const [, line = ""] = table.slice(1).split("\r\n");
    expect(line, string).not.toMatch(/^"?[=+\-@\t\r\n＝＋－＠]/u);
  }
});

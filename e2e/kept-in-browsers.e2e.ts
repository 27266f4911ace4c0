// What browsers keep when something about a person was given to the console or to a page that uses the SDK: nothing of it,
// neither where a page can look (storage, databases, caches, cookies, history) nor in the files the browser leaves.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canaries, codings, holds, mark } from "../apps/server/test/canaries/strings.ts";
import { admin, author, Console, selfCare } from "../apps/server/test/clients.ts";
import { startProcess, type ServerProcess } from "../apps/server/test/server-process.ts";
import { counted, shows } from "../packages/engine/test/evidence.ts";
import { launchKeeping } from "./browser.ts";
import { install, startSite, type Site } from "./site.ts";

/** Written on purpose wherever a page can write: what the search must find, or it finds nothing at all. */
const control = "Kw5Jt";

let folder: string;
let server: ServerProcess;
let site: Site;
let context: BrowserContext;
/** What left the browser: addresses, headers of the page's own, bodies. */
const sent: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jumelage-browser-"));
  [server, site, context] = await Promise.all([
    startProcess({ built: true }),
    startSite(),
    launchKeeping(folder),
  ]);
  context.setDefaultTimeout(30_000);
  context.on("request", (request) =>
    sent.push(`${request.url()} ${request.postDataBuffer()?.toString("latin1") ?? ""}`),
  );
});
afterAll(async () => {
  await context?.close();
  await server?.stop();
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Whatever the pages of one origin find when they look. */
async function keptFor(page: Page): Promise<string> {
  const found = await page.evaluate(async () => {
    const kept: unknown[] = [
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      history.state,
    ];
    for (const { name, version } of await indexedDB.databases()) {
      kept.push(name);
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? "", version);
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("not opened")));
      });
      for (const store of opened.objectStoreNames) {
        const all = opened.transaction(store).objectStore(store).getAll();
        kept.push(store, await new Promise((resolve) => (all.onsuccess = () => resolve(all.result))));
      }
      opened.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        kept.push(name, request.url, await (await cache.match(request))?.text());
    }
    return JSON.stringify(kept);
  });
  return `${found} ${JSON.stringify(await page.context().cookies())} ${page.url()}`;
}

async function keepControl(page: Page): Promise<void> {
  await page.evaluate(async (text) => {
    localStorage.setItem("control", text);
    sessionStorage.setItem("control", text);
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("control", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("control");
      request.onsuccess = () => resolve(request.result);
    });
    const writing = database.transaction("control", "readwrite");
    writing.objectStore("control").put(text, "control");
    await new Promise((resolve) => (writing.oncomplete = resolve));
    database.close();
    await (await caches.open("control")).put("/control", new Response(text));
  }, control);
}

/** The console: a cohort of persons by name, and one described by hand and not saved. */
async function useConsole(page: Page): Promise<void> {
  const answer = await context.request.post(`${server.url}/trpc/session.signIn`, {
    headers: { "x-jumelage": "test" },
    data: { personId: author },
  });
  expect(answer.status()).toBe(200);
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = canaries.map((c) => [c, c, "none", c, "false", "34"].map(quoted).join());
  const header = "Nom,etude,suicidalIdeation,acutePsychosocialCrisis,imminentDanger,ageYears";
  const file = {
    name: "personnes.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([header, ...rows].join("\n")),
  };
  await page.goto(`${server.url}/p/${selfCare}/cohorte`);
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await page
    .getByText(/^50 personnes|^50 lignes|50/)
    .first()
    .waitFor();
  await page.goto(`${server.url}/nouveau-profil/${selfCare}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const fields = page.locator("main input[type=text], main textarea");
  for (let i = 0; i < (await fields.count()); i++) await fields.nth(i).fill(canaries[i] ?? mark);
}

/** A page of an application: every one of them as facts, right and wrong. */
async function useSdk(page: Page): Promise<void> {
  const made = await (
    await Console.of(server.url, admin)
  ).mutate<{ key: string }>("consumers.create", {
    id: "site",
    name: "Un site",
    kind: "publishable",
    programs: [selfCare],
    origins: [site.origin],
  });
  const { keys } = (await (await fetch(`${server.url}/v1/keys`)).json()) as { keys: unknown[] };
  const setup = {
    url: server.url,
    key: made.data.key,
    program: selfCare,
    channel: "production",
    trust: keys,
  };
  await install(site.folder, `${server.url}/downloads/jumelage-sdk.tgz`, []);
  await site.write("index.html", '<!doctype html><script type="module" src="/page.js"></script>');
  await site.write(
    "page.js",
    `import { createClient } from "/node_modules/@jumelage/sdk/index.js";
const client = createClient(${JSON.stringify(setup)});
await client.start({ stream: true });
globalThis.ask = (canaries) => {
  const kinds = new Set();
  for (const canary of canaries) {
    for (const facts of [{ suicidalIdeation: canary }, { [canary]: canary }, { suicidalIdeation: { value: "none", observedOn: canary } }]) {
      for (const lenient of [false, true]) {
        kinds.add(client.evaluate(facts, { lenient, lang: "fr" }).kind);
        kinds.add(client.nextQuestions(facts, { lenient }).kind);
      }
    }
  }
  return [...kinds].sort();
};
`,
  );
  site.serve({ from: site.folder, calling: server.url });
  await page.goto(`${site.origin}/`);
  await page.waitForFunction(() => "ask" in globalThis);
  // Handed over in memory, as an application has them: in the files of the site they would be in its cache.
  const kinds = await page.evaluate(
    (given) => (Reflect.get(globalThis, "ask") as (canaries: readonly string[]) => unknown)(given),
    canaries,
  );
  expect(kinds).toEqual(["evaluated", "questions", "refused"]);
}

const filesHolding = (needles: readonly Buffer[]): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => holds(readFileSync(file), needles));

test("nothing about a person is kept", shows("canaries-in-browsers"), async () => {
  for (const use of [useConsole, useSdk]) {
    const page = await context.newPage();
    await use(page);
    const kept = Buffer.from(await keptFor(page));
    await keepControl(page);
    const withControl = await keptFor(page);
    expect(withControl.split(control)).toHaveLength(5);
    expect(holds(kept, codings(mark)), use.name).toBe(false);
    await page.close();
  }
  const left = Buffer.from(sent.join("\n"));
  expect(sent.length).toBeGreaterThan(10);
  expect(holds(left, codings(mark))).toBe(false);
  await context.close();
  expect(filesHolding(codings(control)).length).toBeGreaterThan(0);
  expect(filesHolding(codings(mark))).toEqual([]);
  counted("canaries-in-browsers", { asked: canaries.length, reached: canaries.length });
});

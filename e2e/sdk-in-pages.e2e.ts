// The SDK as a site installs it from the server: in a page as it is, in a web worker, and in a React application built by
// Vite. Under a strict content security policy, from another origin than the server's, with a key for pages.
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFailed, test } from "vitest";
import { admin, Console, reviewer, selfCare } from "../apps/server/test/clients.ts";
import { startProcess, type ServerProcess } from "../apps/server/test/server-process.ts";
import { evaluate } from "../packages/engine/src/index.ts";
import { programs } from "../packages/engine/test/reference-programs.ts";
import { launchBrowser } from "./browser.ts";
import { built, install, startSite, type Site } from "./site.ts";

let server: ServerProcess;
let browser: Browser;
let site: Site;
let setup: string;

const facts = { suicidalIdeation: "none", acutePsychosocialCrisis: false, imminentDanger: false };
const at = "2026-03-02";

/** What a page and a worker do alike; what it makes of it is said by `told`. */
const useSdk = `
import { createClient } from "/node_modules/@jumelage/sdk/index.js";
import { setup, facts, at } from "/setup.js";
export async function ask(told) {
  const spoilt = (input, init) => fetch(input, init).then(async (response) => {
    if (!String(input).includes("/releases/")) return response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    bytes[5000] ^= 1;
    return new Response(bytes);
  });
  const client = createClient(setup);
  await client.start({ stream: true });
  const answer = client.evaluate(facts, { at, lang: "fr" });
  const refused = createClient({ ...setup, fetch: spoilt });
  const { code } = await refused.refresh();
  told({ status: client.status().state, answer, next: client.nextQuestions(facts, { at }).next, spoilt: [code, refused.evaluate(facts).kind] });
  return client;
}
`;

beforeAll(async () => {
  [server, browser, site] = await Promise.all([startProcess({ built: true }), launchBrowser(), startSite()]);
  const sacha = await Console.of(server.url, admin);
  const made = await sacha.mutate<{ key: string }>("consumers.create", {
    id: "site",
    name: "Un site",
    kind: "publishable",
    programs: [selfCare],
    origins: [site.origin],
  });
  const { keys } = (await (await fetch(`${server.url}/v1/keys`)).json()) as { keys: unknown[] };
  setup = JSON.stringify({
    url: server.url,
    key: made.data.key,
    program: selfCare,
    channel: "production",
    trust: keys,
  });
  await install(site.folder, `${server.url}/downloads/jumelage-sdk.tgz`, ["react", "react-dom"]);
  const shared = `export const setup = ${setup};\nexport const facts = ${JSON.stringify(facts)};\nexport const at = "${at}";\n`;
  await site.write("setup.js", shared);
  await site.write("use-sdk.js", useSdk);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await site?.stop();
});

/** A page of the site, and whatever goes wrong on it: script errors, and what the policy refuses. */
async function open(path: string): Promise<{ page: Page; faults: readonly string[] }> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  onTestFailed(() => void process.stderr.write(`${path}: ${JSON.stringify(faults)}\n`));
  await page.goto(site.origin + path);
  return { page, faults };
}

const parsed = programs.find(({ program }) => program === selfCare);
const expected = (): unknown => ({
  status: "current",
  answer: {
    kind: "evaluated",
    release: 1,
    at,
    stale: false,
    result: parsed && evaluate(parsed.ruleSet, facts, at).result,
    explanation: expect.any(Object) as unknown,
  },
  next: { method: "exact", decision: "orientation" },
  spoilt: ["hash-mismatch", "no-rules"],
});

async function said(page: Page): Promise<unknown> {
  const output = page.locator("output");
  await expect.poll(() => output.textContent(), { timeout: 15_000 }).not.toBe("");
  return JSON.parse((await output.textContent()) ?? "") as unknown;
}

test("a page loads it as it is, verifies a real release and evaluates", async () => {
  await site.write(
    "plain.html",
    '<!doctype html><output></output><script type="module" src="/plain.js"></script>',
  );
  const tell = `document.querySelector("output").textContent`;
  await site.write(
    "plain.js",
    `import { ask } from "/use-sdk.js";\nawait ask((told) => { ${tell} = JSON.stringify(told); });\n`,
  );
  site.serve({ from: site.folder, calling: server.url });
  const { page, faults } = await open("/plain.html");
  expect(await said(page)).toMatchObject(expected() as object);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("so does a web worker", async () => {
  await site.write(
    "worker.html",
    '<!doctype html><output></output><script type="module" src="/start.js"></script>',
  );
  await site.write(
    "worker.js",
    `import { ask } from "/use-sdk.js";\nawait ask((told) => postMessage(told));\n`,
  );
  await site.write(
    "start.js",
    `const worker = new Worker("/worker.js", { type: "module" });
worker.onerror = () => console.error("the worker failed");
worker.onmessage = ({ data }) => { document.querySelector("output").textContent = JSON.stringify(data); };\n`,
  );
  site.serve({ from: site.folder, calling: server.url });
  const { page, faults } = await open("/worker.html");
  expect(await said(page)).toMatchObject(expected() as object);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("a React application is drawn again when the channel is suspended, and when it is so no more", async () => {
  await site.write(
    "app/index.html",
    '<!doctype html><div id="root"></div><script type="module" src="/main.tsx"></script>',
  );
  await site.write(
    "app/main.tsx",
    `import { useState } from "react";
import { createRoot } from "react-dom/client";
import { createClient } from "@jumelage/sdk";
import { useRules } from "@jumelage/sdk/react";
import { setup, facts, at } from "../setup.js";

const client = createClient(setup);
void client.start({ stream: true });

function Answer() {
  const { status, ruleSet, evaluate, nextQuestions } = useRules(client);
  const [known, setKnown] = useState<Record<string, unknown>>({});
  const answer = evaluate(known, { at });
  const asked = nextQuestions(known, { at });
  const question = asked.kind === "questions" && ruleSet?.facts.find((f) => f.id === asked.next?.fact);
  const { orientation } = answer.kind === "evaluated" ? answer.result.decisions : {};
  return (
    <main>
      <h1>{ruleSet?.title.fr ?? "Aucun critère"}</h1>
      <p role="status">{[status.state, answer.kind, orientation?.kind === "one" ? orientation.state : ""].join(" ")}</p>
      {status.streaming ? <p>en direct</p> : null}
      {question ? <p>{question.question.fr}</p> : null}
      <button onClick={() => setKnown(facts)}>Répondre</button>
    </main>
  );
}
createRoot(document.getElementById("root")!).render(<Answer />);
`,
  );
  await built(site.folder);
  site.serve({ from: join(site.folder, "built"), calling: server.url });
  const { page, faults } = await open("/");
  const status = page.getByRole("status");
  await page.getByRole("heading", { name: "Jumelage aux autosoins dirigés" }).waitFor();
  await page.getByText("en direct").waitFor();
  expect(await status.textContent()).toBe("current evaluated @safety-unknown");
  const first = parsed?.ruleSet.facts.find((f) => f.id === "suicidalIdeation")?.question.fr ?? "";
  await page.getByText(first).waitFor();
  await page.getByRole("button", { name: "Répondre" }).click();
  await page.getByText("current evaluated @undetermined").waitFor();
  expect(await page.getByText(first).count()).toBe(0);

  const alex = await Console.of(server.url, reviewer);
  const step = async (procedure: "suspend" | "lift"): Promise<void> => {
    const { data } = await alex.query<{ channels: { channel: string; sequence: number }[] }>("programs.get", {
      program: selfCare,
    });
    const expectedSequence = data.channels.find((c) => c.channel === "production")?.sequence;
    const done = await alex.mutate(`channels.${procedure}`, {
      program: selfCare,
      channel: "production",
      expectedSequence,
      message: "essai",
    });
    expect(done.status, done.text).toBe(200);
  };
  await step("suspend");
  await page.getByText("suspended suspended").waitFor();
  await step("lift");
  await page.getByText("current evaluated @undetermined").waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

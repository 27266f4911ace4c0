// A visitor who notices whether anything that was written runs, or becomes markup, and who reads all of a screen.
import type { Browser, BrowserContext, Page, Request } from "playwright-core";
import { visit } from "../browser.ts";

declare global {
  var ran: () => void;
  var noticed: (what: string) => void;
  /** The router of the console, which its library leaves here. */
  var routerOfConsole: () => {
    readonly routesByPath: Readonly<Record<string, unknown>>;
    readonly history: { readonly push: (to: string) => void };
    readonly state: { readonly status: string; readonly resolvedLocation?: { readonly pathname: string } };
  };
}

export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Waits until the screen shows what it has to show, and asks for nothing more. */
  readonly settled: () => Promise<void>;
  /** What ran, became markup, was refused by the content security policy, opened, asked elsewhere, or went wrong. */
  readonly noticed: () => readonly string[];
}

/** A visitor in French or English, signed in as one of the demonstration. */
export async function watched(
  browser: Browser,
  origin: string,
  as: { readonly person: string; readonly lang: string },
): Promise<Watched> {
  const { context, page, faults } = await visit(browser, origin);
  const noticed: string[] = [];
  await context.exposeFunction("noticed", (what: string) => void noticed.push(what));
  await context.addInitScript(watch);
  const asked = new Set<Request>();
  page.on("request", (request) => void asked.add(request));
  const over = (request: Request): void => void asked.delete(request);
  page.on("requestfinished", over);
  page.on("requestfailed", over);
  const settled = async (): Promise<void> => {
    do await isShown(page);
    while (asked.size > 0);
  };
  page.on("dialog", (dialog) => {
    noticed.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("page", (other) => void noticed.push(`opened ${other.url()}`));
  const answer = await context.request.post("/trpc/session.signIn", {
    headers: { "x-jumelage": "test" },
    data: { personId: as.person },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  await page.goto(`/?lang=${as.lang}`);
  await settled();
  return { context, page, settled, noticed: () => [...noticed, ...faults] };
}

/** Runs in the page before anything else does. */
function watch(): void {
  globalThis.routerOfConsole = () => Reflect.get(globalThis, "__TSR_ROUTER__") as never;
  globalThis.ran = () => globalThis.noticed("ran");
  document.addEventListener("securitypolicyviolation", (e) => {
    globalThis.noticed(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`);
  });
}

/** The addresses that the console has a screen for, with their parameters as its routes name them. */
export async function routesOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Object.keys(globalThis.routerOfConsole().routesByPath));
}

/** Goes to an address of the console as a link of it would, without fetching the console anew. */
export async function goTo({ page, settled }: Watched, path: string): Promise<void> {
  await page.evaluate((to) => globalThis.routerOfConsole().history.push(to), path);
  await page.waitForFunction((to) => {
    const { status, resolvedLocation } = globalThis.routerOfConsole().state;
    return status === "idle" && resolvedLocation?.pathname === to;
  }, path);
  await settled();
}

async function isShown(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector("h1") !== null &&
      document.querySelector("[aria-busy=true]") === null &&
      !/^(Chargement|Loading|Vérification des gardes|Checking the gates)…$/m.test(document.body.innerText),
  );
}

/** Reads all of a screen, with whatever it folds away: each of its tabs, and what says that it opens something. */
export async function readAll({ page, settled }: Watched): Promise<string> {
  const read: string[] = [];
  let tab = 0;
  do {
    await settled();
    read.push(await readNow(page));
    const isMore = await page.evaluate(() => {
      const folded = document.querySelectorAll<HTMLElement>(
        "main [aria-expanded=false]:not([aria-haspopup]), main [aria-haspopup=dialog]",
      );
      for (const element of folded) element.click();
      return folded.length > 0;
    });
    if (isMore) {
      await settled();
      read.push(await readNow(page));
    }
    tab++;
  } while (await openTab(page, tab));
  return read.join("\n");
}

/** Opens a tab by number; whether there is one. */
async function openTab(page: Page, number: number): Promise<boolean> {
  return page.evaluate((n) => {
    const tab = document.querySelectorAll<HTMLElement>("main [role=tab]")[n];
    tab?.click();
    return tab !== undefined;
  }, number);
}

/** Opens the menus of the top of the page one after the other, and reads each. */
export async function readMenus(page: Page): Promise<string> {
  const read: string[] = [];
  const menus = page.locator("header [aria-haspopup=menu]:visible");
  for (let i = 0; i < (await menus.count()); i++) {
    await menus.nth(i).click();
    await page.getByRole("menu").waitFor();
    read.push(await readNow(page));
    await page.keyboard.press("Escape");
  }
  return read.join("\n");
}

/** Texts, what stands in fields, names and hints. Whatever is there and was not made by the console is noticed. */
async function readNow(page: Page): Promise<string> {
  return page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    const said = [document.title, document.body.textContent];
    const shown = new Set(["title", "alt", "placeholder", "aria-label", "aria-description"]);
    for (const element of document.body.querySelectorAll("*")) {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
        said.push(element.value);
      let foreign =
        /^(script|iframe|object|embed|base|link|meta|marquee|style|foreignobject|math|animate|portal|x)$/i.test(
          element.localName,
        );
      for (const { name, value } of element.attributes) {
        if (shown.has(name)) said.push(value);
        else foreign ||= name.startsWith("on") || /^\s*(javascript|vbscript|data):/i.test(value);
      }
      if (foreign) globalThis.noticed(`markup: ${element.outerHTML.slice(0, 200)}`);
    }
    return said.join("\n");
  });
}

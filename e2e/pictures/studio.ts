// Where pictures are taken: a demo, a browser, and people of the demo who have signed in once.
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { admin, Console } from "../../apps/server/test/clients.ts";
import { startProcess } from "../../apps/server/test/server-process.ts";
import { launchBrowser, signIn } from "../browser.ts";
import { emptyProgram, furnish, furnishing } from "../furnished.ts";
import type { Language, Person } from "../screens.ts";

export interface Studio {
  /** A page of somebody who has signed in, or of a stranger, in that language. */
  readonly pageOf: (who: Person | null, lang: Language) => Promise<Page>;
  /** Keeps what is on the page now, however long it is or only what is in sight; the name of the file. */
  readonly keep: (page: Page, name: string, how: "whole" | "in-sight") => Promise<string>;
  /** Gives every screen something to show, and a program beside it nothing. */
  readonly furnish: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The program in which there is nothing yet. */
export const nothingYet = "rien-encore";

/** Longer pages are shown as far as this. */
const longest = 2400;

export async function startStudio(folder: string): Promise<Studio> {
  const [server, browser] = await Promise.all([
    startProcess({ built: true, env: furnishing }),
    launchBrowser(),
  ]);
  const { url } = server;
  // Pages of one browser profile speak one language: each follows the others.
  const people = new Map<string, Promise<BrowserContext>>();
  const contextOf = async (who: Person | null): Promise<BrowserContext> => {
    if (who !== null) return (await signIn({ browser, url }, new RegExp(who))).context;
    return browser.newContext({ baseURL: url, locale: "fr-CA", viewport: { width: 1280, height: 800 } });
  };
  return {
    async pageOf(who, lang) {
      const profile = `${who ?? "stranger"} ${lang}`;
      const context = people.get(profile) ?? contextOf(who);
      people.set(profile, context);
      const page = await (await context).newPage();
      page.setDefaultTimeout(15_000);
      await page.addInitScript((chosen) => localStorage.setItem("jumelage.lang", chosen), lang);
      return page;
    },
    async keep(page, name, how) {
      const file = `${name}.png`;
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const clip = { x: 0, y: 0, width: 1280, height: Math.min(Math.max(height, 800), longest) };
      const whole = how === "whole" ? { fullPage: true, clip } : {};
      await page.screenshot({ path: join(folder, file), animations: "disabled", ...whole });
      return file;
    },
    async furnish() {
      await furnish(url);
      await emptyProgram(await Console.of(url, admin), nothingYet);
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

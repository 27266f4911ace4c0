// What most files here begin with: a demo as it is installed and a browser, for as long as the tests of the file run.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { startProcess, type ServerProcess } from "../apps/server/test/server-process.ts";
import { launchBrowser } from "./browser.ts";

/** To be read inside tests and hooks only. */
export interface Demo {
  readonly browser: Browser;
  /** The address of its server. */
  readonly url: string;
}

/** Starts a demo before the tests of this file, with these settings besides its own, and stops it after them. */
export function openDemo(env: Readonly<Record<string, string>> = {}): Demo {
  let server: ServerProcess;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startProcess({ built: true, env }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    get browser() {
      return browser;
    },
    get url() {
      return server.url;
    },
  };
}

// A real, headless Chromium, kept inside the origin under test.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { findChromium } from "./chromium.ts";

// Without these Chromium calls home at every start.
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env["CHROMIUM_PATH"] ?? (await findChromium()), args });
}

/** A browser that keeps what browsers keep, in this folder, once it is closed. */
export async function launchKeeping(folder: string): Promise<BrowserContext> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? (await findChromium());
  return chromium.launchPersistentContext(folder, { executablePath, args, locale: "fr-CA" });
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong on the page so far: script errors, console errors, requests that left the origin. */
  readonly faults: readonly string[];
}

export interface VisitOptions {
  readonly scheme?: "light" | "dark";
  readonly locale?: string;
  readonly width?: number;
}

/** A fresh visitor of `origin`: no cookies, French by default. */
export async function visit(browser: Browser, origin: string, options: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: options.locale ?? "fr-CA",
    timezoneId: "America/Toronto",
    colorScheme: options.scheme ?? "light",
    reducedMotion: "reduce",
    viewport: { width: options.width ?? 1280, height: 800 },
  });
  const faults: string[] = [];
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => faults.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    // A refused request is part of some tests; the page must say it, and Chromium logs it as well.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin: to } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && to !== new URL(origin).origin)
      faults.push(`left the origin: ${request.url()}`);
  });
  return { context, page, faults };
}

/** A fresh visitor who has signed in as somebody of the demonstration, and sees the list of programs. */
export async function signIn(
  { browser, url }: { readonly browser: Browser; readonly url: string },
  name: RegExp,
): Promise<Visit> {
  const visitor = await visit(browser, url);
  await visitor.page.goto("/");
  await visitor.page.getByRole("button", { name }).first().click();
  await visitor.page.getByRole("table").first().waitFor();
  return visitor;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * The accessibility violations of the page as it stands (WCAG 2.0 to 2.2, A and AA), one line each; of these rules of axe
 * alone, where some are named.
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (only) => {
    interface Axe {
      run(
        context: Document,
        options: unknown,
      ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
    }
    const { axe } = globalThis as unknown as { axe: Axe };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const runOnly = only ? { type: "rule", values: only } : { type: "tag", values: tags };
    const found = await axe.run(document, { runOnly, resultTypes: ["violations"] });
    return found.violations.flatMap((v) =>
      v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 200)} — ${n.failureSummary?.slice(0, 300) ?? ""}`),
    );
  }, rules);
}

// From a keystroke to the simulation of every saved profile on screen, in a real browser against a real server. While it
// is measured the draft saves itself, as it does for people.
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, visit } from "../../e2e/browser.ts";
import { startProcess } from "../../apps/server/test/server-process.ts";
import { corpus } from "../corpus.ts";
import type { Row } from "../row.ts";
import { median, quantile } from "../statistics.ts";
import { setUpStopwatch, timeStroke } from "../stopwatch.ts";
import { typingPlanOf, type TypingPlan } from "../typing-plans.ts";
import { readFirstLoad } from "./console-first-load.ts";

/** Between two keys, as somebody types. */
const betweenKeys = 120;
/** Before it counts: the page's code is compiled on its first use. */
const warmUp = 5;

export async function keystrokeRows(strokes: number): Promise<readonly Row[]> {
  const server = await startProcess({ built: true, env: { LOG_LEVEL: "info" } });
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser();
    const { page, faults } = await visit(browser, server.url);
    await signIn(page);
    const rows: Row[] = [];
    for (const program of corpus) {
      const plan = typingPlanOf(program);
      const taken = await type(page, plan, strokes);
      const common = {
        workload: `key to updated simulation, ${plan.program}`,
        unit: "ms",
      } as const;
      const contender = `${plan.name}, ${program.profiles.length} profiles, ${taken.length} keys`;
      rows.push(
        { ...common, contender: `${contender}: p95`, value: quantile(taken, 0.95) },
        { ...common, contender: `${contender}: median`, value: median(taken) },
      );
    }
    if (faults.length > 0) throw new Error(`the console went wrong: ${faults.join("; ")}`);
    return rows;
  } finally {
    await browser?.close();
    await server.stop();
  }
}

/** Signs in, and holds what the browser fetched for the first page against what was read from the build. */
async function signIn(page: Page): Promise<void> {
  const fetched = new Set<string>();
  page.on("request", (request) => fetched.add(new URL(request.url()).pathname));
  await page.goto("/");
  const camille = page.getByRole("button", { name: /Camille/ }).first();
  await camille.waitFor();
  await page.waitForLoadState("networkidle");
  const { scripts, styles, fonts } = readFirstLoad();
  const expected = [...scripts, ...styles, ...fonts].toSorted();
  const seen = [...fetched].filter((path) => /\.(js|css|woff2)$/.test(path)).toSorted();
  if (expected.join() !== seen.join()) {
    const only = (a: readonly string[], b: readonly string[]) =>
      a.filter((path) => !b.includes(path)).join(", ");
    throw new Error(
      `the browser's first page is another than the one weighed; only fetched: ${only(seen, expected)}; only weighed: ${only(expected, seen)}`,
    );
  }
  await camille.click();
  await page.getByRole("table").first().waitFor();
}

async function type(page: Page, plan: TypingPlan, strokes: number): Promise<readonly number[]> {
  await page.goto(`/p/${plan.program}`);
  // The demo has a draft under way in one of the programs.
  const none = page.getByRole("button", { name: "Ouvrir une ébauche" });
  const some = page.getByText("Ébauche basée sur la version 1").first();
  await none.or(some).first().waitFor();
  if (await none.isVisible()) await none.click();
  await some.waitFor();
  await page.goto(`/p/${plan.program}${plan.path}`);
  const field = page.getByRole(plan.field.role, { name: plan.field.name, exact: true });
  await field.focus();
  await page.keyboard.press("End");
  await setUpStopwatch(page);
  const taken: number[] = [];
  for (let n = 0; n < warmUp + strokes; n++) {
    const stroke = plan.strokes[n % plan.strokes.length];
    if (stroke) taken.push(await timeStroke(page, stroke));
    await pause(betweenKeys);
  }
  return taken.slice(warmUp);
}

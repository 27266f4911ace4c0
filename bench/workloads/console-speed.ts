// What somebody feels of the console with a large program, in a real browser against a real server: the answer to a key,
// the change of a screen, scrolling through thousands of profiles, what jumps while a screen builds, what stands still.
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { admin, author, Console } from "../../apps/server/test/clients.ts";
import { startProcess } from "../../apps/server/test/server-process.ts";
import { launchBrowser, signIn } from "../../e2e/browser.ts";
import { largeProgram } from "../large-programs.ts";
import { framesWhileScrolling, shiftsOf, watchTasks, watchScreens } from "../page-watches.ts";
import type { Row } from "../row.ts";
import { median, quantile } from "../statistics.ts";
import { setUpStopwatch, timeStroke } from "../stopwatch.ts";
import { slotPlan } from "../typing-plans.ts";
import type { ParsedProgram } from "../corpus.ts";

/** Between two keys, as somebody types. */
const betweenKeys = 120;
/** Before it counts: the page's code is compiled on its first use. */
const warmUp = 5;
/** Between two screens, as somebody who looks for something clicks. */
const betweenScreens = 400;
/** After a screen was opened afresh, until what it fetches and works out is there. */
const settled = 2500;

export async function consoleSpeedRows(most: {
  readonly strokes: number;
  /** How often every screen is opened. */
  readonly rounds: number;
  readonly scrollSeconds: number;
}): Promise<readonly Row[]> {
  const edited = largeProgram("grand", { criteria: 60, profiles: 200, scores: 6 });
  const scrolled = largeProgram("vaste", { criteria: 60, profiles: 5000, scores: 3 });
  const server = await startProcess({ built: true, env: { LOG_LEVEL: "info" } });
  let browser: Browser | undefined;
  try {
    const sacha = await Console.of(server.url, admin);
    for (const program of [edited, scrolled]) await create(sacha, program);
    browser = await launchBrowser();
    const { page, faults } = await signIn({ browser, url: server.url }, /Camille/);
    const rows = [
      ...(await typingRows(page, edited, most.strokes)),
      ...(await screenRows(page, edited, most.rounds)),
      ...(await scrollRows(page, scrolled, most.scrollSeconds)),
    ];
    if (faults.length > 0) throw new Error(`the console went wrong: ${faults.join("; ")}`);
    return rows;
  } finally {
    await browser?.close();
    await server.stop();
  }
}

async function create(sacha: Console, { program, ruleSet, profiles }: ParsedProgram): Promise<void> {
  const { status, text } = await sacha.mutate("programs.create", {
    program,
    title: { fr: program, en: program },
    from: { kind: "documents", ruleSet, profiles, hazards: [] },
    people: [{ id: author, role: "author" }],
  });
  if (status !== 200) throw new Error(text);
}

const sizeOf = ({ ruleSet, profiles }: ParsedProgram): string =>
  `${profiles.length.toLocaleString("en")} profiles × ${ruleSet.criteria.length} criteria`;

async function typingRows(page: Page, edited: ParsedProgram, strokes: number): Promise<readonly Row[]> {
  const plan = slotPlan(edited);
  await page.goto(`/p/${plan.program}${plan.path}`);
  const field = page.getByRole(plan.field.role, { name: plan.field.name }).first();
  await field.focus();
  await page.keyboard.press("End");
  await setUpStopwatch(page);
  const taken: number[] = [];
  let longest = async (): Promise<number> => Number.NaN;
  for (let n = 0; n < warmUp + strokes; n++) {
    if (n === warmUp) longest = await watchTasks(page);
    const stroke = plan.strokes[n % plan.strokes.length];
    if (stroke) taken.push(await timeStroke(page, stroke));
    await pause(betweenKeys);
  }
  const counted = taken.slice(warmUp);
  const common = { workload: `key to updated simulation, ${sizeOf(edited)}`, unit: "ms" } as const;
  const contender = `${plan.name}, ${counted.length} keys`;
  return [
    { ...common, contender: `${contender}: p95`, value: quantile(counted, 0.95) },
    { ...common, contender: `${contender}: median`, value: median(counted) },
    {
      workload: "the page’s own thread while somebody types",
      contender: `longest task, ${sizeOf(edited)}, ${counted.length} keys`,
      unit: "ms",
      value: await longest(),
    },
  ];
}

async function screenRows(page: Page, edited: ParsedProgram, rounds: number): Promise<readonly Row[]> {
  await page.goto(`/p/${edited.program}`);
  const rail = page.getByRole("navigation", { name: "Programme" });
  await rail.getByRole("link").first().waitFor();
  const links = await rail.getByRole("link").all();
  const addresses = await Promise.all(links.map(async (link) => (await link.getAttribute("href")) ?? ""));
  const count = links.length;
  const timed = await watchScreens(page);
  const taken: number[] = [];
  for (let n = 0; n < rounds * count; n++) {
    // Every other way round: no screen is always opened after the same one.
    const at = Math.floor(n / count) % 2 === 0 ? (n + 1) % count : count - 1 - (n % count);
    taken.push(await timed(rail.getByRole("link").nth(at)));
    await pause(betweenScreens);
  }
  let worst = { address: "", moved: 0 };
  for (const address of addresses) {
    await page.goto(address);
    await rail.getByRole("link").first().waitFor();
    await pause(settled);
    const moved = await shiftsOf(page);
    if (moved > worst.moved) worst = { address, moved };
  }
  const common = { workload: `change of screen, ${sizeOf(edited)}`, unit: "ms" } as const;
  const contender = `${count} screens, ${taken.length} times`;
  return [
    { ...common, contender: `${contender}: p95`, value: quantile(taken, 0.95) },
    { ...common, contender: `${contender}: median`, value: median(taken) },
    {
      workload: "layout that moves by itself",
      contender: `most of ${count} screens opened afresh${worst.moved > 0 ? `: ${worst.address}` : ""}`,
      unit: "CLS",
      value: worst.moved,
    },
  ];
}

async function scrollRows(page: Page, scrolled: ParsedProgram, seconds: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [name, path] of [
    ["matrix", "simulation"],
    ["list of profiles", "profils"],
  ] as const) {
    await page.goto(`/p/${scrolled.program}/${path}`);
    await page.getByRole("row").nth(5).waitFor({ timeout: 60_000 });
    const { perSecond, blank } = await framesWhileScrolling(page, seconds);
    if (blank > 0) throw new Error(`${blank} frames of the ${name} showed no profile`);
    rows.push({
      workload: `scrolling, ${sizeOf(scrolled)}`,
      contender: name,
      unit: "frames/s",
      value: perSecond,
    });
  }
  return rows;
}

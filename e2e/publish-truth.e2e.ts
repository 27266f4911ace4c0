// Publishing says the truth: when the reply is lost after the server has published, when somebody presses twice or in two
// tabs, and on the way back. Whatever happens there is exactly one version, and the page says which.
import type { Route } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Program } from "../packages/api/src/schemas.ts";
import { approvedDraft, castOf, makeSmallProgram, type Cast } from "../apps/server/test/small-program.ts";
import { signIn, type Visit } from "./browser.ts";
import { openDemo } from "./demo.ts";

const program = "publiee-une-fois";
const publication = `/p/${program}/publication`;
const demo = openDemo();
let cast: Cast;
let alex: Visit;

beforeAll(async () => {
  await makeSmallProgram(demo.url, program);
  cast = await castOf(demo.url, program);
  alex = await signIn(demo, /Alex Roy/);
}, 120_000);

/** The numbers of all versions, as the server has them. */
async function versions(): Promise<readonly number[]> {
  const { data } = await cast.author.query<Program>("programs.get", { program });
  return data.recent.map(({ number }) => number);
}

const calls = "**/trpc/publish.publish*";

test("a reply that is lost: asked again, said to be unsure meanwhile, and then the one version", async () => {
  const { page, faults } = alex;
  await approvedDraft(cast, 1);
  let lost = 0;
  await page.route(calls, async (route: Route) => {
    // The server has published; nobody hears of it.
    await route.fetch();
    lost += 1;
    await route.abort("connectionreset");
  });
  await page.goto(publication);
  await page.getByRole("button", { name: /^Publier la version 1/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Publier/ })
    .dblclick();
  await page.getByText(/^La réponse n’est pas arrivée/).waitFor();
  await expect.poll(() => lost).toBeGreaterThan(0);
  expect(await page.getByText(/Version \d+ publiée/).count()).toBe(0);
  await page.unroute(calls);
  await page.getByRole("heading", { name: "Version 1 publiée" }).waitFor({ timeout: 60_000 });
  expect(await versions()).toEqual([1]);

  // Back to where it was published from: there is nothing left to publish, and nothing happens twice.
  await page.goBack();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.getByRole("button", { name: /^Publier la version/ }).count()).toBe(0);
  expect(await versions()).toEqual([1]);
  expect(faults).toEqual([]);
}, 120_000);

test("two tabs at once: one version, and both say that it is published", async () => {
  await approvedDraft(cast, 2);
  const { page: first } = alex;
  const second = await alex.context.newPage();
  for (const page of [first, second]) {
    await page.goto(publication);
    await page.getByRole("button", { name: /^Publier la version 2/ }).click();
    await page.getByRole("dialog").waitFor();
  }
  await Promise.all(
    [first, second].map((page) =>
      page
        .getByRole("dialog")
        .getByRole("button", { name: /^Publier/ })
        .click(),
    ),
  );
  // Whoever comes second is told what is so, and not that something went wrong.
  for (const page of [first, second])
    await page.getByRole("heading", { name: "Version 2 publiée" }).waitFor();
  expect(await versions()).toEqual([2, 1]);
}, 120_000);

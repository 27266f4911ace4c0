// Thousands of profiles and very many criteria: what is out of sight is not in the page, and is reached all the same.
import { expect, test } from "vitest";
import { admin, author, Console } from "../apps/server/test/clients.ts";
import { largeProgram } from "../bench/large-programs.ts";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();
const { program, ruleSet, profiles } = largeProgram("vaste", { criteria: 60, profiles: 5000, scores: 3 });
const last = profiles.at(-1)?.id ?? "";

test("five thousand profiles × sixty criteria are scrolled, searched and walked by keyboard to the last", async () => {
  const created = await (
    await Console.of(demo.url, admin)
  ).mutate("programs.create", {
    program,
    title: { fr: "Vaste", en: "Vast" },
    from: { kind: "documents", ruleSet, profiles, hazards: [] },
    people: [{ id: author, role: "author" }],
  });
  expect(created.status, created.text).toBe(200);
  const { page, context, faults } = await signIn(demo, /Camille/);

  await page.goto(`/p/${program}/profils`);
  const list = page.getByRole("table", { name: "Profils" });
  await list.getByRole("rowheader").first().waitFor();
  expect(await list.getAttribute("aria-rowcount")).toBe("5001");
  expect(await list.getByRole("row").count()).toBeLessThan(100);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("End");
  await list.getByRole("link", { name: last }).waitFor();
  // What is chosen is chosen out of sight, too.
  await page.keyboard.press("Home");
  await list.getByRole("checkbox", { name: "Choisir tous les profils montrés" }).check();
  await page.getByText("5 000 profils choisis").first().waitFor();
  await page.getByRole("textbox", { name: "Rechercher" }).fill(last);
  await expect.poll(() => list.getByRole("rowheader").count()).toBe(1);

  await page.goto(`/p/${program}/simulation`);
  const matrix = page.getByRole("table", { name: "Profils et critères" });
  const cell = (column: number) => page.locator(`[data-cell$=":${column}"]`);
  await cell(0).first().focus();
  expect(await matrix.getByRole("columnheader").count()).toBeLessThan(50);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-cell"));
  for (let column = 1; column < 60; column++) {
    await page.keyboard.press("ArrowRight");
    await expect.poll(focused).toBe(`0:${column}`);
  }
  await page.getByRole("columnheader", { name: "C59, C59" }).waitFor();
  await page.keyboard.press("End");
  await expect.poll(focused).toBe("0:60");
  await page.keyboard.press("Home");
  await expect.poll(focused).toBe("0:0");
  for (let row = 10; row <= 100; row += 10) {
    await page.keyboard.press("PageDown");
    await expect.poll(focused).toBe(`${row}:0`);
  }
  expect(await matrix.getByRole("row").count()).toBeLessThan(100);
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

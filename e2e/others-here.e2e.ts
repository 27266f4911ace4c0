// Two people in one draft see each other, by name and place; a page that nobody touches says nothing of anybody.
import { expect, test } from "vitest";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();
const program = "/p/autosoins-diriges";

test("who else is in a draft is named with where, until they leave; whoever does not touch the page is not there", async () => {
  const [camille, alex] = [await signIn(demo, /Camille/), await signIn(demo, /Alex/)];
  await camille.page.clock.install();
  await camille.page.goto(`${program}/criteres/A-I1`);
  await camille.page.getByRole("button", { name: "Modifier" }).click();
  const strip = camille.page.getByRole("region", { name: "État de l’ébauche" });
  await strip.getByText("Ébauche basée sur la version 1").waitFor();
  expect(await strip.getByText("Aussi ici").count()).toBe(0);

  await alex.page.goto(`${program}/criteres/A-I1`);
  await alex.page.getByText("Camille Tremblay a aussi ce critère à l’écran.").waitFor();
  await camille.page.clock.runFor(16_000);
  await camille.page.getByText("Alex Roy a aussi ce critère à l’écran.").waitFor();
  expect(await violations(camille.page)).toEqual([]);
  await alex.page.goto(`${program}/profils/PA03`);
  await alex.page.getByText("Camille Tremblay (A-I1)").waitFor();
  await camille.page.clock.runFor(16_000);
  const link = strip.getByRole("link", { name: "Alex Roy (PA03)" });
  await link.waitFor();
  expect(await link.getAttribute("href")).toMatch(/\/profils\/PA03(\?|$)/);

  // Nobody touches the page for a minute: from then on it says nothing, and names nobody.
  const said: string[] = [];
  camille.page.on("request", (request) => {
    if (request.url().includes("drafts.here")) said.push(request.url());
  });
  await camille.page.clock.runFor(61_000);
  await expect.poll(() => strip.getByText("Aussi ici").count()).toBe(0);
  said.length = 0;
  await camille.page.clock.runFor(120_000);
  expect(said).toEqual([]);
  await camille.page.bringToFront();
  await camille.page.keyboard.press("Shift");
  await expect
    .poll(async () => {
      await camille.page.clock.runFor(500);
      return said.length;
    })
    .toBeGreaterThan(0);
  expect([...camille.faults, ...alex.faults]).toEqual([]);
});

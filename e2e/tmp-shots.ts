import { launchBrowser, visit, violations } from "./browser.ts";
const url = process.argv[2]!;
const scheme = (process.argv[3] ?? "light") as "light" | "dark";
const lang = process.argv[4] ?? "fr";
const who = process.argv[5] ?? "Camille";
const browser = await launchBrowser();
const { page, faults } = await visit(browser, url, { scheme });
await page.goto(`/?lang=${lang}`);
await page.waitForTimeout(800);
await page.screenshot({ path: `/tmp/shots/signin-${scheme}-${lang}.png` });
console.log((await violations(page)).slice(0, 5));
await page
  .getByRole("button", { name: new RegExp(who) })
  .first()
  .click();
await page.waitForTimeout(1200);
for (const [name, path] of [
  ["programs", "/"],
  ["programme", "/p/autosoins-diriges"],
  ["vocabulaire", "/p/autosoins-diriges/vocabulaire"],
  ["criteres", "/p/autosoins-diriges/criteres"],
  ["critere", "/p/autosoins-diriges/criteres/A-C1"],
  ["profils", "/p/autosoins-diriges/profils"],
  ["profil", "/p/autosoins-diriges/profils/PA03"],
  ["simulation", "/p/autosoins-diriges/simulation"],
  ["revision", "/p/autosoins-diriges/revision"],
  ["publication", "/p/autosoins-diriges/publication"],
  ["versions", "/p/autosoins-diriges/versions"],
  ["version", "/p/autosoins-diriges/versions/1"],
]) {
  await page.goto(path);
  await page.waitForTimeout(1200);
  await page.screenshot({ path: `/tmp/shots/${name}-${scheme}-${lang}.png`, fullPage: false });
  const v = await violations(page);
  if (v.length) console.log(name, v.slice(0, 4));
}
console.log(faults);
await browser.close();

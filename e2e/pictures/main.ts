// `pnpm pictures [names]`: pictures of every screen in both languages, light and dark, and of every state it can be forced
// into, with a page to look through them (pictures/index.html). Given words, only of what has one of them in its name.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { findChromium } from "../chromium.ts";
import { run, root } from "../../scripts/run.ts";
import { gallery, type Picture } from "./gallery.ts";
import { shots, type Shot } from "./shots.ts";
import { startStudio } from "./studio.ts";

/** More at once only wait for each other. */
const atOnce = 2;
/** No picture may keep the others waiting. */
const patience = 60_000;

const folder = join(root, "pictures");
const words = process.argv.slice(2);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

if ((await run("turbo", ["run", "build", "--output-logs=errors-only"])) !== 0) process.exit(1);
const began = performance.now();
process.env["CHROMIUM_PATH"] = await findChromium();
if (words.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const studio = await startStudio(folder);

const chosen = shots.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const taken: Picture[] = [];
const missed: string[] = [];
let count = 0;

async function take(shot: Shot): Promise<void> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`not within ${patience / 1000} seconds`)), patience).unref();
  });
  try {
    taken.push(...(await Promise.race([shot.take(studio), late])));
  } catch (error) {
    missed.push(`${shot.name}: ${String(error).split("\n")[0] ?? ""}`);
  }
  count += 1;
  say(`${String(count).padStart(3)} / ${chosen.length}  ${shot.name}`);
}

try {
  // What changes the demo for all that comes after stands between the stages.
  for (const stage of ["published", "furnished"] as const) {
    if (stage === "furnished") await studio.furnish();
    const queue = chosen.filter((shot) => shot.stage === stage);
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let next = queue.shift(); next; next = queue.shift()) await take(next);
      }),
    );
  }
} finally {
  await studio.close();
}
writeFileSync(join(folder, "index.html"), gallery(taken, missed));
for (const miss of missed) say(`missed: ${miss}`);
const seconds = Math.round((performance.now() - began) / 1000);
say(`${taken.length} pictures in ${seconds} s: ${relative(process.cwd(), join(folder, "index.html"))}`);
process.exit(missed.length === 0 ? 0 : 1);

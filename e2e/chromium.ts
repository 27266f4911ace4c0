// Finds a Chromium for the browser tests, and installs one where there is none.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { run } from "../scripts/run.ts";

const places = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function installed(): string | undefined {
  return places.find((place) => place !== undefined && existsSync(place));
}

/** The path of a Chromium: an installed one, else Debian's package (as root), else the one of Playwright. */
export async function findChromium(): Promise<string> {
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    process.stderr.write("Installing Chromium for the browser tests (Debian's package)…\n");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-qq"], { env, quietStdout: true });
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      env,
      quietStdout: true,
    });
    const now = installed();
    if (now) return now;
  }
  process.stderr.write("Installing Chromium for the browser tests (Playwright's own)…\n");
  await run(
    "pnpm",
    ["--filter", "@jumelage/e2e", "exec", "playwright-core", "install", "--with-deps", "chromium"],
    { quietStdout: true },
  );

  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  throw new Error("No Chromium for the browser tests. Install one, or set CHROMIUM_PATH to it.");
}

// Where the evidence is kept: one JSON and one page for each tier, beside one another. It may be made in
// parts, for the long tier takes hours: what was shown before stays, with the commit and the day it was shown at. The page
// of the long tier is kept with the code, so that the parts may be made on several machines.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../run.ts";
import { evidenceOf, type Evidence, type LineRuns, type Tier } from "./evidence.ts";
import { evidencePage } from "./page.ts";
import type { RunRecord } from "./run-record.ts";

const folder = join(root, "assurance");

/** Writes `assurance/<tier>.json` and `.html` from what ran; what is no part of these runs stays, for `isPart`. */
export function keepEvidence(
  tier: Tier,
  runs: readonly RunRecord[],
  { isPart }: { readonly isPart: boolean },
): { readonly evidence: Evidence; readonly page: string } {
  const [at, commit] = [new Date().toISOString(), commitNow()];
  const byLine = new Map<string, LineRuns>(isPart ? before(tier) : []);
  for (const [line, some] of Map.groupBy(runs, (run) => run.line))
    byLine.set(line, { runs: some, commit, at });
  const evidence = evidenceOf({ tier, at, commit, byLine });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${tier}.json`), `${JSON.stringify(evidence, null, 2)}\n`);
  const page = join(folder, `${tier}.html`);
  writeFileSync(page, evidencePage(evidence));
  return { evidence, page };
}

/** Lines and promises in a few words, for a terminal. */
export function summary({ promises }: Evidence): string {
  const lines = promises.flatMap((p) => p.lines);
  const open = lines.filter(({ state }) => state !== "met").map(({ id, state }) => `${id} (${state})`);
  const met = promises.filter(({ state }) => state === "met").length;
  return `${met} of ${promises.length} promises met${open.length > 0 ? `; not met: ${open.join(", ")}` : ""}`;
}

function before(tier: Tier): readonly (readonly [string, LineRuns])[] {
  const file = join(folder, `${tier}.json`);
  if (!existsSync(file)) return [];
  const { promises } = JSON.parse(readFileSync(file, "utf8")) as Evidence;
  return promises.flatMap(({ lines }) => lines.flatMap(({ id, ran }) => (ran ? [[id, ran] as const] : [])));
}

function commitNow(): string {
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  try {
    return `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "--", ".", ":!assurance") === "" ? "" : "+"}`;
  } catch {
    // Unpacked from an archive there is no history to name.
    return "?";
  }
}

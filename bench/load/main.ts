// `pnpm load`: what one server process with its PostgreSQL holds, on this machine. The most evaluations a second over HTTP;
// how long answers take at half of that; and, with `--soak MINUTES`, a thousand apps that follow a channel live meanwhile.
// Everything stays on the loopback interface, and ends after a set number of requests and minutes.
import { parseArgs } from "node:util";
import { demoConsumer } from "../../apps/server/src/seed.ts";
import { admin, Console } from "../../apps/server/test/clients.ts";
import { record } from "../../scripts/assurance/run-record.ts";
import { run } from "../../scripts/run.ts";
import { corpus } from "../corpus.ts";
import { quantile } from "../statistics.ts";
import { checkedBodies, headers } from "./bodies.ts";
import { startBuilt } from "./built-server.ts";
import { sendLoad, type Requests } from "./closed-loop.ts";
import { sendPaced } from "./open-loop.ts";
import { soak } from "./soak.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== "--"),
  options: {
    requests: { type: "string", default: "40000" },
    seconds: { type: "string", default: "20" },
    soak: { type: "string", default: "0" },
    clients: { type: "string", default: "1000" },
  },
});
const [requests, seconds, minutes, clients] = [
  values.requests,
  values.seconds,
  values.soak,
  values.clients,
].map(Number);
if (![requests, seconds, minutes, clients].every((n) => n !== undefined && n >= 0))
  throw new TypeError("pnpm load [--requests N] [--seconds N] [--soak MINUTES] [--clients N]");

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const began = performance.now();
const least = 5000;
const slowest = 20;
/** Of two windows of memory: room for what a garbage collector has not taken yet. */
const mayGrow = (early: number): number => early * 1.15 + 16;

function tell(
  line: string,
  counts: { readonly asked: number; readonly reached: number },
  passed: boolean,
): void {
  const spent = Math.round((performance.now() - began) / 1000);
  record({ line, by: "pnpm load", kind: "load", passed, ...counts, seed: null, seconds: spent });
}

/** Requests a second, by as many connections as bring the most. */
async function peakOf(
  load: Requests,
  count: number,
): Promise<{ readonly rate: number; readonly connections: number }> {
  let best = { rate: 0, connections: 0 };
  // The first requests are the compiler's.
  await sendLoad({ ...load, requests: 12_000, connections: 16 });
  for (const connections of [8, 16, 32, 64]) {
    const [start, cpu] = [performance.now(), server.cpuSeconds()];
    await sendLoad({ ...load, requests: count, connections });
    const rate = (count * 1000) / (performance.now() - start);
    const each = ((server.cpuSeconds() - cpu) * 1e6) / count;
    say(
      `  ${connections} connections: ${Math.round(rate)} evaluations a second, ${Math.round(each)} µs of the processors each`,
    );
    if (rate > best.rate) best = { rate, connections };
  }
  return best;
}

/** An administrator lets the key call as often as it can: what is asked is what the server holds, not what it allows. */
async function liftLimits(url: string): Promise<void> {
  const limits = { evaluate: 100_000_000 };
  const sacha = await Console.of(url, admin);
  const { status, text } = await sacha.mutate("consumers.update", { id: demoConsumer.id, limits });
  if (status !== 200) throw new Error(text);
}

if ((await run("turbo", ["run", "build", "--output-logs=errors-only"], { quietStdout: true })) !== 0)
  throw new Error("the build failed");
const server = await startBuilt();
try {
  const [program] = corpus;
  if (!program) throw new Error("there is no program");
  const url = `${server.url}/v1/programs/${program.program}/channels/production/evaluate`;
  await liftLimits(server.url);
  const load = { url, headers, bodies: (await checkedBodies(program, url)).bodies };
  const peak = await peakOf(load, requests ?? 0);
  say(`peak: ${Math.round(peak.rate)} evaluations a second (${program.program})`);
  tell("evaluations-a-second", { asked: least, reached: Math.floor(peak.rate) }, peak.rate >= least);

  const half = peak.rate / 2;
  const latencies = [...(await sendPaced({ ...load, rate: half, seconds: seconds ?? 0, connections: 32 }))];
  const [p50, p99, most] = [0.5, 0.99, 1].map((q) => quantile(latencies, q));
  const inTime = latencies.filter((ms) => ms < slowest).length;
  say(
    `at ${Math.round(half)} a second: p50 ${p50?.toFixed(2)} ms, p99 ${p99?.toFixed(2)} ms, longest ${most?.toFixed(1)} ms of ${latencies.length}`,
  );
  tell(
    "answers-in-time",
    { asked: Math.ceil(latencies.length * 0.99), reached: inTime },
    (p99 ?? slowest) < slowest,
  );

  if (minutes !== undefined && minutes > 0) {
    const told = await soak(server, {
      clients: clients ?? 0,
      minutes,
      requests: load,
      rate: Math.min(500, half),
    });
    const { early, late } = told.memory;
    const isBounded = late <= mayGrow(early);
    say(
      `${told.whole} of ${told.clients} followers heard of all ${told.moves} moves in ${minutes} minutes, ${told.evaluations} evaluations meanwhile; memory ${early.toFixed(0)} MiB early, ${late.toFixed(0)} MiB late`,
    );
    tell("live-clients", { asked: told.clients, reached: told.whole }, told.whole === told.clients);
    tell("bounded-memory", { asked: minutes, reached: isBounded ? minutes : 0 }, isBounded);
    if (told.whole < told.clients || !isBounded) process.exitCode = 1;
  }
  if (peak.rate < least || (p99 ?? slowest) >= slowest) process.exitCode = 1;
} finally {
  await server.stop();
}

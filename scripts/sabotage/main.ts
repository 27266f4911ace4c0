// `pnpm sabotage [words…]`: takes away one protection after the other, each by one line, and asks the test that must turn
// red. Given words, only sabotages whose text, file or test holds one of them. Exit code 1 when one is not noticed.
import { record } from "../assurance/run-record.ts";
import { inConsole } from "./in-console.ts";
import { inConsumers } from "./in-consumers.ts";
import { inServer } from "./in-server.ts";
import { questionOf, Workshop } from "./workshop.ts";

const words = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const chosen = [...inConsole, ...inConsumers, ...inServer].filter(
  ({ what, file, test }) =>
    words.length === 0 || words.some((word) => [what, file, test].some((text) => text.includes(word))),
);
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const began = performance.now();
const workshop = new Workshop();
process.once("exit", () => workshop.remove());
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const unnoticed: string[] = [];
/** A test that fails anyway shows nothing. */
const sound = new Map<string, boolean>();
for (const sabotage of chosen) {
  const question = questionOf(sabotage);
  if (!sound.has(question)) {
    const verdict = await workshop.unbroken(sabotage);
    sound.set(question, verdict === "green");
    if (verdict !== "green") say(`✗ ${verdict} with nothing broken: ${question}`);
  }
  const verdict = sound.get(question) === true ? await workshop.broken(sabotage) : "neither";
  if (verdict !== "red") unnoticed.push(sabotage.what);
  say(`${verdict === "red" ? "✓" : "✗"} ${verdict} ${sabotage.what} – ${sabotage.file} – ${question}`);
}
const noticed = chosen.length - unnoticed.length;
record({
  line: "sabotages",
  by: `pnpm sabotage${words.length > 0 ? ` ${words.join(" ")}` : ""}`,
  kind: "sabotage",
  passed: unnoticed.length === 0,
  asked: chosen.length,
  reached: noticed,
  seed: null,
  seconds: Math.round((performance.now() - began) / 1000),
});
say(`${noticed} of ${chosen.length} sabotages noticed`);
process.exitCode = unnoticed.length === 0 && chosen.length > 0 ? 0 : 1;

// The programs of docs/consumers.md, run outside the workspace from the installed tarball, against a server.
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { referencePrograms } from "@jumelage/content";
import { evaluate, parseRuleSet, type RuleSet } from "@jumelage/engine";
import { lower } from "@jumelage/engine/json-rules-engine";
import { newKey, publish } from "./fixtures.ts";
import { pack } from "./packed.ts";
import { startServer, type TestServer } from "./server.ts";

const here = import.meta.dirname;
const program = "autosoins-diriges";
const facts = {
  suicidalIdeation: "none",
  acutePsychosocialCrisis: false,
  imminentDanger: false,
  primaryProblem: "depressive_disorder",
  severity: "moderate",
  priorityNeed: "reduce_symptoms",
  challengeCharacteristics: [],
  ageYears: 34,
  phq9Total: 15,
  phq9Item9: 0,
};

let folder: string;
let server: TestServer;
let ruleSet: RuleSet;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-consumer-"));
  const parsed = parseRuleSet(referencePrograms.find((p) => p.program === program)?.ruleSet);
  if (!parsed.ok) throw new Error("the reference program does not parse");
  ruleSet = parsed.value;
  const { tarball } = await pack(join(folder, "built"));
  await writeFile(join(folder, "package.json"), '{ "private": true }');
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], { cwd: folder });
  const engine = createRequire(join(here, "../../engine/package.json"));
  const name = "json-rules-engine";
  const library = await realpath(packageFolder(engine.resolve(name), name));
  await symlink(library, join(folder, "node_modules", name));

  const key = await newKey();
  const at = "2026-03-02";
  const vectors = [{}, facts].map((f) => ({ facts: f, at, result: evaluate(ruleSet, f, at).result }));
  const published = await publish(key, {
    number: 1,
    release: { program, ruleSet, vectors },
    pointer: { program, issuedAt: "2020-01-01T00:00:00Z", expires: "2999-01-01T00:00:00Z" },
  });
  server = await startServer({ program });
  server.serve(published);
  await writeFile(join(folder, "trusted-keys.json"), JSON.stringify({ keys: [key.jwk] }));
  // Making the package compiles all of the engine.
}, 240_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

function packageFolder(file: string, name: string): string {
  return file.slice(0, file.lastIndexOf(join("node_modules", name)) + join("node_modules", name).length);
}

/** Runs the block that starts with `// <name>`; what it prints, line by line. */
async function runBlock(name: string): Promise<readonly string[]> {
  const text = await readFile(join(here, "../../../docs/consumers.md"), "utf8");
  const block = [...text.matchAll(/```js\n([\s\S]*?)```/g)].find((match) =>
    match[1]?.startsWith(`// ${name}\n`),
  );
  await writeFile(join(folder, name), block?.[1] ?? "throw new Error('no such block')");
  const env = { PATH: dirname(process.execPath), JUMELAGE_URL: server.url, JUMELAGE_KEY: "consumer-key" };
  const { stdout } = await promisify(execFile)(process.execPath, [name], { cwd: folder, env });
  return stdout.trim().split("\n");
}

describe("docs/consumers.md", () => {
  const stateOf = (): string => {
    const decision = evaluate(ruleSet, facts, "2026-03-02").result.decisions["orientation"];
    return decision?.kind === "one" ? decision.state : "none";
  };

  test("the program that uses the SDK answers, and answers again without the server", async () => {
    expect(await runBlock("app.mjs")).toEqual([`1 false ${stateOf()}`]);
    server.intercept((_, response) => response.destroy());
    expect(await runBlock("app.mjs")).toEqual([`1 false ${stateOf()}`]);
    server.intercept(undefined);
  });

  test("the program that uses json-rules-engine concludes the same", async () => {
    server.intercept((request, response) => {
      const lowered = request.url?.endsWith("/json-rules-engine.json") === true;
      response.end(JSON.stringify(lowered ? lower(ruleSet) : ruleSet));
    });
    expect(await runBlock("rules.mjs")).toEqual([stateOf()]);
    server.intercept(undefined);
  });
});

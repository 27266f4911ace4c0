// `jumelage prove` from the inside: exit codes, one document or lines in either language, progress on standard error.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseRuleSet, proofReportSchema, type RuleSet } from "@jumelage/engine";
import { typographyFaults } from "@jumelage/engine/words";
import { run } from "./run.ts";

const reference = new URL("../../../packages/content/autosoins-diriges/rule-set.json", import.meta.url);

let folder: string;
let sound: string;
let broken: string;

/** One decision, few criteria and the given properties, so that a test takes little. */
function some(ruleSet: RuleSet, criteria: readonly string[], properties: readonly string[]): RuleSet {
  return {
    ...ruleSet,
    decisions: ruleSet.decisions.slice(0, 1).map((d) => ({
      ...d,
      outcomes: d.outcomes.filter((o) => ["immediate", "deeper", "possible"].includes(o.id)),
    })),
    criteria: ruleSet.criteria.filter((c) => criteria.includes(c.id)),
    properties: ruleSet.properties.filter((p) => properties.includes(p.id)),
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-prove-"));
  const parsed = parseRuleSet(JSON.parse(await readFile(reference, "utf8")));
  if (!parsed.ok) throw new Error("the reference program does not parse");
  [sound, broken] = [join(folder, "sound.json"), join(folder, "broken.json")];
  await writeFile(sound, JSON.stringify(some(parsed.value, ["A-I1", "A-I2", "A-I3", "A-C1"], ["SP1"])));
  await writeFile(
    broken,
    JSON.stringify(some(parsed.value, ["A-I2", "A-I3", "A-C1"], ["SP1", "SP9-phq9-worse"])),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function jumelage(...args: readonly string[]) {
  let [out, err] = ["", ""];
  const code = await run(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    input: async () => new Uint8Array(),
    consumerKey: undefined,
    now: () => Date.parse("2026-03-02T12:00:00Z"),
  });
  return { code, out, err };
}

test("what holds is exit 0, with progress from the first question on", async () => {
  const { code, out, err } = await jumelage("prove", sound, "--json");
  const report = proofReportSchema.parse(JSON.parse(out));
  expect(code).toBe(0);
  expect(report.properties.map((p) => [p.id, p.status])).toEqual([["SP1", "proved"]]);
  expect(report.standard.every((s) => s.status === "proved")).toBe(true);
  expect(report.properties[0]?.methods.map((m) => m.method)).toEqual(["solver", "enumeration", "diagram"]);
  expect(err).toContain("SP1");
});

test("what is refuted is exit 1, with the person who shows it", async () => {
  const { code, out } = await jumelage("prove", broken, "--json");
  const report = proofReportSchema.parse(JSON.parse(out));
  expect(code).toBe(1);
  expect(report.properties).toMatchObject([
    { id: "SP1", status: "refuted", witness: { at: "2026-03-02", facts: { suicidalIdeation: "passive" } } },
    { id: "SP9-phq9-worse", status: "refuted", witness: { second: { phq9Total: 15 } } },
  ]);
});

test("people read it as sentences, in French or English", async () => {
  const french = await jumelage("prove", broken);
  expect(french.code).toBe(1);
  expect(french.out).toContain("RÉFUTÉ [SP1] Des idées suicidaires");
  expect(french.out).toContain("«\u00a0Idées suicidaires actuelles\u00a0» est «\u00a0Idées passives");
  expect(french.out).toContain("Seconde personne\u00a0:");
  expect(french.out.split("\n").flatMap((line) => typographyFaults(line.trim(), "fr"))).toEqual([]);
  const english = await jumelage("prove", broken, "--lang", "en");
  expect(english.out).toContain("REFUTED [SP1]");
  expect(english.out).toContain("Second person:");
});

test.each(["0", "-1", "soon", "1e9"])("a time limit of %s is refused", async (limit) => {
  const { code, err } = await jumelage("prove", sound, "--timeout", limit);
  expect(code).toBe(2);
  expect(err).toContain(limit);
});

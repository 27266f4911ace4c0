// `jumelage coverage`, `hazards`, `sources` and `gates`: what they answer about a program's folder, and how they exit.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coverageReportSchema, type Hazard, type Profile, type RuleSet } from "@jumelage/engine";
import { run } from "./run.ts";

const whole = new URL("../../../packages/content/choix-de-service", import.meta.url).pathname;
const read = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(join(whole, `${name}.json`), "utf8")) as T;

let broken: string;
let stops: string;
let hazards: Hazard[];
let profiles: Profile[];

/** The program with a hole of each kind: a stop that nothing keeps, a hazard untested, a statement unexplained. */
beforeAll(async () => {
  broken = await mkdtemp(join(tmpdir(), "jumelage-gates-"));
  const ruleSet = await read<RuleSet>("rule-set");
  hazards = await read<Hazard[]>("hazards");
  profiles = await read<Profile[]>("profiles");
  const statement = ruleSet.sources.flatMap((s) => s.statements).find((s) => s.modelled !== true);
  if (!statement) throw new Error("the reference program leaves nothing out");
  statement.modelled = { reason: { fr: "Contexte.", en: " " } };
  stops = ruleSet.criteria.find((c) => c.id === "B-I1")?.id ?? "";
  const kept = hazards.map((h, i) => ({
    ...h,
    controls: h.controls.filter((c) => !("criterion" in c && c.criterion === stops)),
    ...(i === 0 ? { profiles: ["PB999"] } : {}),
  }));
  await Promise.all(
    Object.entries({
      "rule-set": ruleSet,
      profiles,
      hazards: kept,
    }).map(async ([name, document]) => writeFile(join(broken, `${name}.json`), JSON.stringify(document))),
  );
});
afterAll(() => rm(broken, { recursive: true, force: true }));

async function jumelage(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const code = await run(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    input: () => Promise.resolve(new Uint8Array()),
    consumerKey: undefined,
    now: () => Date.parse("2026-03-02T12:00:00Z"),
  });
  return { code, out, err };
}

async function documentOf(...args: string[]): Promise<{ code: number; document: unknown }> {
  const { code, out } = await jumelage(...args, "--json");
  return { code, document: JSON.parse(out) as unknown };
}

describe("coverage", () => {
  test("of the whole program: every criterion true somewhere, and fewer profiles show as much", async () => {
    const { code, document } = await documentOf("coverage", whole, whole);
    const report = coverageReportSchema.parse(document);
    expect(code).toBe(0);
    expect(report.criteria.filter((c) => c.true.length === 0)).toEqual([]);
    expect(report.smallest.profiles.length).toBeLessThan(profiles.length);
  });

  test("the smallest set shows as much as all; one profile fewer does not", async () => {
    const { document } = await documentOf("coverage", whole, whole);
    const { smallest } = coverageReportSchema.parse(document);
    const chosen = profiles.filter((p) => smallest.profiles.includes(p.id));
    const [small, smaller] = await Promise.all(
      [chosen, chosen.slice(1)].map(async (some, i) => {
        const path = join(broken, `some-${i}.json`);
        await writeFile(path, JSON.stringify(some));
        return coverageReportSchema.parse((await documentOf("coverage", whole, path)).document);
      }),
    );
    const all = coverageReportSchema.parse(document);
    const shown = (report: typeof all | undefined): number =>
      report?.criteria
        .flatMap((c) => [
          c.true,
          c.false,
          c.unknown,
          c.decides,
          ...c.leaves.flatMap((l) => [l.true, l.false, l.unknown]),
        ])
        .concat(
          report.outcomes.map((o) => o.profiles),
          report.boundaries.map((b) => b.profiles),
        )
        .filter((ids) => ids.length > 0).length ?? 0;
    expect(shown(small)).toBe(shown(all));
    expect(shown(smaller)).toBeLessThan(shown(all));
  });

  test("what no profile shows is told in words, and is a finding", async () => {
    const path = join(broken, "few.json");
    await writeFile(path, JSON.stringify(profiles.slice(0, 2)));
    const { code, out } = await jumelage("coverage", whole, path, "--lang", "en");
    expect(code).toBe(1);
    expect(out).toMatch(/^No profile makes criterion B-\w+ true: [A-Z]/);
    expect(out).toMatch(/\nNo profile gets, for “[^”]+”: [A-Z]/);
  });
});

test("hazards: a hazard whose test is gone and a stop that keeps nobody are told, by folder or by file", async () => {
  expect((await documentOf("hazards", whole, whole, whole)).document).toEqual({
    hazards: hazards.length,
    gaps: { properties: [], criteria: [], hazards: [] },
  });
  const gaps = { properties: [], criteria: [stops], hazards: ["H01"] };
  const files = ["rule-set", "hazards", "profiles"].map((name) => join(broken, `${name}.json`));
  expect(await documentOf("hazards", ...files)).toEqual({
    code: 1,
    document: { hazards: hazards.length, gaps },
  });
  const { out } = await jumelage("hazards", broken, broken, broken);
  expect(out).toMatch(/^Danger H01 sans mesure ou sans profil qui existe\u00a0: Une personne/);
});

test("sources: a reason that is missing in one language is no reason", async () => {
  expect((await documentOf("sources", whole)).code).toBe(0);
  const { code, document } = await documentOf("sources", broken);
  expect({ code, document }).toMatchObject({
    code: 1,
    document: { open: [{ statement: "S1", why: "unexplained" }] },
  });
});

describe("consumers", () => {
  const files = async (apps: unknown): Promise<readonly [base: string, file: string]> => {
    const ruleSet = await read<RuleSet>("rule-set");
    const [base, file] = [join(broken, "before.json"), join(broken, "apps.json")];
    const [decision] = ruleSet.decisions;
    if (decision) decision.outcomes.push({ ...(decision.outcomes[0] ?? never()), id: "brand-new" });
    await Promise.all([
      writeFile(base, JSON.stringify(ruleSet)),
      writeFile(file, typeof apps === "string" ? apps : JSON.stringify(apps)),
    ]);
    return [base, file];
  };
  const clinic = { consumer: "clinic", name: "Clinique", channel: "production", sends: ["severity"] };

  test("an outcome that is new is told of every app; without one there is nothing to find", async () => {
    const [head, apps] = await files([clinic, { ...clinic, channel: null, sends: null }]);
    const found = await jumelage("consumers", whole, head, "--consumers", apps, "--lang", "en");
    expect(found.code).toBe(1);
    expect(found.out.match(/may not know how to show/g)).toHaveLength(2);
    expect(found.out).toContain("New for applications: 1; applications known: 2.");
    expect(await documentOf("consumers", head, whole, "--consumers", apps)).toMatchObject({
      code: 0,
      document: { consumers: 2, lacks: [] },
    });
  });

  test.each([
    ["{", "n’est pas du JSON en UTF-8"],
    ["[{}]", "n’est pas un fichier d’applications"],
    [JSON.stringify([{ ...clinic, values: {} }]), "n’est pas un fichier d’applications"],
  ])("a file that is none is refused: %s", async (text, why) => {
    const [head, apps] = await files(text);
    const { code, err } = await jumelage("consumers", whole, head, "--consumers", apps);
    expect(code).toBe(2);
    expect(err).toContain(why);
  });
});

function never(): never {
  throw new Error("the reference program has an outcome");
}

describe("gates", () => {
  interface Gates {
    readonly ready: boolean;
    readonly gates: readonly { readonly gate: string; readonly passed: boolean }[];
    readonly onServer: readonly string[];
  }

  test("each says what it found; those that found nothing passed", async () => {
    const apps = join(broken, "apps-of-gates.json");
    await writeFile(apps, JSON.stringify([{ consumer: "a", name: "A", channel: null, sends: null }]));
    const more = ["--base", whole, "--consumers", apps, "--timeout", "60"];
    const answer = await documentOf("gates", broken, ...more);
    const { code, document } = answer as { code: number; document: Gates };
    expect({ code, ready: document.ready }).toEqual({ code: 1, ready: false });
    expect(Object.fromEntries(document.gates.map((g) => [g.gate, g.passed]))).toEqual({
      diagnostics: false,
      profiles: true,
      evaluators: true,
      properties: true,
      differences: true,
      mutants: true,
      boundaries: true,
      hazards: false,
      sources: false,
      consumers: true,
    });
    expect(document.onServer).toEqual(["sign-off", "sentences", "approval"]);
  });

  test("what is not there is named: exit 2", async () => {
    const { code, err } = await jumelage("gates", join(broken, "nothing"));
    expect(code).toBe(2);
    expect(err).toContain("impossible de lire");
  });
});

// The table of allowed arrows between units, and the rules of ARCHITECTURE.md that a machine can hold.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { expect, test } from "vitest";

const root = import.meta.dirname;
const files = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"],
  { cwd: root, encoding: "utf8" },
)
  .split("\n")
  .filter((file) => file !== "");

/** What each unit may import from the workspace: values, or types only. */
const arrows: Readonly<
  Record<string, { readonly values: readonly string[]; readonly types?: readonly string[] }>
> = {
  "packages/engine": { values: [] },
  "packages/content": { values: [], types: ["@jumelage/engine"] },
  "packages/prover": { values: ["@jumelage/engine"] },
  "packages/cohort": { values: ["@jumelage/engine"] },
  "packages/db": { values: ["@jumelage/engine"] },
  "packages/api": { values: ["@jumelage/engine", "@jumelage/db"] },
  "packages/sdk": { values: ["@jumelage/engine"] },
  "apps/server": {
    values: ["@jumelage/api", "@jumelage/db", "@jumelage/content", "@jumelage/engine", "@jumelage/prover"],
  },
  "apps/admin": {
    values: ["@jumelage/engine", "@jumelage/cohort", "@jumelage/sdk", "@jumelage/api/schemas"],
    types: ["@jumelage/api"],
  },
  "apps/cli": {
    values: ["@jumelage/engine", "@jumelage/cohort", "@jumelage/prover", "@jumelage/sdk", "@jumelage/db"],
  },
};
/** Tests may read the reference programs, and the throw-away database. */
const forTests = ["@jumelage/content", "@jumelage/db/test", "@jumelage/sdk"];
/** Folders that may import anything, and that nothing imports. */
const open = ["bench", "e2e", "scripts"];
/** Folders of engine that run a rule set, each on its own. */
const evaluators = ["evaluate", "compile", "graph", "json-rules-engine", "smt", "sql"];
/** Where `node:` modules may be named in the packages. */
const nodeAllowed = [
  /^apps\/(server|cli)\//,
  /^packages\/db\//,
  /^packages\/sdk\/src\/(node|file-cache)/,
  /^packages\/sdk\/build\.ts$/,
  /^packages\/prover\/src\/worker/,
  /^(scripts|e2e|bench)\//,
  /\.test\.ts$/,
  /\/test\//,
  /config\.ts$/,
];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): readonly Import[] {
  const source = readFileSync(join(root, file), "utf8");
  const found = [
    ...source.matchAll(/^\s*(?:import|export)\s+(type\s)?[^;"']*?(?:from\s+)?["']([^"']+)["']/gm),
  ].map((match) => ({
    file,
    from: match[2] ?? "",
    typeOnly: match[1] !== undefined,
  }));
  const dynamic = [...source.matchAll(/\bimport\(\s*["']([^"']+)["']/g)].map((match) => ({
    file,
    from: match[1] ?? "",
    typeOnly: false,
  }));
  return [...found, ...dynamic];
}

const imports = files.flatMap(importsOf);
const isTest = (file: string): boolean => /\.test\.tsx?$|\/test\/|vitest\.config\.ts$/.test(file);
const unitOf = (file: string): string => file.split("/").slice(0, 2).join("/");
const under = (name: string, allowed: readonly string[]): boolean =>
  allowed.some((a) => name === a || name.startsWith(`${a}/`));

test("arrows between units point down only", () => {
  const wrong = imports.filter(({ file, from, typeOnly }) => {
    if (!from.startsWith("@jumelage/") || open.includes(file.split("/")[0] ?? "")) return false;
    const allowed = arrows[unitOf(file)];
    if (!allowed) return true;
    if (from.startsWith(`@jumelage/${unitOf(file).split("/")[1]}`)) return true;
    if (isTest(file) && under(from, forTests)) return false;
    // A package may export several entries; `schemas` is the only one of api that the console reads as values.
    const values =
      unitOf(file) === "apps/admin"
        ? allowed.values.includes(from) || under(from, ["@jumelage/engine"])
        : under(from, allowed.values);
    return !(values || (typeOnly && under(from, allowed.types ?? [])));
  });
  expect(wrong).toEqual([]);
});

test("no relative import leaves its unit", () => {
  const wrong = imports.filter(({ file, from }) => {
    if (!from.startsWith(".") || open.includes(file.split("/")[0] ?? "") || !/^(packages|apps)\//.test(file))
      return false;
    return unitOf(normalize(join(dirname(file), from))) !== unitOf(file);
  });
  expect(wrong).toEqual([]);
});

test("W5 no evaluator imports another: they share model, kleene and the shape of questions only", () => {
  const source = "packages/engine/src";
  const wrong = imports.filter(({ file, from, typeOnly }) => {
    const folder = relative(source, file).split("/")[0] ?? "";
    if (!file.startsWith(source) || isTest(file) || !evaluators.includes(folder) || !from.startsWith("."))
      return false;
    const target = relative(source, normalize(join(dirname(file), from)));
    if (typeOnly && target === "question/question.ts") return false;
    const shared = ["model/", "wasm/"].some((common) => target.startsWith(common)) || target === "kleene.ts";
    return !(shared || target.startsWith(`${folder}/`));
  });
  expect(wrong).toEqual([]);
});

test("only the edges name node modules, and only one folder names json-rules-engine", () => {
  expect(
    imports.filter(
      ({ file, from }) =>
        from.startsWith("node:") && file.includes("/") && !nodeAllowed.some((a) => a.test(file)),
    ),
  ).toEqual([]);
  const named = imports.filter(
    ({ file, from }) => from === "json-rules-engine" && !/^(bench|e2e)\//.test(file),
  );
  expect(
    named.filter(({ file }) => !file.startsWith("packages/engine/src/json-rules-engine/") && !isTest(file)),
  ).toEqual([]);
});

test("no source file is over 400 lines", () => {
  const long = files
    .filter((file) => !/\/migrations\//.test(file))
    .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length }))
    .filter(({ lines }) => lines > 401);
  expect(long).toEqual([]);
});

test("the table sees the imports it judges", () => {
  expect(imports.filter(({ file }) => file.startsWith("packages/engine/")).length).toBeGreaterThan(50);
  expect(imports.some(({ from, typeOnly }) => from === "@jumelage/content" && !typeOnly)).toBe(true);
});

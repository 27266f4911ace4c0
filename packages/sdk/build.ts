// Makes the package that downstream apps install: this folder's sources and the part of the engine they use, as plain
// JavaScript with types, and a package.json of its own. Nothing is minified, so that what runs can be read.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const here = import.meta.dirname;
const out = join(here, "dist/package");
const entries: Readonly<Record<string, string>> = {
  "@jumelage/engine": join(out, "engine/src/index.js"),
  "@jumelage/engine/words": join(out, "engine/src/words/index.js"),
};

/** A specifier as it must read in the package: the engine lies beside, and every file is a `.js`. */
function resolved(file: string, specifier: string): string {
  const entry = entries[specifier];
  if (entry !== undefined) {
    const path = relative(dirname(file), entry).replaceAll("\\", "/");
    return path.startsWith(".") ? path : `./${path}`;
  }
  if (specifier.startsWith("@jumelage/"))
    throw new Error(`${file} imports ${specifier}, which is not packed`);
  return specifier.startsWith(".") ? specifier.replace(/\.ts$/, ".js") : specifier;
}

rmSync(out, { recursive: true, force: true });
execFileSync(join(here, "../../node_modules/.bin/tsc"), ["-p", join(here, "tsconfig.build.json")], {
  stdio: "inherit",
  shell: process.platform === "win32",
});

for (const name of readdirSync(out, { recursive: true, encoding: "utf8" })) {
  if (!/\.(js|d\.ts)$/.test(name)) continue;
  const file = join(out, name);
  const source = readFileSync(file, "utf8");
  const rewritten = source.replaceAll(
    /(\bfrom\s*|\bimport\s*\(?\s*)"([^"\n]+)"/g,
    (_, before: string, specifier: string) => `${before}"${resolved(file, specifier)}"`,
  );
  if (rewritten !== source) writeFileSync(file, rewritten);
}

const own = JSON.parse(readFileSync(join(here, "package.json"), "utf8")) as Readonly<Record<string, unknown>>;
const zod = JSON.parse(readFileSync(join(here, "../engine/node_modules/zod/package.json"), "utf8")) as {
  version: string;
};
const exported = (name: string): object => ({
  types: `./sdk/src/${name}.d.ts`,
  default: `./sdk/src/${name}.js`,
});
const manifest = {
  name: own["name"],
  version: own["version"],
  description: own["description"],
  license: own["license"],
  type: "module",
  sideEffects: false,
  engines: { node: ">=20" },
  exports: { ".": exported("index"), "./node": exported("node") },
  dependencies: { zod: zod.version },
};
writeFileSync(join(out, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);

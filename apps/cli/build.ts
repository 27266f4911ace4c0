// Makes the one file that an auditor downloads and runs with Node alone (in `dist`, or in the folder given): `verify` and
// `audit verify`, with all that they need within. Names stay as they are, so that what runs can be read.
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";

const here = import.meta.dirname;
const dist = resolve(process.argv[2] ?? join(here, "dist"));
const file = "jumelage-verify.mjs";
rmSync(join(dist, file), { force: true });

await build({
  configFile: false,
  logLevel: "warn",
  root: here,
  // All of it goes in: nothing is installed where it runs.
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: join(here, "src/verify-main.ts"),
    outDir: dist,
    emptyOutDir: false,
    minify: false,
    target: "node20",
    rolldownOptions: {
      // What nothing is taken from is left out: of the database, only how a journal is read stays.
      treeshake: { moduleSideEffects: false },
      output: { entryFileNames: file, codeSplitting: false, comments: false },
    },
  },
});
chmodSync(join(dist, file), 0o755);

// The bundle says itself what it would miss elsewhere.
const missing = [...readFileSync(join(dist, file), "utf8").matchAll(/^import .* from "([^"]+)"/gm)]
  .map(([, name]) => name ?? "")
  .filter((name) => !name.startsWith("node:"));
if (missing.length > 0) throw new Error(`${file} needs ${missing.join(", ")}`);

// Makes the package that downstream apps install, and its tarball (in `dist`, or in the folder given): one file for browsers and workers, one for Node, one with the disk
// cache, one with the React hook, all that they need of the engine within, no dependency; and types beside them. Names stay as they are, so that what
// runs can be read; what pages load has no comments and no white space, which any formatter puts back.
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build } from "vite";

const here = import.meta.dirname;
const dist = resolve(process.argv[2] ?? join(here, "dist"));
const out = join(dist, "package");
const types = join(out, "types");

rmSync(out, { recursive: true, force: true });
await bundle("index", { conditions: ["import"], external: [], forPages: true });
await bundle("index", { conditions: ["node", "import"], external: [], name: "index.node" });
await bundle("node", { conditions: ["node", "import"], external: [/^node:/] });
// The client is the application's own, given to the hook: only its types are known here.
await bundle("react", { conditions: ["import"], external: [/^react$/] });
writeTypes();
writeManifest();
copyFileSync(join(here, "../../LICENSE"), join(out, "LICENSE"));
pack();

async function bundle(
  entry: string,
  how: {
    readonly conditions: string[];
    readonly external: RegExp[];
    readonly name?: string;
    readonly forPages?: true;
  },
): Promise<void> {
  await build({
    configFile: false,
    logLevel: "warn",
    root: here,
    resolve: {
      alias: { zod: join(here, "src/packed/zod.ts") },
      conditions: how.conditions,
    },
    build: {
      outDir: out,
      emptyOutDir: false,
      minify: false,
      target: "es2023",
      lib: { entry: join(here, `src/${entry}.ts`), formats: ["es"], fileName: how.name ?? entry },
      rolldownOptions: {
        external: how.external,
        output: {
          codeSplitting: false,
          comments: false,
          minify:
            how.forPages === true
              ? { mangle: false, compress: false, codegen: { removeWhitespace: true } }
              : false,
        },
      },
    },
  });
}

/** A specifier as it must read in the package: the engine and its schemas lie beside, and every file is a `.js`. */
function resolved(file: string, specifier: string): string {
  const entries: Readonly<Record<string, string>> = {
    "@jumelage/engine": join(types, "engine/src/index.js"),
    "@jumelage/engine/words": join(types, "engine/src/words/index.js"),
    zod: join(types, "sdk/src/packed/zod.js"),
  };
  const entry = entries[specifier];
  if (entry !== undefined) {
    const path = relative(dirname(file), entry).replaceAll("\\", "/");
    return path.startsWith(".") ? path : `./${path}`;
  }
  if (specifier.startsWith("@jumelage/"))
    throw new Error(`${file} imports ${specifier}, which is not packed`);
  return specifier.startsWith(".") ? specifier.replace(/\.ts$/, ".js") : specifier;
}

/** Declarations of what the entries say, and of nothing that they do not reach. */
function writeTypes(): void {
  execFileSync(
    join(here, "../../node_modules/.bin/tsc"),
    ["-p", join(here, "tsconfig.build.json"), "--outDir", types],
    {
      stdio: "inherit",
      shell: process.platform === "win32",
    },
  );
  const reached = new Set<string>();
  const queue = ["index", "node", "react"].map((name) => join(types, `sdk/src/${name}.d.ts`));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const from = file;
    const source = readFileSync(from, "utf8").replaceAll(
      /(\bfrom\s*|\bimport\s*\(?\s*)"([^"\n]+)"/g,
      (_, before: string, specifier: string) => {
        const path = resolved(from, specifier);
        if (path.startsWith(".")) queue.push(join(dirname(from), path.replace(/\.js$/, ".d.ts")));
        return `${before}"${path}"`;
      },
    );
    writeFileSync(from, source);
  }
  for (const name of readdirSync(types, { recursive: true, encoding: "utf8" })) {
    const file = join(types, name);
    if (file.endsWith(".d.ts") && !reached.has(file)) rmSync(file);
  }
}

function writeManifest(): void {
  const own = JSON.parse(readFileSync(join(here, "package.json"), "utf8")) as Readonly<
    Record<string, unknown>
  >;
  const manifest = {
    name: own["name"],
    version: own["version"],
    description: own["description"],
    license: own["license"],
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    exports: {
      ".": { types: "./types/sdk/src/index.d.ts", node: "./index.node.js", default: "./index.js" },
      "./node": { types: "./types/sdk/src/node.d.ts", default: "./node.js" },
      "./react": { types: "./types/sdk/src/react.d.ts", default: "./react.js" },
    },
    // For `./react` alone.
    peerDependencies: { react: ">=18" },
    peerDependenciesMeta: { react: { optional: true } },
  };
  writeFileSync(join(out, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** The tarball, under a name that does not change with the version: what the server offers. */
function pack(): void {
  const name = execFileSync("npm", ["pack", out, "--pack-destination", dist, "--silent"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  }).trim();
  renameSync(join(dist, name), join(dist, "jumelage-sdk.tgz"));
}

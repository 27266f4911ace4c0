// The tests as they are, with nothing mutated: how long each file takes and what it runs. It takes minutes, so it is kept
// between runs, and after a change only those test files run again that changed or ran what changed.
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../run.ts";
import type { Mutant } from "./mutants.ts";
import type { TestFile } from "./order.ts";
import type { Runner } from "./runner.ts";

/** Tests that take minutes even with few cases are left out: a mutant can only survive for it. */
const tooLong = ["packages/prover/test/faults/corpus.test.ts"];
const kept = join(root, "node_modules/.cache/jumelage-unmutated.json");
/** What every test file may rest on, beside itself and the sources whose mutants are counted. */
const shared = [
  "packages/{engine,prover,sdk}/{test,conformance}/**/*",
  "packages/content/src/**/*",
  "packages/db/{src,test}/**/*",
  "pnpm-lock.yaml",
  "scripts/mutation/{host,setup}.ts",
];

interface KeptTest {
  readonly file: string;
  readonly hash: string;
  readonly seconds: number;
  /** By source file, how often each of its mutants' places is run, in the order of their ids. */
  readonly hits: Readonly<Record<string, readonly number[]>>;
}

interface Unmutated {
  /** All that are counted. */
  readonly mutants: readonly Mutant[];
  /** Whether a test file is wanted; of the others, only what is known already is kept. */
  readonly isAsked: (file: string) => boolean;
  readonly say: (message: string) => void;
}

type Hashes = Readonly<Record<string, string>>;

interface Kept {
  readonly shared: Hashes;
  readonly sources: Hashes;
  readonly tests: readonly KeptTest[];
}

/**
 * Every test file; all must pass, else no kill means anything.
 * @throws Error naming the test that fails
 */
export async function runUnmutated(
  runner: Runner,
  { mutants, isAsked, say }: Unmutated,
): Promise<readonly TestFile[]> {
  const ids = idsByFile(mutants);
  const now: Omit<Kept, "tests"> = {
    shared: hashesOf(globSync(shared, { cwd: root }).filter((file) => !file.endsWith(".test.ts"))),
    sources: hashesOf([...ids.keys()]),
  };
  const before = read();
  // A file that is new is read by nobody who has not changed as well.
  const isSame = (of: "shared" | "sources", file: string): boolean => before?.[of][file] === now[of][file];
  const isSharedSame = Object.keys(before?.shared ?? {}).every((file) => isSame("shared", file));
  const tests: KeptTest[] = [];
  for (const file of await runner.tests()) {
    if (tooLong.includes(file)) continue;
    const same = isSharedSame ? before?.tests.find((test) => test.file === file) : undefined;
    const hash = hashOf(file);
    if (same?.hash === hash && Object.keys(same.hits).every((source) => isSame("sources", source)))
      tests.push(same);
    else if (isAsked(file)) tests.push({ file, hash, ...(await runOne(runner, file, ids, say)) });
  }
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify({ ...now, tests } satisfies Kept));
  return tests
    .filter(({ file }) => isAsked(file))
    .map(({ file, seconds, hits }) => ({ file, seconds, covered: byId(hits, ids) }));
}

async function runOne(
  runner: Runner,
  file: string,
  ids: ReadonlyMap<string, readonly string[]>,
  say: (message: string) => void,
): Promise<Pick<KeptTest, "seconds" | "hits">> {
  const said = await runner.run({ test: file, mutant: null }, 1800);
  if (said === "timeout" || !said.passed)
    throw new Error(`${file} fails with nothing mutated: ${said === "timeout" ? said : said.failure}`);
  say(`  unmutated ${said.seconds.toFixed(1)} s ${file}`);
  const hits = [...ids].map(([source, all]) => [source, all.map((id) => said.covered[id] ?? 0)] as const);
  return {
    seconds: said.seconds,
    hits: Object.fromEntries(hits.filter(([, each]) => each.some((count) => count > 0))),
  };
}

/** Ids change with any source before theirs; their order within a file does not as long as the file stays the same. */
function idsByFile(mutants: readonly Mutant[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const { file, id } of mutants.toSorted((a, b) => Number(a.id) - Number(b.id))) {
    const ids = files.get(file) ?? [];
    ids.push(id);
    files.set(file, ids);
  }
  return files;
}

function byId(
  hits: KeptTest["hits"],
  ids: ReadonlyMap<string, readonly string[]>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(hits).flatMap(([source, each]) =>
      each.map((count, i) => [ids.get(source)?.[i] ?? "", count] as const).filter(([, count]) => count > 0),
    ),
  );
}

function read(): Kept | undefined {
  return existsSync(kept) ? (JSON.parse(readFileSync(kept, "utf8")) as Kept) : undefined;
}

function hashesOf(files: readonly string[]): Hashes {
  const real = files.filter((file) => statSync(join(root, file)).isFile());
  return Object.fromEntries(real.map((file) => [file, hashOf(file)]));
}

function hashOf(file: string): string {
  return createHash("sha256")
    .update(readFileSync(join(root, file)))
    .digest("hex");
}

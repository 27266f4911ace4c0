// A real server process for tests: started from source or as built, on an embedded database of its own or on any cluster, with
// everything it writes kept, and killed if the test forgets.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface ServerProcess {
  readonly url: string;
  /** The database the server uses, for what no door of the product can arrange. */
  readonly databaseUrl: string;
  /** Everything written so far, standard output and error together. */
  readonly output: () => string;
  /** Asks it to stop and waits; the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it at once, as a power cut would. */
  readonly kill: () => Promise<void>;
}

export interface ProcessOptions {
  /** Runs what `pnpm build` made, the console included, instead of the source. */
  readonly built?: boolean;
  /** Absent: an embedded database in a folder of its own, a copy of the run's template where there is one. */
  readonly databaseUrl?: string;
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

// What a test forgets does not outlive the run.
const children = new Set<ChildProcess>();
process.once("exit", () => children.forEach((child) => child.kill("SIGKILL")));

const main = path.resolve(import.meta.dirname, "../src/main.ts");
const builtMain = path.resolve(import.meta.dirname, "../dist/main.js");

/** What a process started here has of ours. */
export const ofProcess: Readonly<Record<string, string | undefined>> = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  // Many are started from the same sources: what is compiled once need not be again.
  NODE_COMPILE_CACHE: path.join(tmpdir(), "jumelage-compile-cache"),
};

/** Names the data folder of a demo that was made for this run (demo-template.ts). */
export const templateVariable = "JUMELAGE_TEST_TEMPLATE";

/** Starts a demo server and waits until it says where it is. */
export async function startProcess(options: ProcessOptions = {}): Promise<ServerProcess> {
  const own = options.dataDir === undefined;
  const isDemo = options.databaseUrl === undefined && options.env?.["JUMELAGE_MODE"] === undefined;
  const dataDir = options.dataDir ?? (isDemo ? demoFolder() : temporaryFolder());
  const child = spawn(process.execPath, [options.built ? builtMain : main], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...ofProcess,
      JUMELAGE_MODE: "demo",
      JUMELAGE_DATA_DIR: dataDir,
      LOG_LEVEL: "debug",
      PORT: "0",
      ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
      ...options.env,
    },
  });
  const written: string[] = [];
  const out: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => written.push(chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    out.push(chunk.toString());
    written.push(chunk.toString());
  });
  const cleanUp = (): void => {
    if (own) rmSync(dataDir, { recursive: true, force: true });
  };
  children.add(child);
  const ended = new Promise<number | null>((resolve) => void child.once("exit", (code) => resolve(code)));
  const url = await Promise.race([firstLine(child, out), ended.then(() => undefined)]);
  if (url === undefined) {
    cleanUp();
    throw new Error(`the server ended before it was ready:\n${written.join("")}`);
  }
  return {
    url,
    databaseUrl: options.databaseUrl ?? embeddedUrl(dataDir),
    output: () => written.join(""),
    stop: async () => {
      child.kill("SIGTERM");
      const code = await ended;
      cleanUp();
      return code;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The data folder of a demo that was started and stopped before: a copy of the run's template; empty where there is none. */
export function demoFolder(): string {
  const folder = temporaryFolder();
  const template = process.env[templateVariable];
  // With its owners: PostgreSQL runs under another account where tests run as root.
  if (template !== undefined) execFileSync("cp", ["-a", `${template}/.`, folder]);
  return folder;
}

/** A folder that other accounts may enter, as the embedded PostgreSQL needs. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "jumelage-server-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** Runs the server with an environment it cannot use, and returns what it says and its exit code. */
export async function runToEnd(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [main], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...ofProcess, JUMELAGE_DATA_DIR: "/nonexistent/jumelage", ...env },
  });
  const written: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => written.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => written.push(chunk.toString()));
  const code = await new Promise<number | null>(
    (resolve) => void child.once("close", (exit) => resolve(exit)),
  );
  return { code, output: written.join("") };
}

function firstLine(child: ChildProcess, out: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const [line, ...rest] = out.join("").split("\n");
      if (rest.length === 0 || line === undefined) return;
      child.stdout?.off("data", look);
      try {
        const said: unknown = JSON.parse(line);
        resolve((said as { url: string }).url);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    child.stdout?.on("data", look);
  });
}

/** Where the embedded PostgreSQL of a data folder answers. */
function embeddedUrl(dataDir: string): string {
  const password = readFileSync(path.join(dataDir, "postgres.password"), "utf8").trim();
  const port = readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[3]?.trim();
  return `postgresql://jumelage:${password}@127.0.0.1:${port ?? ""}/jumelage`;
}

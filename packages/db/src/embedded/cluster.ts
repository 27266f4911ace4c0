// One cluster on disk and the PostgreSQL process that serves it: made, started, adopted, stopped. Who may do so
// (the lock) and what happens when the process dies (the supervision) is decided in `embedded.ts`.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { asAccount, type Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { giveTo } from "./place.ts";
import { clearStale, livingPostmaster, logTail, turnLog, type Postmaster } from "./postmaster.ts";
import { isAlive, processesBelow, sleep, until } from "./processes.ts";
import { EmbeddedError } from "./report.ts";

/** Everything needed to run one cluster. */
export interface Cluster {
  readonly directory: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly password: string;
  readonly log: string;
  /** Off for throw-away clusters: nothing is synced to disk. */
  readonly durable: boolean;
}

export interface Running extends Postmaster {
  /** Absent when the process was adopted: it is then not our child. */
  readonly child?: ChildProcess;
}

/** The role that owns the cluster, and the database in it. */
export const owner = "jumelage";

export function clusterUrl(cluster: Cluster, port: number, database = owner): string {
  return `postgresql://${owner}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** Removes what is left of an `initialise` that was cut short, and ends the initdb that may still be at it. */
export async function sweepUnfinished(cluster: Cluster): Promise<void> {
  const home = dirname(cluster.directory);
  for (const leftover of readdirSync(home).filter((name) => name.startsWith("postgres.new-"))) {
    const folder = join(home, leftover);
    for (const pid of processesBelow(folder)) signal(pid, "SIGKILL");
    await until(10_000, () => processesBelow(folder).length === 0);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the cluster: beside its place and then renamed, so that one that exists is whole. */
export function initialise(cluster: Cluster): void {
  const work = join(dirname(cluster.directory), `postgres.new-${randomUUID().slice(0, 8)}`);
  giveTo(cluster.account, work);
  const [data, passwordFile] = [join(work, "data"), join(work, "password")];
  writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o644 });
  const made = spawnSync(
    cluster.binaries.initdb,
    [
      `--pgdata=${data}`,
      `--username=${owner}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same order of texts on every system, whatever its C library.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--no-instructions",
      ...(cluster.durable ? [] : ["--no-sync"]),
    ],
    { ...asAccount(cluster.account), cwd: work, encoding: "utf8", env: environment() },
  );
  if (made.status !== 0) {
    rmSync(work, { recursive: true, force: true });
    throw new EmbeddedError(
      "initdb-failed",
      {
        fr: `La base de données n’a pas pu être créée dans ${dirname(cluster.directory)}.`,
        en: `The database could not be created in ${dirname(cluster.directory)}.`,
      },
      `${made.error?.message ?? ""}${made.stderr}`.trim(),
    );
  }
  renameSync(data, cluster.directory);
  rmSync(work, { recursive: true, force: true });
}

/** The server of this cluster that still runs, if it is really it: right data directory, our password, our version. */
export async function adoptable(cluster: Cluster): Promise<Running | undefined> {
  const found = livingPostmaster(cluster.directory);
  if (!found) return undefined;
  // It may still be replaying its log.
  let verdict = "not-yet" as Probe;
  await until(60_000, async () => {
    verdict = isAlive(found.pid) ? await probe(cluster, found.port) : "no";
    return verdict !== "not-yet";
  });
  return verdict === "yes" ? found : undefined;
}

/** Starts the server on a port of the system's choosing, or on `port`, and waits until it answers. */
export async function launch(cluster: Cluster, port?: number): Promise<Running> {
  await clearStale(cluster.directory);
  turnLog(cluster.log);
  let last = "";
  for (let attempt = 0; attempt < 40; attempt++) {
    const chosen = attempt === 0 && port !== undefined ? port : await freePort();
    const result = await launchOn(cluster, chosen);
    if (typeof result !== "string") return result;
    last = result;
    // Somebody else took the port in between; or the backends of a dead server are still on their way out.
    if (/address already in use|could not bind/i.test(last)) continue;
    if (/shared memory block|lock file "postmaster.pid" already exists/i.test(last)) {
      await sleep(500);
      await clearStale(cluster.directory);
      continue;
    }
    break;
  }
  throw new EmbeddedError(
    "start-failed",
    {
      fr: `PostgreSQL n’a pas démarré. Son journal\u00a0: ${cluster.log}.`,
      en: `PostgreSQL did not start. Its log: ${cluster.log}.`,
    },
    last,
  );
}

/** Stops a server: open transactions are rolled back, everything acknowledged is on disk. */
export async function stop(cluster: Cluster, running: Postmaster): Promise<void> {
  if (!isAlive(running.pid)) return;
  if (process.platform === "win32") {
    spawnSync(cluster.binaries.pgCtl, ["stop", "-D", cluster.directory, "-m", "fast", "-w"]);
  } else {
    signal(running.pid, "SIGINT");
  }
  if (await until(30_000, () => !isAlive(running.pid))) return;
  // A server that does not finish in time ends as in a crash: the next start replays its log.
  for (const harder of ["SIGQUIT", "SIGKILL"] as const) {
    signal(running.pid, harder);
    if (await until(10_000, () => !isAlive(running.pid))) return;
  }
  throw new EmbeddedError("does-not-stop", {
    fr: `PostgreSQL (processus ${running.pid}) ne s’arrête pas.`,
    en: `PostgreSQL (process ${running.pid}) does not stop.`,
  });
}

/** Gives the owner a new password, with no server running: the file that kept the old one was lost. */
export function resetPassword(cluster: Cluster): void {
  const statement = `ALTER ROLE ${owner} PASSWORD '${cluster.password}'`;
  const done = spawnSync(cluster.binaries.postgres, ["--single", "-D", cluster.directory, "postgres"], {
    ...asAccount(cluster.account),
    cwd: cluster.directory,
    env: environment(),
    encoding: "utf8",
    input: `${statement}\n`,
  });
  if (done.status !== 0 || /ERROR|FATAL|PANIC/.test(done.stderr)) {
    throw new EmbeddedError(
      "start-failed",
      {
        fr: "Le mot de passe de la base de données est perdu, et n’a pas pu être remplacé.",
        en: "The password of the database is lost and could not be replaced.",
      },
      done.stderr.trim(),
    );
  }
}

/** Makes sure that the application's database exists. */
export async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = await connect(clusterUrl(cluster, port, "postgres"));
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [owner]);
    if (rowCount === 0) await client.query(`create database ${owner}`);
  } finally {
    await client.end();
  }
}

/** The major version a cluster was made by. */
export function clusterMajor(directory: string): string | undefined {
  const path = join(directory, "PG_VERSION");
  return existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
}

type Probe = "yes" | "no" | "not-yet";

async function probe(cluster: Cluster, port: number): Promise<Probe> {
  try {
    const client = await connect(clusterUrl(cluster, port, "postgres"));
    try {
      const { rows } = await client.query<{ directory: string; version: string }>(
        "select current_setting('data_directory') as directory, current_setting('server_version') as version",
      );
      const same =
        rows[0]?.directory === cluster.directory &&
        rows[0].version.split(" ")[0] === cluster.binaries.version;
      return same ? "yes" : "no";
    } finally {
      await client.end();
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    // 57P03: starting up. A refused connection: not listening yet.
    return code === "57P03" || code === "ECONNREFUSED" || code === "ECONNRESET" ? "not-yet" : "no";
  }
}

/** Starts on one port. Answers the running server, or the last words of one that ended. */
async function launchOn(cluster: Cluster, port: number): Promise<Running | string> {
  const logStart = statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0;
  const logFile = openSync(cluster.log, "a", 0o600);
  const child = spawn(cluster.binaries.postgres, ["-D", cluster.directory, ...settings(cluster, port)], {
    ...asAccount(cluster.account),
    cwd: cluster.directory,
    env: environment(),
    // In a session of its own: a Ctrl-C in the terminal is ours to handle, and PostgreSQL is stopped after us.
    detached: true,
    stdio: ["ignore", logFile, logFile],
  });
  closeSync(logFile);
  child.unref();
  let ended: string | undefined;
  child.once("error", (error) => {
    ended = error.message;
  });
  child.once("exit", () => {
    ended ??= "";
  });
  let verdict = "not-yet" as Probe;
  const answered = await until(120_000, async () => {
    if (ended === undefined) verdict = await probe(cluster, port);
    return ended !== undefined || verdict !== "not-yet";
  });
  if (ended !== undefined)
    return logTail(cluster.log, logStart) || ended || "PostgreSQL ended without a word";
  const { pid } = child;
  if (answered && verdict === "yes" && pid !== undefined) return { pid, port, child };
  if (pid !== undefined) await stop(cluster, { pid, port });
  return logTail(cluster.log, logStart) || "PostgreSQL does not answer";
}

function settings(cluster: Cluster, port: number): readonly string[] {
  const values: Record<string, string> = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    logging_collector: "off",
    log_destination: "stderr",
    log_line_prefix: "%m [%p] ",
    // Neither statements nor values reach the log: they may hold what people typed.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    max_connections: "100",
    ...(cluster.durable
      ? {}
      : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function connect(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    statement_timeout: 60_000,
  });
  // A server that goes away while we are connected is found out by the query, not by an uncaught event.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** A clean environment: PGDATA, PGPORT and the like of the caller must not reach the server; messages in plain English. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("PG") && !name.startsWith("LC_"),
  );
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone in between: what we wanted.
  }
}

/** A free port of the loopback interface, as the system gives it. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === "object") resolve(address.port);
        else reject(new Error("the system gave no port"));
      });
    });
  });
}

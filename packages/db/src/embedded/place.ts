// Where the cluster stands: in the data folder, or, when the account that runs PostgreSQL cannot enter that, in a
// folder of the system that it can. The choice is written down in the data folder and kept.
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mayUse, type Account } from "./account.ts";
import { EmbeddedError, type Log } from "./report.ts";

export interface Place {
  /** Owned by us; holds the cluster, and what else PostgreSQL needs at hand. */
  readonly home: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
}

/** Where clusters go that cannot stand in their data folder, best first. */
export const systemFolders: readonly string[] = [
  "/var/lib/jumelage",
  "/var/tmp/jumelage",
  join(tmpdir(), "jumelage"),
];

/** @param dataDir an existing folder, as its real path. */
export function choosePlace(
  dataDir: string,
  account: Account | undefined,
  options: { log: Log; systemFolders?: readonly string[] },
): Place {
  const note = join(dataDir, "postgres.location");
  const inside: Place = { home: dataDir, cluster: join(dataDir, "postgres") };
  if (existsSync(note)) return recorded(note, account);
  const reachable = mayUse(account, dataDir, "enter") || openTo(account, dataDir, options.log);
  if (existsSync(join(inside.cluster, "PG_VERSION")) && !reachable)
    throw notReachable(inside.cluster, account);
  if (reachable) return inside;

  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  for (const folder of options.systemFolders ?? systemFolders) {
    const home = usable(folder, name, account);
    if (home === undefined) continue;
    const cluster = join(home, "postgres");
    setAside(cluster, options.log);
    writeFileSync(note, `${home}\n`, { mode: 0o600 });
    options.log({
      fr: `PostgreSQL s’exécute sous le compte «\u00a0${account?.name ?? ""}\u00a0», qui ne peut pas entrer dans ${dataDir}\u00a0: la base de données est conservée dans ${home}.`,
      en: `PostgreSQL runs as the account “${account?.name ?? ""}”, which cannot enter ${dataDir}: the database is kept in ${home}.`,
    });
    return { home, cluster };
  }
  throw new EmbeddedError("no-place", {
    fr: `Aucun dossier où conserver la base de données\u00a0: le compte «\u00a0${account?.name ?? ""}\u00a0» ne peut entrer ni dans ${dataDir} ni dans les dossiers du système. Placez le dossier de données ailleurs (JUMELAGE_DATA_DIR), ou indiquez une base avec DATABASE_URL.`,
    en: `No folder to keep the database in: the account “${account?.name ?? ""}” can enter neither ${dataDir} nor the system’s folders. Put the data folder elsewhere (JUMELAGE_DATA_DIR), or name a database with DATABASE_URL.`,
  });
}

/**
 * Lets the account through a data folder that is closed to everybody else: through, not in to look. What is secret
 * there has modes of its own. `false`, and nothing changed, when it is a folder above that is closed.
 */
function openTo(account: Account | undefined, folder: string, log: Log): boolean {
  const mode = statSync(folder).mode & 0o777;
  chmodSync(folder, mode | 0o011);
  if (!mayUse(account, folder, "enter")) {
    chmodSync(folder, mode);
    return false;
  }
  log({
    fr: `Le compte «\u00a0${account?.name ?? ""}\u00a0», qui exécute PostgreSQL, peut désormais traverser ${folder}.`,
    en: `The account “${account?.name ?? ""}”, which runs PostgreSQL, may now pass through ${folder}.`,
  });
  return true;
}

/** Gives a folder to the account, made if need be. */
export function giveTo(account: Account | undefined, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

function recorded(note: string, account: Account | undefined): Place {
  const home = readFileSync(note, "utf8").trim();
  const cluster = join(home, "postgres");
  if (!mayUse(account, home, "enter")) throw notReachable(home, account);
  return { home: realpathSync(home), cluster };
}

/** The folder for one cluster under a system folder, or undefined where that is not possible or not safe. */
function usable(folder: string, name: string, account: Account | undefined): string | undefined {
  try {
    const home = join(folder, name);
    for (const path of [folder, home]) {
      mkdirSync(path, { recursive: true, mode: 0o755 });
      // In a folder that everybody may write to, somebody else could have been there first.
      const found = lstatSync(path);
      if (!found.isDirectory() || found.uid !== process.getuid?.()) return undefined;
    }
    return mayUse(account, home, "enter") ? realpathSync(home) : undefined;
  } catch {
    return undefined;
  }
}

/** A cluster whose data folder was deleted and made anew belongs to nobody any more: kept, out of the way. */
function setAside(cluster: string, log: Log): void {
  if (!existsSync(cluster)) return;
  let n = 1;
  while (existsSync(`${cluster}.left-${n}`)) n += 1;
  renameSync(cluster, `${cluster}.left-${n}`);
  log({
    fr: `Une base d’un dossier de données qui n’existe plus a été mise de côté\u00a0: ${cluster}.left-${n}.`,
    en: `A database of a data folder that is no more was set aside: ${cluster}.left-${n}.`,
  });
}

function notReachable(folder: string, account: Account | undefined): EmbeddedError {
  const name = account?.name ?? process.env["USER"] ?? "";
  return new EmbeddedError("not-reachable", {
    fr: `La base de données se trouve dans ${folder}, où le compte «\u00a0${name}\u00a0» ne peut pas entrer. Rendez ce dossier accessible à ce compte, ou démarrez Jumelage sous le compte qui l’a créée.`,
    en: `The database is in ${folder}, which the account “${name}” cannot enter. Let that account enter the folder, or start Jumelage as the account that created it.`,
  });
}

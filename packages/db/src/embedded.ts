// The PostgreSQL that comes with Jumelage: started as a child process in the data folder, found again after a crash,
// started anew when it dies, stopped with the server. `DATABASE_URL` is the way to any other PostgreSQL.
import {
  mkdirSync,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { postgresAccount } from "./embedded/account.ts";
import { findBinaries } from "./embedded/binaries.ts";
import {
  adoptable,
  clusterMajor,
  clusterUrl,
  ensureDatabase,
  initialise,
  launch,
  resetPassword,
  stop,
  sweepUnfinished,
  type Cluster,
  type Running,
} from "./embedded/cluster.ts";
import { acquireLock } from "./embedded/lock.ts";
import { choosePlace } from "./embedded/place.ts";
import { livingPostmaster } from "./embedded/postmaster.ts";
import { EmbeddedError, type Log } from "./embedded/report.ts";
import { supervise, type Health } from "./embedded/supervise.ts";
import { endWithUs } from "./embedded/throw-away.ts";

export { EmbeddedError, type EmbeddedErrorCode, type Log } from "./embedded/report.ts";
export { runningEmbeddedUrl } from "./embedded/running.ts";
export type { Health } from "./embedded/supervise.ts";

export interface EmbeddedPostgres {
  /** Where it answers now. */
  readonly url: string;
  readonly pid: number;
  readonly port: number;
  /** PostgreSQL's data directory. */
  readonly directory: string;
  readonly version: string;
  /** Whether it was still running from before, and taken over. */
  readonly adopted: boolean;
  readonly health: () => Health;
  /** Called when it came back on another port after a crash. */
  readonly onMoved: (listener: (url: string) => void) => void;
  /** Stops it and lets go of the data folder. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log?: Log;
  /** Where to keep the cluster when PostgreSQL's account cannot enter the data folder. */
  readonly systemFolders?: readonly string[];
}

/**
 * Starts the embedded PostgreSQL of a data folder, or takes over the one a crash left running.
 * @throws EmbeddedError, with the reason in both languages.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const dataDir = prepareFolder(options.dataDir);
  const locks = [await lockFolder(dataDir)];
  const unlock = (): void => locks.splice(0).forEach((release) => release());
  try {
    const account = postgresAccount(log);
    const place = choosePlace(dataDir, account, {
      log,
      ...(options.systemFolders ? { systemFolders: options.systemFolders } : {}),
    });
    // A copy of a data folder leads to the same cluster: that one has a lock of its own.
    if (place.home !== dataDir) locks.push(await lockFolder(place.home));
    const binaries = findBinaries(account, place.home, log);
    const { password, fresh } = passwordOf(dataDir);
    const cluster: Cluster = {
      directory: place.cluster,
      binaries,
      account,
      password,
      log: join(place.home, "postgres.log"),
      durable: true,
    };
    refuseOtherMajor(cluster);
    await sweepUnfinished(cluster);
    if (clusterMajor(cluster.directory) === undefined) {
      log({
        fr: "Préparation de la base de données (la première fois seulement)…",
        en: "Initialising the database (the first time only)…",
      });
      initialise(cluster);
    } else if (fresh) {
      await renewPassword(cluster, log);
    }
    const running = await adoptOrLaunch(cluster, log);
    try {
      await ensureDatabase(cluster, running.port);
    } catch (error) {
      await stop(cluster, running);
      throw error;
    }
    return handle(cluster, running, { log, unlock });
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * A throw-away cluster for tests: not durable, in `dir`, which is removed when it stops or when this process ends,
 * however it ends.
 */
export async function startCluster(options: {
  readonly dir: string;
  readonly log?: Log;
}): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  mkdirSync(options.dir, { recursive: true, mode: 0o755 });
  const home = realpathSync(options.dir);
  const account = postgresAccount(log);
  const cluster: Cluster = {
    directory: join(home, "postgres"),
    binaries: findBinaries(account, home, log),
    account,
    password: randomBytes(24).toString("base64url"),
    log: join(home, "postgres.log"),
    durable: false,
  };
  initialise(cluster);
  const running = await launch(cluster);
  const letGo = endWithUs(running.pid, home);
  await ensureDatabase(cluster, running.port);
  return handle(cluster, running, {
    log,
    unlock: () => {
      letGo();
      rmSync(home, { recursive: true, force: true });
    },
  });
}

async function adoptOrLaunch(cluster: Cluster, log: Log): Promise<Running> {
  const left = livingPostmaster(cluster.directory);
  if (left) {
    const adopted = await adoptable(cluster);
    if (adopted) {
      log({
        fr: `Le serveur s’était arrêté sans prévenir\u00a0: sa base de données, qui tourne encore (processus ${adopted.pid}), est reprise.`,
        en: `The server had ended without warning: its database, which still runs (process ${adopted.pid}), is taken over.`,
      });
      return adopted;
    }
    log({
      fr: `Une base de données qui ne répond plus (processus ${left.pid}) est arrêtée.`,
      en: `A database that no longer answers (process ${left.pid}) is being stopped.`,
    });
    await stop(cluster, left);
  }
  log({
    fr: `Démarrage de la base de données (PostgreSQL ${cluster.binaries.version}, ${cluster.directory})…`,
    en: `Starting the database (PostgreSQL ${cluster.binaries.version}, ${cluster.directory})…`,
  });
  return launch(cluster);
}

function handle(
  cluster: Cluster,
  first: Running,
  end: { readonly log: Log; readonly unlock: () => void },
): EmbeddedPostgres {
  const supervision = supervise(cluster, first, end.log);
  let stopping: Promise<void> | undefined;
  const stopAll = async (): Promise<void> => {
    try {
      const last = await supervision.end();
      if (last) await stop(cluster, last);
    } finally {
      end.unlock();
    }
  };
  return {
    get url() {
      return clusterUrl(cluster, supervision.current().port);
    },
    get pid() {
      return supervision.current().pid;
    },
    get port() {
      return supervision.current().port;
    },
    directory: cluster.directory,
    version: cluster.binaries.version,
    adopted: first.child === undefined,
    health: supervision.health,
    onMoved: (listener) => supervision.onMoved((port) => listener(clusterUrl(cluster, port))),
    stop: () => (stopping ??= stopAll()),
  };
}

function prepareFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    return realpathSync(dataDir);
  } catch (error) {
    throw new EmbeddedError(
      "not-writable",
      {
        fr: `Le dossier de données ${dataDir} ne peut pas être créé. Choisissez-en un autre avec JUMELAGE_DATA_DIR.`,
        en: `The data folder ${dataDir} cannot be created. Choose another with JUMELAGE_DATA_DIR.`,
      },
      error instanceof Error ? error.message : String(error),
    );
  }
}

async function lockFolder(folder: string): Promise<() => void> {
  const lock = await acquireLock(join(folder, "lock"));
  if (lock.kind === "acquired") return lock.release;
  const where = lock.elsewhere
    ? {
        fr: ", dans un autre conteneur ou sur une autre machine",
        en: ", in another container or on another machine",
      }
    : { fr: "", en: "" };
  throw new EmbeddedError("in-use", {
    fr: `Un autre serveur Jumelage utilise déjà le dossier ${folder} (processus ${lock.pid}${where.fr}). Arrêtez-le d’abord, ou choisissez un autre dossier avec JUMELAGE_DATA_DIR.`,
    en: `Another Jumelage server already uses the folder ${folder} (process ${lock.pid}${where.en}). Stop it first, or choose another folder with JUMELAGE_DATA_DIR.`,
  });
}

/** The cluster's password, in a file of the data folder that only we can read; made when there is none. */
function passwordOf(dataDir: string): { password: string; fresh: boolean } {
  const path = join(dataDir, "postgres.password");
  if (existsSync(path)) {
    const password = readFileSync(path, "utf8").trim();
    if (/^[A-Za-z0-9_-]{16,}$/.test(password)) return { password, fresh: false };
  }
  const password = randomBytes(24).toString("base64url");
  writeFileSync(`${path}.new`, `${password}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return { password, fresh: true };
}

async function renewPassword(cluster: Cluster, log: Log): Promise<void> {
  log({
    fr: "Le mot de passe de la base de données manquait au dossier de données\u00a0: un nouveau est posé.",
    en: "The password of the database was missing from the data folder: a new one is set.",
  });
  const left = livingPostmaster(cluster.directory);
  if (left) await stop(cluster, left);
  resetPassword(cluster);
}

function refuseOtherMajor(cluster: Cluster): void {
  const made = clusterMajor(cluster.directory);
  const { major } = cluster.binaries;
  if (made === undefined || made === major) return;
  throw new EmbeddedError("other-major-version", {
    fr: `La base de données de ${cluster.directory} a été créée par PostgreSQL ${made}, et cette version de Jumelage vient avec PostgreSQL ${major}. Elle n’est pas ouverte, pour ne rien abîmer. Faites une sauvegarde avec la version de Jumelage qui l’a créée («\u00a0jumelage backup\u00a0»), puis rétablissez-la dans un nouveau dossier («\u00a0jumelage restore\u00a0»).`,
    en: `The database in ${cluster.directory} was made by PostgreSQL ${made}, and this version of Jumelage comes with PostgreSQL ${major}. It is not opened, so that nothing is damaged. Make a backup with the version of Jumelage that made it (“jumelage backup”), then restore it into a new folder (“jumelage restore”).`,
  });
}

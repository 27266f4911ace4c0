// The database of an installation, for the commands of whoever operates it: the one of `DATABASE_URL`, else the
// embedded one of the data folder, beside a server that runs or started for as long as the command takes.
import { connectTo, openDatabase, type Connection, type Database } from "@jumelage/db";
import { EmbeddedError, runningEmbeddedUrl, startEmbedded } from "@jumelage/db/embedded";
import type { Lang } from "@jumelage/engine";
import { Unusable, type Io } from "./outcome.ts";

/** Opens the installation's database for `work`, and closes it whatever happens. @throws Unusable when it cannot be opened. */
export async function withInstallation<T>(
  io: Io,
  lang: Lang,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  return withAddress(io, lang, async (url) => {
    const database = await openDatabase({ url }, { max: 2 }).catch(notOpened);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  });
}

/** The same with one bare connection, to a database that is left as it is found. */
export async function withConnection<T>(
  io: Io,
  lang: Lang,
  work: (client: Connection) => Promise<T>,
): Promise<T> {
  return withAddress(io, lang, async (url) => {
    const client = await connectTo(url).catch(notOpened);
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  });
}

/** The folder of what an installation keeps beside its database. */
export function dataFolder(io: Io): string {
  return io.env?.["JUMELAGE_DATA_DIR"] ?? ".jumelage";
}

async function withAddress<T>(io: Io, lang: Lang, work: (url: string) => Promise<T>): Promise<T> {
  const dataDir = dataFolder(io);
  const url = io.env?.["DATABASE_URL"] ?? runningEmbeddedUrl(dataDir);
  const embedded = url === undefined ? await start(dataDir, io, lang) : undefined;
  try {
    return await work(embedded?.url ?? url ?? "");
  } finally {
    await embedded?.stop();
  }
}

/** The driver's words may name the address with its password; the class of the failure is enough. */
function notOpened(error: unknown): never {
  const why = error instanceof Error && "code" in error ? String(error.code) : "?";
  throw new Unusable("no-database", { why });
}

async function start(dataDir: string, io: Io, lang: Lang): ReturnType<typeof startEmbedded> {
  try {
    return await startEmbedded({ dataDir, log: (text) => io.err(`${text[lang]}\n`) });
  } catch (error) {
    if (error instanceof EmbeddedError) throw new Unusable("no-embedded", { why: error.text[lang] });
    throw error;
  }
}

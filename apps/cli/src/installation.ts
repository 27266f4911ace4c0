// The database of an installation, for the commands of whoever operates it: the one of `DATABASE_URL`, else the
// embedded one of the data folder, beside a server that runs or started for as long as the command takes.
import { openDatabase, type Database } from "@jumelage/db";
import { EmbeddedError, runningEmbeddedUrl, startEmbedded } from "@jumelage/db/embedded";
import type { Lang } from "@jumelage/engine";
import { Unusable, type Io } from "./outcome.ts";

/** Opens the installation's database for `work`, and closes it whatever happens. @throws Unusable when it cannot be opened. */
export async function withInstallation<T>(
  io: Io,
  lang: Lang,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const dataDir = io.env?.["JUMELAGE_DATA_DIR"] ?? ".jumelage";
  const url = io.env?.["DATABASE_URL"] ?? runningEmbeddedUrl(dataDir);
  const embedded = url === undefined ? await start(dataDir, io, lang) : undefined;
  try {
    const database = await openDatabase({ url: embedded?.url ?? url ?? "" }, { max: 2 }).catch(
      (error: unknown) => {
        // The driver's words may name the address with its password; the class of the failure is enough.
        const why = error instanceof Error && "code" in error ? String(error.code) : "?";
        throw new Unusable("no-database", { why });
      },
    );
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await embedded?.stop();
  }
}

async function start(dataDir: string, io: Io, lang: Lang): ReturnType<typeof startEmbedded> {
  try {
    return await startEmbedded({ dataDir, log: (text) => io.err(`${text[lang]}\n`) });
  } catch (error) {
    if (error instanceof EmbeddedError) throw new Unusable("no-embedded", { why: error.text[lang] });
    throw error;
  }
}

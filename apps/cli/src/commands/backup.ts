// `jumelage backup` and `jumelage restore`: everything an installation knows as one file, and back into an empty
// database. The signing key stays out of it unless it is asked for.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { backUp, BackupError, restore as restoreInto } from "@jumelage/db";
import type { Lang } from "@jumelage/engine";
import { dataFolder, withConnection } from "../installation.ts";
import { say } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";

/** Writes a backup of the installation to a file that must not be there yet. */
export async function backup(
  options: { readonly file: string; readonly withKey?: boolean; readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const { file, lang, withKey = false } = options;
  if (existsSync(file)) throw new Unusable("file-exists", { what: file });
  const signingKey = withKey ? readKey(io) : undefined;
  const done = await withConnection(io, lang, (client) =>
    backUp(client, file, {
      now: new Date(io.now()),
      ...(signingKey === undefined ? {} : { signingKey }),
    }).catch((error: unknown) => unwritable(file, error)),
  );
  return {
    document: { file, rows: done.rows, audit: done.audit, signingKey: withKey },
    lines: [
      say(lang, "backed-up", { rows: done.rows, what: file, size: done.audit.size }),
      say(lang, withKey ? "backup-with-key" : "backup-without-key"),
    ],
    findings: false,
  };
}

/** Restores a backup into the installation's database, which must be empty. */
export async function restore(
  options: { readonly file: string; readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const { file, lang } = options;
  if (!existsSync(file)) throw new Unusable("unreadable", { what: file });
  const { header, rows } = await withConnection(io, lang, (client) =>
    restoreInto(client, file, { now: new Date(io.now()) }).catch((error: unknown) => {
      if (error instanceof BackupError) throw new Unusable(`backup-${error.code}`, { what: file });
      throw error;
    }),
  );
  const keyFile = keyFileOf(io);
  const keyWritten = header.signingKey !== undefined && !existsSync(keyFile);
  if (keyWritten) writeFileSync(keyFile, header.signingKey, { mode: 0o600, flag: "wx" });
  return {
    document: { rows, createdAt: header.createdAt, audit: header.audit, signingKey: keyWritten },
    lines: [
      say(lang, "restored", { rows, when: header.createdAt }),
      ...(keyWritten ? [say(lang, "restored-key", { what: keyFile })] : []),
      ...(existsSync(keyFile) ? [] : [say(lang, "restore-needs-key")]),
    ],
    findings: false,
  };
}

/** Where the signing key of the installation lies. */
export function keyFileOf(io: Io): string {
  return io.env?.["JUMELAGE_SIGNING_KEY_FILE"] ?? join(dataFolder(io), "signing-key.pem");
}

function readKey(io: Io): string {
  const what = keyFileOf(io);
  try {
    return readFileSync(what, "utf8");
  } catch {
    throw new Unusable("no-signing-key", { what });
  }
}

function unwritable(what: string, error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^E[A-Z]+$/.test(code)) throw new Unusable("not-written", { what, why: code });
  throw error;
}

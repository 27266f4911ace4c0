// `jumelage audit export`: the journal as a file.
import { createWriteStream, existsSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { auditLines, readAuditHead } from "@jumelage/db";
import type { Lang } from "@jumelage/engine";
import { withInstallation } from "../installation.ts";
import { say } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";

/** Writes the journal to a file that must not be there yet. */
export async function exportAudit(
  options: { readonly file: string; readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const { file, lang } = options;
  if (existsSync(file)) throw new Unusable("file-exists", { what: file });
  const head = await withInstallation(io, lang, ({ db }) =>
    db.transaction(
      async (tx) => {
        const lines = Readable.from(auditLines(tx, new Date(io.now())));
        await pipeline(lines, createWriteStream(file, { mode: 0o600, flags: "wx" })).catch(
          (error: unknown) => {
            const why = error instanceof Error && "code" in error ? String(error.code) : "?";
            throw new Unusable("not-written", { what: file, why });
          },
        );
        return readAuditHead(tx);
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    ),
  );
  return {
    document: { file, ...head },
    lines: [say(lang, "audit-exported", { ...head, what: file })],
    findings: false,
  };
}

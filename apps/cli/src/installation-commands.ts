// `jumelage backup`, `restore` and `audit …`: what whoever operates an installation keeps of it elsewhere.
import type { Command } from "commander";
import type { AdminCommands } from "./admin-commands.ts";
import { exportAudit, verifyAuditFile } from "./commands/audit.ts";
import { backup, restore } from "./commands/backup.ts";

/** Declares the commands; `group` makes a command that only has others below it. */
export function describeInstallation(
  program: Command,
  group: (name: string, fr: string, en: string) => Command,
  { lang, io, done, command }: AdminCommands,
): void {
  const words = (fr: string, en: string): string => (lang === "fr" ? fr : en);
  command(
    program,
    "backup <file>",
    "sauvegarde toute l’installation dans un fichier",
    "backs up the whole installation to a file",
  )
    .option("--with-key", words("y joint la clé de signature", "puts the signing key in it too"))
    .action(async (file: string, { withKey }: { readonly withKey?: boolean }) =>
      done(await backup({ file, lang, ...(withKey === undefined ? {} : { withKey }) }, io)),
    );
  command(
    program,
    "restore <file>",
    "rétablit une sauvegarde dans une base vide",
    "restores a backup into an empty database",
  ).action(async (file: string) => done(await restore({ file, lang }, io)));
  const audit = group("audit", "s’occupe du journal des actions", "looks after the journal of what was done");
  command(audit, "export <file>", "écrit le journal dans un fichier", "writes the journal to a file").action(
    async (file: string) => done(await exportAudit({ file, lang }, io)),
  );
  command(
    audit,
    "verify <file>",
    "vérifie un journal exporté, hors ligne",
    "verifies an exported journal, offline",
  )
    .option(
      "--checkpoint <size:head>",
      words(
        "la fin du journal selon un pointeur reçu",
        "the end of the journal by a pointer that was received",
      ),
    )
    .action(async (file: string, { checkpoint }: { readonly checkpoint?: string }) =>
      done(await verifyAuditFile({ file, lang, ...(checkpoint === undefined ? {} : { checkpoint }) })),
    );
}

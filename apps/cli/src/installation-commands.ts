// `jumelage backup`, `restore` and `audit …`: what whoever operates an installation keeps of it elsewhere.
import type { Command } from "commander";
import { exportAudit } from "./commands/audit.ts";
import { backup, restore } from "./commands/backup.ts";
import type { Commands } from "./program.ts";
import { describeAuditVerify } from "./verify-commands.ts";

/** Declares the commands. */
export function describeInstallation(program: Command, given: Commands): void {
  const { lang, io, done, words, command } = given;
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
  const audit = given.group(
    program,
    "audit",
    "s’occupe du journal des actions",
    "looks after the journal of what was done",
  );
  command(audit, "export <file>", "écrit le journal dans un fichier", "writes the journal to a file").action(
    async (file: string) => done(await exportAudit({ file, lang }, io)),
  );
  describeAuditVerify(audit, given);
}

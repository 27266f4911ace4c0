// `jumelage backup`, `restore`, `vault …` and `audit …`: what whoever operates an installation keeps of it elsewhere.
import type { Command } from "commander";
import { exportAudit } from "./commands/audit.ts";
import { backup, restore } from "./commands/backup.ts";
import { restoreVault, verifyVault } from "./commands/vault.ts";
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
  describeVault(program, given);
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

function describeVault(program: Command, given: Commands): void {
  const { lang, io, done, words, command } = given;
  const vault = given.group(
    program,
    "vault",
    "s’occupe du coffre des versions publiées",
    "looks after the vault of published releases",
  );
  const keys = words(
    "clés de confiance (JWKS), au lieu de celles de l’installation",
    "trusted keys (JWKS), instead of the installation’s own",
  );
  command(
    vault,
    "verify",
    "compare le coffre avec la base de données, chaque fichier vérifié",
    "compares the vault with the database, every file verified",
  )
    .option("--keys <jwks>", keys)
    .action(async (options: { readonly keys?: string }) => done(await verifyVault({ ...options, lang }, io)));
  command(
    vault,
    "restore",
    "rétablit dans la base de données les versions qu’elle a perdues",
    "puts back into the database the releases that it has lost",
  )
    .option("--keys <jwks>", keys)
    .option(
      "--interrupted",
      words(
        "aussi celles dont la publication a été interrompue",
        "also those whose publication was interrupted",
      ),
    )
    .action(async (options: { readonly keys?: string; readonly interrupted?: boolean }) =>
      done(await restoreVault({ ...options, lang }, io)),
    );
}

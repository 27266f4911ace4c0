// `jumelage verify` and `jumelage audit verify`: what somebody who trusts nobody here can check by themselves, offline.
import type { Command } from "commander";
import { verifyAuditFile } from "./commands/audit-verify.ts";
import { verify, type VerifyOptions } from "./commands/verify.ts";
import type { Commands } from "./program.ts";

/** Declares `verify`. */
export function describeVerify(program: Command, { lang, io, done, words, command }: Commands): void {
  command(
    program,
    "verify <source>",
    "vérifie une version publiée, un pointeur ou un reçu signés",
    "verifies a signed release, pointer or receipt",
  )
    .option("--keys <jwks>", words("clés de confiance (JWKS)", "trusted keys (JWKS)"))
    .option("--program <id>", words("programme attendu", "expected program"))
    .option("--channel <id>", words("canal attendu", "expected channel"))
    .option(
      "--release <source>",
      words("version publiée que nomme le reçu", "signed release that the receipt names"),
    )
    .option("--facts <file>", words("renseignements du reçu", "facts of the receipt"))
    .action(async (source: string, options: VerifyOptions) =>
      done(await verify(source, { ...options, lang }, io)),
    );
}

/** Declares `verify` below `audit`. */
export function describeAuditVerify(audit: Command, { lang, done, words, command }: Commands): void {
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

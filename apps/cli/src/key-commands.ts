// `jumelage admin rotate-key` and `revoke-key`: the commands about the keys that releases are signed with.
import type { Command } from "commander";
import { revokeKey, rotateKey } from "./commands/signing-keys.ts";
import type { Commands } from "./program.ts";

/** Declares the commands about signing keys below `admin`. */
export function describeKeys(admin: Command, { lang, io, done, command }: Commands): void {
  command(
    admin,
    "rotate-key <file>",
    "remplace la clé de signature, et l’annonce dans une liste de clés que l’ancienne signe",
    "replaces the signing key, and tells it in a key list that the old one signs",
  ).action(async (file: string) => done(await rotateKey(file, { lang }, io)));
  command(
    admin,
    "revoke-key <file> <id>",
    "met fin pour toujours à la confiance en une ancienne clé de signature",
    "ends the trust in an old signing key for ever",
  )
    // The id of a key in 64 begins with a hyphen; it is no option.
    .allowUnknownOption()
    .action(async (file: string, kid: string) => done(await revokeKey({ file, kid }, { lang }, io)));
}

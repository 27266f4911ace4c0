// `jumelage admin rotate-key`, `revoke-key` and `replace-lost-key`: the commands about the keys that releases are signed with.
import type { Command } from "commander";
import { replaceLostKey, revokeKey, rotateKey } from "./commands/signing-keys.ts";
import type { Commands } from "./program.ts";

/** Declares the commands about signing keys below `admin`. */
export function describeKeys(admin: Command, { lang, io, done, words, command }: Commands): void {
  command(
    admin,
    "rotate-key <file>",
    "remplace la clé de signature, et l’annonce dans une liste de clés que l’ancienne signe",
    "replaces the signing key, and tells it in a key list that the old one signs",
  ).action(async (file: string) => done(await rotateKey(file, { lang }, io)));
  command(
    admin,
    "replace-lost-key <file>",
    "fait une nouvelle clé de signature à la place d’une clé que personne n’a plus",
    "makes a new signing key in place of one that nobody has any more",
  )
    .requiredOption(
      "--former <jwks>",
      words(
        "clés publiques d’avant, qui restent crues (JWKS)",
        "public keys of before, still believed (JWKS)",
      ),
    )
    .action(async (file: string, { former }: { readonly former: string }) =>
      done(await replaceLostKey({ file, former }, { lang }, io)),
    );
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

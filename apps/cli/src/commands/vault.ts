// `jumelage vault verify` and `vault restore`: the releases that a server with an embedded database keeps as files, compared
// with its database, and put back where that has lost them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  disk,
  inspectVault,
  putBack,
  Vault,
  type Database,
  type Inspection,
  type VaultRelease,
} from "@jumelage/db";
import type { Lang, PublicJwk } from "@jumelage/engine";
import { digest, importTrust } from "@jumelage/sdk";
import { dataFolder, withInstallation } from "../installation.ts";
import { readKeys } from "../keys.ts";
import { say } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";
import { keyFileOf } from "./backup.ts";
import { countingKeys } from "./signing-keys.ts";

export interface VaultOptions {
  /** A JWKS file of the keys that count; absent: the installation's own, revoked ones left out. */
  readonly keys?: string;
  readonly lang: Lang;
}

/** Compares the vault with the database, every file verified. */
export async function verifyVault(options: VaultOptions, io: Io): Promise<Outcome> {
  const { lang } = options;
  const found = await withVault(options, io, ({ db }, vault, trusted) =>
    inspectVault(db, vault, { trusted, digest }),
  );
  const { held, refused, missing, lost, interrupted, taken } = found;
  return {
    document: { held, refused, missing, lost, interrupted, taken },
    lines: linesOf(lang, found),
    findings: [refused, missing, lost, taken].some((list) => list.length > 0),
  };
}

/** Puts back into the database what it has lost. */
export async function restoreVault(
  options: VaultOptions & { readonly interrupted?: boolean },
  io: Io,
): Promise<Outcome> {
  const { lang, interrupted = false } = options;
  const { releases, pointers, found } = await withVault(options, io, ({ db }, vault, trusted) =>
    putBack(db, { by: "operator", at: new Date(io.now()) }, { trusted, digest, vault, interrupted }),
  );
  const { refused, taken } = found;
  return {
    document: { releases, pointers, refused, taken },
    lines: [
      ...releases.map((one) => say(lang, "vault-put-back", paramsOf(one))),
      ...linesOf(lang, {
        ...found,
        lost: [],
        missing: [],
        interrupted: interrupted ? [] : found.interrupted,
      }),
      ...(releases.length + pointers > 0 ? [say(lang, "vault-restart")] : []),
    ],
    findings: [refused, taken].some((list) => list.length > 0),
  };
}

async function withVault<T>(
  { keys, lang }: VaultOptions,
  io: Io,
  work: (database: Database, vault: Vault, trusted: Awaited<ReturnType<typeof importTrust>>) => Promise<T>,
): Promise<T> {
  const folder = join(dataFolder(io), "vault");
  if (!existsSync(folder)) throw new Unusable("no-vault", { what: folder });
  const trusted = await importTrust(await keysOf(keys, io));
  return withInstallation(io, lang, async (database) =>
    work(database, await Vault.open(folder, disk), trusted),
  );
}

async function keysOf(keys: string | undefined, io: Io): Promise<readonly PublicJwk[]> {
  if (keys !== undefined) return (await readKeys(keys, keys, io)).trust;
  const file = keyFileOf(io);
  if (!existsSync(file)) throw new Unusable("vault-needs-keys", { what: file });
  return countingKeys(file);
}

function linesOf(lang: Lang, found: Inspection): readonly string[] {
  const { held, refused, missing, lost, interrupted, taken } = found;
  return [
    ...refused.map(({ file, code }) => say(lang, "vault-refused", { what: `${file}.json`, why: code })),
    ...missing.map((one) => say(lang, "vault-missing", { program: one.program, number: one.number })),
    ...lost.map((one) => say(lang, "vault-lost", paramsOf(one))),
    ...taken.map((one) => say(lang, "vault-taken", paramsOf(one))),
    ...interrupted.map((one) => say(lang, "vault-interrupted", paramsOf(one))),
    say(lang, "vault-held", { count: held }),
  ];
}

function paramsOf({ program, number, sha256 }: VaultRelease): {
  program: string;
  number: number;
  sha256: string;
} {
  return { program, number, sha256 };
}

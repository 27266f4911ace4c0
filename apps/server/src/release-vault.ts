// The release vault of this server: a folder beside the embedded database, brought together with it at every start.
import path from "node:path";
import { systemActor, type Deps } from "@jumelage/api";
import { disk, putBack, settleVault, Vault } from "@jumelage/db";
import type { Text } from "@jumelage/engine";
import type { Env } from "./env.ts";
import type { Logger } from "./logger.ts";

/** The vault of an embedded database. Whoever runs another PostgreSQL has its own ways to outlive a power loss. */
export async function openVault(env: Env, log: Logger): Promise<Vault | undefined> {
  if (env.databaseUrl !== undefined) return undefined;
  return Vault.open(path.join(env.dataDir, "vault"), disk, (error) =>
    log.error({ err: error }, "vault not written"),
  );
}

/**
 * What the vault lacks is added, and what the database has lost is put back, before any channel is pointed anew: consumers
 * would be sent back to an older release otherwise. What cannot be put back is said, and is no reason to serve nobody.
 */
export async function settleWith(vault: Vault, deps: Deps, say: (message: Text) => void): Promise<void> {
  const { db, clock, digest, log } = deps;
  try {
    const { added, lost } = await settleVault(db, vault);
    if (added > 0) log.info({ added }, "vault completed from the database");
    if (lost.length === 0) return;
    const trusted = await deps.verifiersOf(deps.publicKeys);
    const { releases } = await putBack(db, { by: systemActor, at: clock.now() }, { trusted, digest, vault });
    log.warn({ releases }, "releases that the database had lost were put back from the vault");
    for (const { program, number } of releases)
      say({
        fr: `${program}, version ${number}\u00a0: perdue par la base de données, rétablie du coffre.`,
        en: `${program}, release ${number}: lost by the database, put back from the vault.`,
      });
    const left = (await settleVault(db, vault)).lost;
    if (left.length === 0) return;
    log.error({ lost: left }, "the database has lost releases that the vault no longer holds whole");
    const which = left.map(({ program, number }) => `${program} ${number}`).join(", ");
    say({
      fr: `Perdues par la base de données, et abîmées dans le coffre\u00a0: ${which}. Rien n’est publié dans ces programmes («\u00a0jumelage vault verify\u00a0» dit pourquoi).`,
      en: `Lost by the database, and damaged in the vault: ${which}. Nothing is published in these programs (“jumelage vault verify” says why).`,
    });
  } catch (error) {
    log.error({ err: error }, "vault not settled with the database");
  }
}

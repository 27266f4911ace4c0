// Vault and database brought together at the start of a server: what the database has and the vault lacks is added, what an
// interruption left open is closed. What the database has lost is named, and not touched: putting it back is somebody's
// decision.
import { and, eq, gte, sql } from "drizzle-orm";
import type { Db } from "../db.ts";
import { pointerHistory, releases } from "../schema.ts";
import { claimedPointer } from "./claims.ts";
import type { Vault, VaultPointer } from "./vault.ts";

export interface Settled {
  /** Releases and pointers that the vault did not have. */
  readonly added: number;
  /** Confirmed releases that the database does not have. */
  readonly lost: readonly { readonly program: string; readonly number: number }[];
}

/** Settles the vault with the database of this server, before it publishes anything. */
export async function settleVault(db: Db, vault: Vault): Promise<Settled> {
  const added = (await addReleases(db, vault)) + (await settlePointers(db, vault));
  const lost = await lostReleases(db, vault);
  vault.markAhead(new Set(lost.map(({ program }) => program)));
  return { added, lost };
}

async function addReleases(db: Db, vault: Vault): Promise<number> {
  const there = new Set(await vault.releaseNames());
  const known = await db.select({ sha256: releases.sha256 }).from(releases);
  const absent = known.filter(({ sha256 }) => !there.has(sha256));
  for (const { sha256 } of absent) {
    const [row] = await db
      .select({ envelope: releases.envelope })
      .from(releases)
      .where(eq(releases.sha256, sha256));
    if (row) await vault.keepRelease(row.envelope);
  }
  return absent.length;
}

async function settlePointers(db: Db, vault: Vault): Promise<number> {
  const names = await vault.pointerNames();
  const confirmed = new Set(names.filter((p) => p.confirmed).map((p) => p.sha256));
  const { program, channel, sequence, envelope } = pointerHistory;
  const known = await db
    .select({ program, channel, sequence, name: sql<string>`encode(sha256(${envelope}), 'hex')` })
    .from(pointerHistory);
  const absent = known.filter(({ name }) => !confirmed.has(name));
  for (const one of absent) {
    const [row] = await db
      .select({ envelope })
      .from(pointerHistory)
      .where(and(eq(program, one.program), eq(channel, one.channel), eq(sequence, one.sequence)));
    if (row) await vault.confirm(row.envelope);
  }
  const committed = new Set(known.map(({ name }) => name));
  for (const one of names.filter((p) => !p.confirmed && !committed.has(p.sha256))) {
    if (await isOvertaken(db, vault, one)) await vault.withdraw(one.sha256);
  }
  return absent.length;
}

/** Whether its channel has gone on without it, so that it can never have been committed. */
async function isOvertaken(db: Db, vault: Vault, name: VaultPointer): Promise<boolean> {
  const claim = claimedPointer(await vault.pointer(name));
  if (!claim) return false;
  const { program, channel, sequence } = pointerHistory;
  const [later] = await db
    .select({ sequence })
    .from(pointerHistory)
    .where(and(eq(program, claim.program), eq(channel, claim.channel), gte(sequence, claim.sequence)))
    .limit(1);
  return later !== undefined;
}

async function lostReleases(db: Db, vault: Vault): Promise<Settled["lost"]> {
  const known = new Set((await db.select({ sha256: releases.sha256 }).from(releases)).map((r) => r.sha256));
  const numbers = new Set(
    (await db.select({ program: releases.program, number: releases.number }).from(releases)).map(
      ({ program, number }) => `${program}/${number}`,
    ),
  );
  const lost = new Map<string, { program: string; number: number }>();
  for (const name of (await vault.pointerNames()).filter((p) => p.confirmed)) {
    const claim = claimedPointer(await vault.pointer(name));
    const key = `${claim?.program}/${claim?.release}`;
    if (claim && !known.has(claim.sha256) && !numbers.has(key))
      lost.set(key, { program: claim.program, number: claim.release });
  }
  return [...lost.values()];
}

// Every file of the vault read and verified, and compared with the database: what is altered, what is missing on which side.
import { openPointer, openRelease, type Digest, type PointerPayload, type Verifier } from "@jumelage/engine";
import type { Reader } from "../db.ts";
import { sha256Hex } from "../digest.ts";
import { releases } from "../schema.ts";
import { claimedPointer, claimedProgram } from "./claims.ts";
import type { Vault } from "./vault.ts";

export interface VaultTerms {
  readonly trusted: readonly Verifier[];
  readonly digest: Digest;
}

/** A release in the vault that verifies. */
export interface VaultRelease {
  readonly program: string;
  readonly number: number;
  readonly sha256: string;
  readonly createdAt: string;
  /** A committed pointer names it. */
  readonly confirmed: boolean;
}

export interface Inspection {
  /** Releases that are in both, the same. */
  readonly held: number;
  /** Files that do not verify, each by its name and why. */
  readonly refused: readonly { readonly file: string; readonly code: string }[];
  /** Releases that only the database has. */
  readonly missing: readonly { readonly program: string; readonly number: number }[];
  /** Confirmed releases that only the vault has. */
  readonly lost: readonly VaultRelease[];
  /** Releases that only the vault has and of which no commit is known: nobody was told of them. */
  readonly interrupted: readonly VaultRelease[];
  /** Confirmed releases of which the database has another under the same number. */
  readonly taken: readonly VaultRelease[];
  /** Every pointer that verifies. */
  readonly pointers: readonly VerifiedPointer[];
}

export interface VerifiedPointer {
  readonly pointer: PointerPayload;
  readonly sha256: string;
  readonly confirmed: boolean;
}

/** Reads the whole vault. Nothing is changed. */
export async function inspectVault(reader: Reader, vault: Vault, terms: VaultTerms): Promise<Inspection> {
  const refused: { file: string; code: string }[] = [];
  const pointers = await verifiedPointers(vault, terms, refused);
  const confirmed = new Set(pointers.filter((p) => p.confirmed).map((p) => p.pointer.sha256));
  const known = await reader
    .select({ program: releases.program, number: releases.number, sha256: releases.sha256 })
    .from(releases);
  const hashes = new Set(known.map(({ sha256 }) => sha256));
  const numbers = new Set(known.map(({ program, number }) => `${program}/${number}`));
  const found: VaultRelease[] = [];
  for (const sha256 of await vault.releaseNames()) {
    const read = await verifiedRelease(vault, sha256, terms);
    if (typeof read === "string") refused.push({ file: `releases/${sha256}`, code: read });
    else found.push({ ...read, confirmed: confirmed.has(sha256) });
  }
  const sound = new Set(found.map(({ sha256 }) => sha256));
  const alone = found.filter(({ sha256 }) => !hashes.has(sha256));
  const isTaken = ({ program, number }: VaultRelease): boolean => numbers.has(`${program}/${number}`);
  return {
    held: found.length - alone.length,
    refused,
    missing: known
      .filter(({ sha256 }) => !sound.has(sha256))
      .map(({ program, number }) => ({ program, number })),
    lost: alone.filter((r) => r.confirmed && !isTaken(r)),
    interrupted: alone.filter((r) => !r.confirmed),
    taken: alone.filter((r) => r.confirmed && isTaken(r)),
    pointers,
  };
}

async function verifiedPointers(
  vault: Vault,
  terms: VaultTerms,
  refused: { file: string; code: string }[],
): Promise<readonly VerifiedPointer[]> {
  const found: VerifiedPointer[] = [];
  for (const name of await vault.pointerNames()) {
    const { sha256, confirmed } = name;
    const bytes = (await vault.pointer(name)) ?? new Uint8Array();
    const claim = claimedPointer(bytes);
    const asked = { program: claim?.program ?? "", channel: claim?.channel ?? "" };
    const opened = await openPointer(bytes, { trusted: terms.trusted, ...asked });
    if (!opened.ok) refused.push({ file: `pointers/${sha256}`, code: opened.code });
    else if ((await sha256Hex(bytes)) !== sha256)
      refused.push({ file: `pointers/${sha256}`, code: "hash-mismatch" });
    else found.push({ pointer: opened.value.pointer, sha256, confirmed });
  }
  return found;
}

/** A release that verifies, or the code of the check that it fails. */
async function verifiedRelease(
  vault: Vault,
  sha256: string,
  terms: VaultTerms,
): Promise<Omit<VaultRelease, "confirmed"> | string> {
  const bytes = (await vault.release(sha256)) ?? new Uint8Array();
  const opened = await openRelease(bytes, { ...terms, program: claimedProgram(bytes), expected: { sha256 } });
  if (!opened.ok) return opened.code;
  const { program, number, createdAt } = opened.value.release;
  return { program, number, sha256, createdAt };
}

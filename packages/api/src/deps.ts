// What the use-cases need from outside: given once by the composition root, so that nothing here reads a clock,
// makes an id, holds a key or knows a driver's address.
import type { Db, Vault } from "@jumelage/db";
import type { BoundaryScore, Digest, Profile, PublicJwk, RuleSet, Signer, Verifier } from "@jumelage/engine";
import type { WebhookPort } from "./features/integrations/webhook-delivery.ts";
import type { Lab, LabJobs } from "./features/lab/jobs.ts";
import type { IdentityProvider } from "./features/session/provider.ts";
import type { Mode } from "./features/session/session.schemas.ts";

/** The log. Fields are chosen where it is called: never facts, keys or bodies. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Tells this process that a channel has moved: its own moves at once, those of others when the database tells of them. */
export interface ChannelMoves {
  announce(program: string, channel: string): void;
  /** Any channel may have moved without a word of it. */
  announceAny(): void;
  listen(listener: MovesListener): void;
}

export interface MovesListener {
  moved(program: string, channel: string): void;
  anyMoved(): void;
}

export interface Deps {
  readonly mode: Mode;
  readonly db: Db;
  /** Where what is published is kept beside an embedded database; absent with any other. */
  readonly vault?: Vault | undefined;
  readonly clock: { now(): Date };
  readonly ids: {
    uuid(): string;
    /** A secret nobody can guess, in characters a cookie may hold. */
    token(): string;
  };
  readonly digest: Digest;
  /** What is stored of a session token: hexadecimal, 256 bits, useless to whoever reads it. */
  hashToken(token: string): string;
  /** SHA-256 in hexadecimal, of what is random enough not to be guessed: consumer keys, one-time links. */
  hashKey(key: string): string;
  /** A slow function for what people choose. `verify` takes as long when there is nothing to compare with. */
  readonly passwords: {
    hash(password: string): Promise<string>;
    verify(password: string, hash: string | undefined): Promise<boolean>;
  };
  /** The OpenID Connect provider people may sign in at, where there is one. */
  readonly provider: IdentityProvider | undefined;
  readonly signer: Signer;
  /** The keys whose signatures this installation accepts on its own releases, its signer's first. */
  readonly trusted: readonly Verifier[];
  /** Those of them that are not revoked, as consumers get them. */
  readonly publicKeys: readonly PublicJwk[];
  /** The signed key lists that lead from one signing key to the next, oldest first. */
  readonly keyLists: readonly Uint8Array[];
  /** The verifiers of public keys that somebody vouches for. @throws when one is no Ed25519 key. */
  verifiersOf(keys: readonly PublicJwk[]): Promise<readonly Verifier[]>;
  readonly moves: ChannelMoves;
  /** Proofs and the other long work, done outside this process's event loop. */
  readonly lab: Pick<Lab, "version">;
  readonly labJobs: LabJobs;
  /** Which sides of which tests the profiles stand at; quick, and done here. */
  readonly boundaryScore: (ruleSet: RuleSet, profiles: readonly Profile[]) => BoundaryScore;
  readonly webhooks: WebhookPort;
  readonly log: Log;
  /** Milliseconds a session lasts without a sign of life and in all, and that having shown who one is counts. */
  readonly sessions: { readonly idle: number; readonly absolute: number; readonly proved: number };
}

/** Channel moves within one process. */
export function channelMoves(): ChannelMoves {
  const listeners = new Set<MovesListener>();
  return {
    announce(program, channel) {
      for (const listener of listeners) listener.moved(program, channel);
    },
    announceAny() {
      for (const listener of listeners) listener.anyMoved();
    },
    listen(listener) {
      listeners.add(listener);
    },
  };
}

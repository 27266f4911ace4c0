// Whose key a request carries. Keys are stored and looked up by their SHA-256, so that the time an answer takes says
// nothing of how much of a guess was right; one that was good stands in memory for the few seconds it is taken as good.
import { findConsumerByKeyHash, type Consumer } from "@jumelage/db";
import type { Deps } from "../deps.ts";
import { Remembered } from "./remembered.ts";

export type { Consumer } from "@jumelage/db";

/** How long a key that was good is taken as good without asking again: a revoked key is dead within this time. */
const keyLife = 5000;

/** A lookup of keys that remembers the good ones for a few seconds. */
export function consumerKeys(
  deps: Deps,
): (key: string) => Consumer | undefined | Promise<Consumer | undefined> {
  const known = new Remembered<Consumer>({ most: 1000, life: keyLife, clock: deps.clock });
  return (key) => known.find(key, () => findConsumerByKeyHash(deps.db, deps.hashKey(key), deps.clock.now()));
}

/** The key of an `Authorization` header; undefined when there is none. */
export function bearerKey(authorization: string | undefined): string | undefined {
  const match = authorization === undefined ? null : /^Bearer +(\S+) *$/i.exec(authorization);
  return match?.[1];
}

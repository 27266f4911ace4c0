// Whose key a request carries. The database knows keys by their SHA-256 only; a key that was good is remembered as it came,
// for seconds. Both are found by a hash of the whole key, never by comparing it letter by letter, so that the time an
// answer takes says nothing of how much of a guess was right.
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
  return (key) => known.get(key) ?? known.learn(key, () => findConsumerByKeyHash(deps.db, deps.hashKey(key)));
}

/** The key of an `Authorization` header; undefined when there is none. */
export function bearerKey(authorization: string | undefined): string | undefined {
  const match = authorization === undefined ? null : /^Bearer +(\S+) *$/i.exec(authorization);
  return match?.[1];
}

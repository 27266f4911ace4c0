// Downstream apps and their keys: kept by an administrator, every change audited. A key is shown once, to whoever made
// it; what is stored is its hash.
import {
  createConsumer as create,
  inTransaction,
  listConsumers as readConsumers,
  listPrograms,
  revokeConsumer as revoke,
  updateConsumer as update,
  type Consumer,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import type { SignedInPerson } from "../session/session.schemas.ts";
import type {
  ConsumerItem,
  ConsumerWithKey,
  CreateConsumer,
  RevokeConsumer,
  RotateConsumerKey,
  UpdateConsumer,
} from "./consumers.schemas.ts";

const hour = 60 * 60 * 1000;

/** Every consumer, the revoked ones too. */
export async function listConsumers(deps: Deps): Promise<ConsumerItem[]> {
  return (await readConsumers(deps.db)).map(itemOf);
}

/** Makes a consumer with a key of its own. @throws Refusal `invalid-input` (a program, or an id that is taken) */
export async function createConsumer(
  request: CreateConsumer,
  person: SignedInPerson,
  deps: Deps,
): Promise<ConsumerWithKey> {
  await mustExist(request.programs, deps);
  const { key, hash, prefix } = newKey(request.kind, deps);
  const act = { by: person.id, at: deps.clock.now() };
  const made = await inTransaction(deps.db, (tx) =>
    create(tx, act, { ...request, keyHash: hash, keyPrefix: prefix }),
  );
  if (!made) throw problem("id-taken", ["id"]);
  return { consumer: await itemById(request.id, deps), key };
}

/** Changes what a consumer may do. @throws Refusal `not-found`, `invalid-input` */
export async function updateConsumer(
  request: UpdateConsumer,
  person: SignedInPerson,
  deps: Deps,
): Promise<ConsumerItem> {
  const { id, name, programs, origins, limits } = request;
  if ([name, programs, origins, limits].every((part) => part === undefined)) throw problem("missing-key", []);
  await mustExist(programs ?? [], deps);
  const act = { by: person.id, at: deps.clock.now() };
  const changed = await inTransaction(deps.db, (tx) =>
    update(tx, act, {
      id,
      ...(name === undefined ? {} : { name }),
      ...(programs === undefined ? {} : { programs }),
      ...(origins === undefined ? {} : { origins }),
      ...(limits === undefined ? {} : { limits: limits && given(limits) }),
    }),
  );
  if (!changed) throw new Refusal("not-found");
  return itemOf(changed);
}

/** Gives a consumer a new key; the old one counts for a while yet, so that nobody has to change at once. */
export async function rotateConsumerKey(
  { id, overlapHours }: RotateConsumerKey,
  person: SignedInPerson,
  deps: Deps,
): Promise<ConsumerWithKey> {
  const { kind } = await itemById(id, deps);
  const { key, hash, prefix } = newKey(kind, deps);
  const act = { by: person.id, at: deps.clock.now() };
  const formerUntil = new Date(act.at.getTime() + overlapHours * hour);
  const changed = await inTransaction(deps.db, (tx) =>
    update(tx, act, { id, key: { hash, prefix, formerUntil } }),
  );
  if (!changed) throw new Refusal("not-found");
  return { consumer: itemOf(changed), key };
}

/** Ends a consumer's keys for good, within seconds. @throws Refusal `not-found` */
export async function revokeConsumer(
  { id }: RevokeConsumer,
  person: SignedInPerson,
  deps: Deps,
): Promise<ConsumerItem> {
  const act = { by: person.id, at: deps.clock.now() };
  if (!(await inTransaction(deps.db, (tx) => revoke(tx, act, id)))) throw new Refusal("not-found");
  return itemById(id, deps);
}

/** A key that says what it is when it turns up where it should not. */
function newKey(kind: ConsumerItem["kind"], deps: Deps) {
  const key = `${kind === "publishable" ? "jmp" : "jmk"}_${deps.ids.token()}`;
  return { key, hash: deps.hashKey(key), prefix: key.slice(0, 10) };
}

async function mustExist(programs: readonly string[], deps: Deps): Promise<void> {
  if (programs.length === 0) return;
  const known = new Set((await listPrograms(deps.db, { archived: true })).map((p) => p.id));
  const unknown = programs.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw problem("unknown-program", ["programs", unknown]);
}

function problem(code: string, at: readonly (string | number)[]): Refusal {
  return new Refusal("invalid-input", { diagnostics: [{ code, severity: "error", at, params: {} }] });
}

async function itemById(id: string, deps: Deps): Promise<ConsumerItem> {
  const found = (await listConsumers(deps)).find((c) => c.id === id);
  if (!found) throw new Refusal("not-found");
  return found;
}

function itemOf(consumer: Consumer): ConsumerItem {
  const { id, name, kind, keyPrefix, programs, origins, limits } = consumer;
  return {
    id,
    name,
    kind,
    keyPrefix,
    formerKeyUntil: consumer.formerKeyUntil?.toISOString() ?? null,
    programs: [...programs],
    origins: [...origins],
    limits,
    createdAt: consumer.createdAt.toISOString(),
    lastSeenAt: consumer.lastSeenAt?.toISOString() ?? null,
    revokedAt: consumer.revokedAt?.toISOString() ?? null,
  };
}

function given({ read, evaluate }: NonNullable<UpdateConsumer["limits"]>) {
  return { ...(read === undefined ? {} : { read }), ...(evaluate === undefined ? {} : { evaluate }) };
}

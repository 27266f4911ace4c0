// Followers of a channel, on two server processes of one database: whoever moves it, all of them hear of every move.
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { signPointer } from "@jumelage/api";
import { inTransaction, movePointer, openDatabase, revokeConsumer, createConsumer } from "@jumelage/db";
import { emptyDatabase } from "@jumelage/db/test-database";
import { openPointer, type Digest } from "@jumelage/engine";
import { shows } from "@jumelage/engine/test/evidence";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSigningKey, type SigningKey } from "../src/signer.ts";
import { App, selfCare, serviceChoice } from "./clients.ts";
import { readEvents, type EventStream } from "./read-events.ts";
import { startProcess, temporaryFolder, type ServerProcess } from "./server-process.ts";

const digest: Digest = async (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
const clock = { now: () => new Date() };
const path = `/v1/programs/${selfCare}/channels/production/events`;
const key = "jumelage-demo-key";

describe("followers of a channel", () => {
  const dataDir = temporaryFolder();
  let empty: Awaited<ReturnType<typeof emptyDatabase>>;
  let database: Awaited<ReturnType<typeof openDatabase>>;
  let servers: readonly ServerProcess[] = [];
  let signing: SigningKey;
  const open: EventStream[] = [];

  beforeAll(async () => {
    empty = await emptyDatabase();
    const first = await startProcess({ databaseUrl: empty.url, dataDir });
    servers = [first, await startProcess({ databaseUrl: empty.url, dataDir })];
    database = await openDatabase({ url: empty.url }, { migrate: false, max: 2 });
    signing = await loadSigningKey({ file: undefined, dataDir }, digest);
  }, 120_000);
  afterAll(async () => {
    for (const stream of open) stream.close();
    for (const server of servers) await server.kill();
    await database.close();
    await empty.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  const follow = async (server: number, more: { path?: string; key?: string; lastEventId?: string } = {}) => {
    const { path: at = path, ...options } = more;
    const stream = await readEvents(`${servers[server]?.url ?? ""}${at}`, { key, ...options });
    open.push(stream);
    return stream;
  };
  const move = async (): Promise<number> => {
    const moved = await movePointer(
      database.db,
      { by: "system", at: clock.now() },
      {
        program: selfCare,
        channel: "production",
        release: 1,
        reason: "renew",
        sign: (toSign) => signPointer(toSign, { clock, signer: signing.signer }),
      },
    );
    if (moved.kind !== "moved") throw new Error(moved.kind);
    return moved.pointer.sequence;
  };
  const ids = ({ events }: EventStream): readonly number[] => events.map((e) => e.id);

  it(
    "begin with the pointer as it stands, signed, and hear of every move from every process",
    shows("no-event-missed"),
    async () => {
      const followers = await Promise.all([follow(0), follow(1), follow(0), follow(1)]);
      for (const { status, headers } of followers) {
        expect(status).toBe(200);
        expect(headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
        expect(headers.get("cache-control")).toBe("no-store");
      }
      await expect.poll(() => followers.map((f) => f.events.length)).toEqual([1, 1, 1, 1]);
      const pointer = await new App(servers[0]?.url ?? "").get(path.replace("/events", ""));
      expect(followers.map((f) => f.events[0]?.data)).toEqual(followers.map(() => pointer.text));
      const first = followers[0]?.events[0]?.id ?? 0;
      const expected = [first];
      for (let i = 0; i < 25; i++) expected.push(await move());
      for (const follower of followers) await expect.poll(() => ids(follower)).toEqual(expected);
      for (const { event, data, id } of followers[1]?.events ?? []) {
        expect(event).toBe("pointer");
        const opened = await openPointer(new TextEncoder().encode(data), {
          trusted: [signing.verifier],
          program: selfCare,
          channel: "production",
        });
        expect(opened.ok && opened.value.pointer.sequence).toBe(id);
      }
      for (const { close } of followers) close();
    },
  );

  it(
    "that come back with what they saw last get what they missed, all of it and once",
    shows("no-event-missed"),
    async () => {
      const before = await move();
      const missed = [await move(), await move(), await move()];
      const back = await follow(1, { lastEventId: String(before) });
      await expect.poll(() => ids(back)).toEqual(missed);
      const upToDate = await follow(0, { lastEventId: String(missed[2]) });
      const next = await move();
      await expect.poll(() => ids(upToDate)).toEqual([next]);
      await expect.poll(() => ids(back)).toEqual([...missed, next]);
    },
  );

  it("miss nothing when the database forgets to tell the server", shows("no-event-missed"), async () => {
    const follower = await follow(0);
    await expect.poll(() => follower.events.length).toBe(1);
    const cut = await database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'jumelage-moves' and datname = current_database()",
    );
    expect(cut.rowCount).toBe(2);
    const moves = [await move(), await move()];
    await expect.poll(() => ids(follower).slice(1), { timeout: 10_000 }).toEqual(moves);
  });

  it("are told no more than others: key, program, channel, and what they say to have seen", async () => {
    const refused = async (...options: Parameters<typeof follow>) => {
      const { status, headers } = await follow(...options);
      return [status, headers.get("content-type")?.split(";")[0]];
    };
    const problem = "application/problem+json";
    expect(await refused(0, { key: "wrong" })).toEqual([401, problem]);
    expect(await refused(0, { path: path.replace(selfCare, "nulle-part") })).toEqual([404, problem]);
    expect(await refused(0, { path: path.replace("production", "nowhere") })).toEqual([404, problem]);
    for (const lastEventId of ["x", "-1", "1e3", "1".repeat(17), "1.5"])
      expect(await refused(0, { lastEventId })).toEqual([400, problem]);
  });

  it("are let go when their key is revoked", async () => {
    const act = { by: "system", at: clock.now() };
    const shortLived = "a-key-that-is-revoked";
    await inTransaction(database.db, (tx) =>
      createConsumer(tx, act, {
        id: "short-lived",
        name: "Brève",
        keyHash: createHash("sha256").update(shortLived).digest("hex"),
        keyPrefix: "a-key",
        programs: [selfCare, serviceChoice],
      }),
    );
    const follower = await follow(1, { key: shortLived });
    await expect.poll(() => follower.events.length).toBe(1);
    await inTransaction(database.db, (tx) => revokeConsumer(tx, act, "short-lived"));
    expect(await follower.ended).toBe("ended");
    expect((await follow(1, { key: shortLived })).status).toBe(401);
  }, 60_000);

  it("are let go cleanly when the server stops", async () => {
    const followers = await Promise.all(Array.from({ length: 50 }, () => follow(1)));
    await expect.poll(() => followers.every((f) => f.events.length === 1)).toBe(true);
    expect(await servers[1]?.stop()).toBe(0);
    expect(new Set(await Promise.all(followers.map((f) => f.ended)))).toEqual(new Set(["ended"]));
  });
});

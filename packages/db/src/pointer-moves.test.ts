import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import { listenToPointerMoves, pointerNotification, type PointerMove } from "./index.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const listener of open.splice(0)) await listener.close();
});

function listen(url: () => string = () => database.url) {
  const moves: PointerMove[] = [];
  const errors: Error[] = [];
  let listening = 0;
  const listener = listenToPointerMoves({
    url,
    onMove: (move) => moves.push(move),
    onListening: () => (listening += 1),
    onError: (error) => errors.push(error),
  });
  open.push(listener);
  return { moves, errors, listening: () => listening, close: listener.close };
}

const tell = (payload: string) =>
  database.pool.query("select pg_notify($1, $2)", [pointerNotification, payload]);
const move = (sequence: number): PointerMove => ({ program: "p", channel: "production", sequence });
const listeners = async () =>
  (
    await database.pool.query(
      "select pid from pg_stat_activity where application_name = 'jumelage-moves' and datname = current_database()",
    )
  ).rowCount;

it("tells of every move in order, to everybody who listens, and of nothing that is no move", async () => {
  const both = [listen(), listen()];
  await expect.poll(() => both.map((l) => l.listening())).toEqual([1, 1]);
  await tell("nonsense");
  await tell('{"program":"p"}');
  for (let sequence = 1; sequence <= 200; sequence++) await tell(JSON.stringify(move(sequence)));
  const all = Array.from({ length: 200 }, (_, i) => move(i + 1));
  await expect.poll(() => both.map((l) => l.moves.length)).toEqual([200, 200]);
  for (const { moves, errors } of both) expect([moves, errors]).toEqual([all, []]);
});

it("comes back when its connection is cut, and says that something may have been missed", async () => {
  const { moves, errors, listening } = listen();
  await expect.poll(listening).toBe(1);
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'jumelage-moves' and datname = current_database()",
  );
  await expect.poll(listening, { timeout: 10_000 }).toBe(2);
  expect(errors.length).toBeGreaterThan(0);
  await tell(JSON.stringify(move(7)));
  await expect.poll(() => moves).toEqual([move(7)]);
});

it("goes where the database has gone, however long it could not be reached", async () => {
  let url = "postgresql://nobody@127.0.0.1:1/nothing";
  const { errors, listening } = listen(() => url);
  await expect.poll(() => errors.length).toBeGreaterThan(1);
  url = database.url;
  await expect.poll(listening, { timeout: 10_000 }).toBe(1);
});

it("leaves no connection behind, closed twice or while it could not connect", async () => {
  const { listening, close } = listen();
  await expect.poll(listening).toBe(1);
  await close();
  await close();
  const lost = listen(() => "postgresql://nobody@127.0.0.1:1/nothing");
  await lost.close();
  await expect.poll(listeners).toBe(0);
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import { seed, started } from "../test/fixtures.ts";
import { beHere, othersHere } from "./presence.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.db);
});
afterAll(() => database.close());

const at = (seconds: number): Date => new Date(Date.UTC(2026, 2, 1, 12, 0, seconds));

it("tells who else is in a draft, where they were last, and forgets whoever was not heard of", async () => {
  const { db } = database;
  const [draft, other] = [(await started(db)).id, (await started(db)).id];
  const here = (person: string, place: string, seconds: number, id = draft) =>
    beHere(db, { draft: id, person, place, at: at(seconds) }, at(seconds - 45));
  const seenBy = async (person: string, since: number) =>
    (await othersHere(db, { draft, person, since: at(since) })).map((o) => `${o.person.id} ${o.place}`);
  await here("anna", "criteres", 0);
  await here("rita", "profils", 5);
  await here("rita", "criteres/C1", 20);
  await here("anna", "table", 20, other);
  expect(await seenBy("anna", -1)).toEqual(["rita criteres/C1"]);
  expect(await seenBy("rita", -1)).toEqual(["anna criteres"]);
  expect(await seenBy("rita", 10)).toEqual([]);
  await here("rita", "profils", 64);
  const { rows } = await database.pool.query("select person, place from draft_presence order by at");
  expect(rows).toEqual([
    { person: "anna", place: "table" },
    { person: "rita", place: "profils" },
  ]);
  await expect(here("anna", "Jean Tremblay, 450 555-0199", 65)).rejects.toThrow(
    /insert into "draft_presence"/,
  );
});

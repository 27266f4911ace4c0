import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { embeddedMigrations } from "../scripts/embed-migrations.ts";
import { readFileSync } from "node:fs";
import { emptyDatabase } from "../test/database.ts";
import { DatabaseTooNew, migrate } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import { openDatabase } from "./open.ts";

describe("migrations", () => {
  it("travel in the code as they are in the SQL files", () => {
    expect(readFileSync(new URL("./migrations/index.ts", import.meta.url), "utf8")).toBe(
      embeddedMigrations(),
    );
  });

  it("are applied once when five servers start at the same time", async () => {
    const { url, drop } = await emptyDatabase();
    const opened = await Promise.all(Array.from({ length: 5 }, () => openDatabase({ url })));
    expect(opened.map((o) => o.migrated.length).sort((a, b) => a - b)).toEqual([
      0,
      0,
      0,
      0,
      migrations.length,
    ]);
    await Promise.all(opened.map((o) => o.close()));
    await drop();
  });

  it("say so, and touch nothing, when the database is newer than the code", async () => {
    const { url, drop } = await emptyDatabase();
    const client = new Client({ connectionString: url });
    await client.connect();
    const newer = [...migrations, { tag: "9999_tomorrow", statements: ["create table tomorrow (id int)"] }];
    expect(await migrate(client, newer)).toHaveLength(newer.length);
    await expect(openDatabase({ url })).rejects.toThrow(DatabaseTooNew);
    await expect(openDatabase({ url })).rejects.toThrow(/9999_tomorrow.*newer version of Jumelage/);
    expect(await migrate(client, newer)).toEqual([]);
    await client.end();
    await drop();
  });

  it("leave nothing of one that is interrupted at any statement, and go on from there", async () => {
    const { url, drop } = await emptyDatabase();
    const client = new Client({ connectionString: url });
    await client.connect();
    for (const [at, migration] of migrations.entries()) {
      for (let cut = 0; cut < migration.statements.length; cut += 5) {
        const statements = [...migration.statements.slice(0, cut), "select 1/0"];
        await expect(
          migrate(client, [...migrations.slice(0, at), { ...migration, statements }]),
        ).rejects.toThrow("division by zero");
      }
      expect(await migrate(client, migrations.slice(0, at + 1))).toEqual([migration.tag]);
    }
    await client.end();
    await drop();
  });

  it("refuse a database whose history is not theirs", async () => {
    const { url, drop } = await emptyDatabase();
    const client = new Client({ connectionString: url });
    await client.connect();
    await migrate(client, [{ tag: "0000_tables", statements: ["create table other (id int)"] }]);
    await expect(migrate(client)).rejects.toThrow(/is not the "0000_tables" of this code/);
    await client.end();
    await drop();
  });
});

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
    expect(opened.map((o) => o.migrated.length).sort()).toEqual([0, 0, 0, 0, migrations.length]);
    await Promise.all(opened.map((o) => o.close()));
    await drop();
  });
});

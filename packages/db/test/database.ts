// A database of its own for a test file, copied from the migrated template of the run's cluster.
import { Client } from "pg";
import { inject } from "vitest";
import { openDatabase, type Database, type OpenOptions } from "../src/open.ts";
import { inDatabase, template } from "./cluster.ts";

export interface FreshDatabase extends Database {
  readonly url: string;
}

/** `source`: the template (migrated, default), or `template0` for an empty database. Call `close` when done. */
export async function freshDatabase(options: OpenOptions & { source?: string } = {}): Promise<FreshDatabase> {
  const { source = template, ...open } = options;
  const name = `t_${crypto.randomUUID().replaceAll("-", "")}`;
  await admin(`create database ${name} template ${source}`);
  const url = inDatabase(inject("clusterUrl"), name);
  const database = await openDatabase({ url }, { max: 20, ...open });
  return {
    ...database,
    url,
    close: async () => {
      await database.close();
      await admin(`drop database if exists ${name} with (force)`);
    },
  };
}

/** An empty database that nothing has opened yet. */
export async function emptyDatabase(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `t_${crypto.randomUUID().replaceAll("-", "")}`;
  await admin(`create database ${name} template template0`);
  return {
    url: inDatabase(inject("clusterUrl"), name),
    drop: () => admin(`drop database if exists ${name} with (force)`),
  };
}

async function admin(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject("clusterUrl") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

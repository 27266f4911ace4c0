// For vitest's `globalSetup`: one PostgreSQL cluster for a whole run, with a migrated template that `freshDatabase`
// copies for each test file. Projects of one run share it.
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { startCluster, type EmbeddedPostgres } from "../src/embedded.ts";
import { openDatabase } from "../src/open.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of the test cluster, to the database `postgres`, as its owner. */
    readonly clusterUrl: string;
  }
}

export const template = "jumelage_template";

interface Shared {
  users: number;
  cluster: Promise<EmbeddedPostgres>;
}

// Each project loads this module for itself; the cluster is shared through the process.
const key = Symbol.for("jumelage.test-cluster");
const holder = globalThis as { [key]?: Shared };

export async function setup(project: TestProject): Promise<void> {
  const shared = (holder[key] ??= { users: 0, cluster: startWithTemplate() });
  shared.users += 1;
  project.provide("clusterUrl", inDatabase((await shared.cluster).url, "postgres"));
}

export async function teardown(): Promise<void> {
  const shared = holder[key];
  if (!shared) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  delete holder[key];
  await (await shared.cluster).stop();
}

/** The same connection string for another database. */
export function inDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function startWithTemplate(): Promise<EmbeddedPostgres> {
  const dir = mkdtempSync(join(tmpdir(), "jumelage-test-"));
  chmodSync(dir, 0o755);
  const cluster = await startCluster({ dir });
  const client = new Client({ connectionString: inDatabase(cluster.url, "postgres") });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  const database = await openDatabase({ url: inDatabase(cluster.url, template) });
  await database.close();
  return cluster;
}

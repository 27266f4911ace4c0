// ClickHouse servers of our own on loopback: each with its configuration and its data in a temporary folder, on ports the
// system gives, all of them shards of one cluster. They are ended by their process ids, and their folder is removed.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export interface Servers {
  readonly version: string;
  /** Of the HTTP interface of each. */
  readonly urls: readonly string[];
  /** The cluster that all of them are shards of. */
  readonly cluster: string;
  readonly stop: () => Promise<void>;
}

/** There is no ClickHouse on this machine. */
export class NoClickHouse extends Error {}

const binary = process.env["CLICKHOUSE_SERVER"] ?? "clickhouse-server";
const cluster = "region";

/** @throws NoClickHouse when the program is not there. */
export async function startServers(count: number): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), "jumelage-clickhouse-"));
  const ports = await freePorts(count * 3);
  const shards = Array.from({ length: count }, (_, i) => ({
    folder: join(folder, String(i)),
    http: ports[i * 3] ?? 0,
    tcp: ports[i * 3 + 1] ?? 0,
    between: ports[i * 3 + 2] ?? 0,
  }));
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(end));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const shard of shards) {
      mkdirSync(shard.folder);
      const file = join(shard.folder, "config.xml");
      writeFileSync(file, configuration(shard, shards));
      writeFileSync(join(shard.folder, "users.xml"), users);
      children.push(await started(file, shard.folder));
    }
    for (const [i, shard] of shards.entries()) await answering(shard, children[i]);
    const [first = ""] = shards.map(({ http }) => `http://127.0.0.1:${http}`);
    const version = await (await fetch(`${first}/?query=SELECT+version()`)).text();
    return {
      version: version.trim(),
      urls: shards.map(({ http }) => `http://127.0.0.1:${http}`),
      cluster,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Shard {
  readonly folder: string;
  readonly http: number;
  readonly tcp: number;
  readonly between: number;
}

// Connections are kept: who asks may be busy for minutes, and would not see one being closed meanwhile.
function configuration({ folder, http, tcp, between }: Shard, all: readonly Shard[]): string {
  const shards = all.map(
    (s) => `<shard><replica><host>127.0.0.1</host><port>${s.tcp}</port></replica></shard>`,
  );
  return `<yandex>
  <logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${http}</http_port>
  <tcp_port>${tcp}</tcp_port>
  <keep_alive_timeout>86400</keep_alive_timeout>
  <interserver_http_port>${between}</interserver_http_port>
  <path>${folder}/data/</path>
  <tmp_path>${folder}/tmp/</tmp_path>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
  <remote_servers><${cluster}>${shards.join("")}</${cluster}></remote_servers>
</yandex>
`;
}

// What a query may be is for the server to say: the settings reach every shard, whoever asks.
const users = `<yandex>
  <profiles><default>
    <max_query_size>10000000</max_query_size>
    <max_ast_elements>1000000</max_ast_elements>
    <max_memory_usage>4000000000</max_memory_usage>
  </default></profiles>
  <users><default>
    <password></password>
    <networks><ip>127.0.0.1</ip></networks>
    <profile>default</profile>
    <quota>default</quota>
  </default></users>
  <quotas><default></default></quotas>
</yandex>
`;

async function started(file: string, cwd: string): Promise<ChildProcess> {
  const child = spawn(binary, [`--config-file=${file}`], { stdio: "ignore", cwd });
  return new Promise((resolve, reject) => {
    child.once("spawn", () => resolve(child));
    child.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ENOENT" ? new NoClickHouse(binary) : error),
    );
  });
}

async function answering({ http, folder }: Shard, child: ChildProcess | undefined): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child?.exitCode !== null) break;
    try {
      if ((await fetch(`http://127.0.0.1:${http}/`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await pause(100);
  }
  throw new Error(
    `ClickHouse does not answer:\n${readFileSync(join(folder, "errors"), "utf8").slice(-2000)}`,
  );
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await over;
  clearTimeout(late);
}

/** Ports that were free a moment ago, all different. */
async function freePorts(count: number): Promise<readonly number[]> {
  const held = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<{ readonly port: number; readonly close: () => void }>((resolve, reject) => {
          const server = createServer();
          server.on("error", reject);
          server.listen(0, "127.0.0.1", () => {
            const address = server.address();
            const port = typeof address === "object" && address ? address.port : 0;
            resolve({ port, close: () => void server.close() });
          });
        }),
    ),
  );
  for (const { close } of held) close();
  return held.map(({ port }) => port);
}

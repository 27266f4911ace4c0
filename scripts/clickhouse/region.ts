// A whole region on two servers: a table of persons on each, made there by a formula; the query of a rule set as a view over
// it; and a Distributed table over both. The counts must be those of our own evaluator over the same persons.
import {
  cohortQuery,
  compile,
  createTable,
  readPerson,
  type RuleSet,
} from "../../packages/engine/src/index.ts";
import { cellOf } from "../../packages/db/test/cohort/answers.ts";
import type { ClickHouse } from "./engine.ts";
import { synthetic } from "./synthetic.ts";

/** How many persons got the same answers to all decisions, by those answers. */
type Counts = ReadonlyMap<string, number>;

export interface RegionReport {
  readonly persons: number;
  /** By column of the answer and by answer. */
  readonly shares: ReadonlyMap<string, Counts>;
  /** Where the counts differ; none when they agree. */
  readonly differences: readonly string[];
  readonly seconds: {
    readonly made: number;
    readonly views: number;
    readonly query: number;
    readonly own: number;
  };
}

const at = "2026-03-02";
const between = "\u001f";

export async function askRegion(
  ruleSet: RuleSet,
  servers: readonly ClickHouse[],
  { persons, cluster }: { readonly persons: number; readonly cluster: string },
): Promise<RegionReport> {
  const [first] = servers;
  if (!first) throw new Error("no server");
  const made = synthetic(ruleSet, at);
  const asking = { dialect: "clickhouse", at, detail: "decisions" } as const;
  const query = cohortQuery(ruleSet, { ...asking, table: ["persons"] });
  const columns = query.answers.map((a) => `\`${a.column}\``).join(", ");
  const counting = (from: string): string =>
    `SELECT ${columns}, count() AS persons FROM ${from} GROUP BY ${columns}`;

  const [, seconds] = await timed(() =>
    Promise.all(
      servers.map(async (server, shard) => {
        await server.run(
          createTable("clickhouse", { table: ["persons"], key: ["id"], columns: made.columns }),
        );
        const numbers = `SELECT number * ${servers.length} + ${shard} AS i FROM numbers(${Math.ceil((persons - shard) / servers.length)})`;
        await server.run(`INSERT INTO persons ${made.select(numbers)}`);
        await server.run(`CREATE VIEW answers AS ${query.sql}`);
        for (const table of ["persons", "answers"])
          await server.run(
            `CREATE TABLE ${table}_everywhere AS ${table} ENGINE = Distributed(${cluster}, default, ${table})`,
          );
      }),
    ),
  );
  // Each server answers for its own persons, and only counts travel.
  const [views, viewSeconds] = await timed(() => countsFrom(first, counting("answers_everywhere")));
  // The very query over the Distributed table: persons travel to the server that was asked.
  const whole = cohortQuery(ruleSet, { ...asking, table: ["persons_everywhere"] });
  const [asked, querySeconds] = await timed(() => countsFrom(first, counting(`(${whole.sql})`)));
  const [own, ownSeconds] = await timed(async () => {
    const compiled = compile(ruleSet);
    const counts = new Map<string, number>();
    for (let i = 0; i < persons; i += 1) {
      const person = readPerson(ruleSet, made.factsOf(i), at);
      const result = compiled.runEncoded(compiled.encode(person));
      const key = query.answers.map((a) => cellOf(a, { id: "", person, result })).join(between);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  });
  const differences = [...differing("view", own, views), ...differing("query", own, asked)];
  for (const server of servers)
    for (const table of ["answers_everywhere", "persons_everywhere", "answers", "persons"])
      await server.run(`DROP TABLE ${table}`);
  return {
    persons: [...views.values()].reduce((a, b) => a + b, 0),
    shares: sharesOf(
      query.answers.map((a) => a.column),
      own,
    ),
    differences,
    seconds: { made: seconds, views: viewSeconds, query: querySeconds, own: ownSeconds },
  };
}

async function countsFrom(server: ClickHouse, sql: string): Promise<Counts> {
  const rows = await server.ask(sql);
  return new Map(rows.map((row) => [row.slice(0, -1).join(between), Number(row.at(-1))]));
}

function differing(name: string, expected: Counts, obtained: Counts): readonly string[] {
  return [...new Set([...expected.keys(), ...obtained.keys()])].flatMap((key) => {
    const [wanted, got] = [expected.get(key) ?? 0, obtained.get(key) ?? 0];
    return wanted === got
      ? []
      : [`${name}: ${key.split(between).join(" · ")}: ${got} persons instead of ${wanted}`];
  });
}

function sharesOf(columns: readonly string[], counts: Counts): ReadonlyMap<string, Counts> {
  return new Map(
    columns.map((column, i) => {
      const shares = new Map<string, number>();
      for (const [key, n] of counts) {
        const answer = key.split(between)[i] ?? "";
        shares.set(answer, (shares.get(answer) ?? 0) + n);
      }
      return [column, shares];
    }),
  );
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  const done = await work();
  return [done, (performance.now() - start) / 1000];
}

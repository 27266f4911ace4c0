// `jumelage cohort`: a rule set for a whole cohort. With `--data` everybody in a file; with `--emit-sql` the one query that
// evaluates a table of persons in the database where it lies, which is not run here.
import {
  cohortQuery,
  columnsFor,
  columnsSchema,
  createTable,
  queryDetails,
  sqlDialects,
  Unqueryable,
  type Columns,
  type Lang,
  type QueryDetail,
  type SqlDialect,
} from "@jumelage/engine";
import { lexiconOf } from "@jumelage/engine/words";
import { say, type MessageKey } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";
import { readJson, readRuleSet } from "../read.ts";
import { dayFor } from "../today.ts";
import { cohortOfFile } from "./cohort-file.ts";

export const sqlChoices: readonly string[] = sqlDialects;
export const detailChoices: readonly string[] = queryDetails;

export interface CohortOptions {
  readonly data?: string;
  readonly baseline?: string;
  readonly emitSql?: SqlDialect;
  readonly at?: string;
  /** `table`, or `schema.table`. */
  readonly table: string;
  /** Names between commas. */
  readonly key: string;
  readonly columns?: string;
  readonly detail: QueryDetail;
}

export async function cohort(
  path: string,
  options: CohortOptions & { readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const { lang, emitSql: dialect, data, detail } = options;
  const wrong = new Unusable("wrong-arguments", { what: "--data, --emit-sql" });
  if (dialect !== undefined && data !== undefined) throw wrong;
  const { ruleSet, draft } = await readRuleSet(path, io);
  if (draft) io.err(`${say(lang, "holes")}\n`);
  const at = dayFor(options.at, ruleSet, io);
  const mapping = options.columns === undefined ? undefined : await readColumns(options.columns, io);
  if (data !== undefined) {
    const baseline =
      options.baseline === undefined ? undefined : (await readRuleSet(options.baseline, io)).ruleSet;
    if (baseline !== undefined && baseline.program !== ruleSet.program)
      throw new Unusable("other-program", { what: baseline.program });
    return cohortOfFile({ ruleSet, baseline, path: data, at, columns: mapping, lang }, io);
  }
  if (dialect === undefined) throw wrong;
  const key = options.key === "" ? [] : options.key.split(",").map((name) => name.trim());
  const table = options.table.split(".");
  const columns = mapping ?? columnsFor(ruleSet, { key });
  const { sql, reads, answers, without, create } = refusing(() => {
    const query = cohortQuery(ruleSet, { dialect, at, table, key, columns, detail });
    return { ...query, create: createTable(dialect, { table, key, columns: query.reads }) };
  });
  const lexicon = lexiconOf(ruleSet, lang);
  if (without.length > 0)
    io.err(`${say(lang, "without-columns", { what: without.map((id) => lexicon.fact(id)).join(", ") })}\n`);
  return {
    document: {
      program: ruleSet.program,
      dialect,
      at,
      sql,
      table: { name: table, key, columns: reads, create },
      answers,
      without,
    },
    lines: [`-- ${ruleSet.program}, ${at}`, ...commented(create), sql],
    findings: false,
  };
}

async function readColumns(path: string, io: Io): Promise<Columns> {
  const parsed = columnsSchema.safeParse(await readJson(path, io));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new Unusable("not-columns", { what: path, where });
}

/** Lines that a database passes over, wherever a name breaks them. */
function commented(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => `-- ${line}`);
}

const messages: Partial<Readonly<Record<Unqueryable["code"], MessageKey>>> = {
  name: "no-such-name",
  "undeclared-fact": "undeclared-fact",
  "undeclared-member": "undeclared-member",
  "columns-of-type": "columns-of-type",
};

/** What is wrong with names and columns is the caller's to mend; anything else is ours. */
function refusing<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    const message = error instanceof Unqueryable ? messages[error.code] : undefined;
    if (message === undefined || !(error instanceof Unqueryable)) throw error;
    throw new Unusable(message, { what: error.about });
  }
}

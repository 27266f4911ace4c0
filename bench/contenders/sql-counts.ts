// How often each answer of a rule set is given, asked of a database by the rule set's own query.
import { cohortQuery, type RuleSet, type SqlDialect } from "@jumelage/engine";

/** How many persons are in each state of each subject: `criterion r: true` and so on. */
export type Counts = ReadonlyMap<string, number>;

/** One row of counts over the query of a rule set; `keys` says what each of them counts. */
export function countsOf(
  ruleSet: RuleSet,
  { dialect, at, table }: { readonly dialect: SqlDialect; readonly at: string; readonly table: string },
): { readonly select: string; readonly keys: readonly string[] } {
  const { sql, answers } = cohortQuery(ruleSet, { dialect, at, table: [table] });
  const counted: { readonly key: string; readonly where: string }[] = [];
  for (const answer of answers) {
    const column = `"${answer.column.replaceAll('"', '""')}"`;
    if (answer.holds === "true" || answer.holds === "false")
      counted.push({ key: `criterion ${answer.criterion}: ${answer.holds}`, where: column });
    if (answer.holds !== "state" && answer.holds !== "suggestion") continue;
    const decision = ruleSet.decisions.find((d) => d.id === answer.decision);
    const states =
      answer.holds === "state"
        ? [...(decision?.outcomes ?? []).map((o) => o.id), "@undetermined", "@safety-unknown"]
        : ["suggested", "undetermined", "withheld", "not-suggested"];
    const name =
      answer.holds === "state"
        ? `decision ${answer.decision}`
        : `outcome ${answer.decision} ${answer.outcome}`;
    for (const state of states) counted.push({ key: `${name}: ${state}`, where: `${column} = '${state}'` });
  }
  const counts = counted.map(({ where }) => `count(*) FILTER (WHERE ${where})`);
  return { select: `SELECT ${counts.join(", ")} FROM (${sql}) AS answers`, keys: counted.map((c) => c.key) };
}

// Names and values that look like SQL, asked of a database: whatever a table, a column, a member or an outcome is called, the
// query reads that one column, answers that one outcome, and nothing else happens.
import { array, assert, asyncProperty, constantFrom, oneof, pre, string } from "fast-check";
import { cohortQuery, type RuleSet } from "@jumelage/engine";
import { programs } from "@jumelage/engine/test/reference-programs";
import type { CohortEngine } from "./engines.ts";

const words = { fr: "essai", en: "essai" };

/** One fact of two values, one decision: nothing here was parsed, so that ids can be anything. */
export function tiny(fact: string, member: string, outcome: string): RuleSet {
  const base = programs[0]?.ruleSet;
  if (!base) throw new Error("no reference program");
  const out = (id: string): RuleSet["decisions"][number]["outcomes"][number] => ({
    id,
    label: words,
    message: words,
    tone: "stop",
    override: false,
  });
  return {
    ...base,
    parameters: [],
    conditions: [],
    properties: [],
    facts: [
      {
        id: fact,
        label: words,
        question: words,
        type: "enum",
        values: [
          { id: member, label: words },
          { id: "plain", label: words },
        ],
        whenUnknown: "block",
        safety: false,
        sources: [],
      },
    ],
    decisions: [
      { id: "d", title: words, kind: "one", outcomes: [out(outcome), out("rest")], otherwise: "rest" },
    ],
    criteria: [
      {
        id: "c",
        title: words,
        when: { fact, operator: "equal", value: member },
        then: { decision: "d", outcome },
        rationale: words,
        sources: [],
        origin: "inference",
        enabled: true,
      },
    ],
  };
}

const nasty = [
  `"`,
  `'`,
  "`",
  "\\",
  "\\'",
  `"; DROP TABLE bystander; --`,
  `'); DROP TABLE bystander; --`,
  "`; DROP TABLE bystander; --",
  "/*",
  "*/",
  "--",
  "$$",
  "${x}",
  "{x:String}",
  "?",
  "$1",
  ":x",
  "\n",
  "é",
  "_v1",
  "_v",
  "select",
  "a.b",
];
const text = array(oneof(constantFrom(...nasty), string({ unit: "grapheme", maxLength: 4 })), {
  minLength: 1,
  maxLength: 3,
})
  .map((parts) => parts.join(""))
  .filter((s) => s !== "" && !s.includes("\0") && new TextEncoder().encode(s).length < 60);

/** Fails with the names that were read as anything but names. */
export async function askWithHostileNames(
  engine: CohortEngine,
  { seed, runs }: { readonly seed: number; readonly runs: number },
): Promise<void> {
  await assert(
    asyncProperty(text, text, text, text, async (table, column, member, outcome) => {
      pre(member !== "plain" && outcome !== "rest" && column.toLowerCase() !== "id");
      const { sql, reads } = cohortQuery(tiny("f", member, outcome), {
        dialect: engine.dialect,
        at: "2026-03-02",
        table: [table],
        key: ["id"],
        columns: { f: { value: column } },
      });
      await engine.load(
        table,
        reads,
        [member, "plain", "other"].map((value) => ({ [column]: value })),
      );
      try {
        const rows = await engine.ask(sql);
        const states = ["0", "1", "2"].map((id) => rows.find((row) => row[0] === id)?.[1]);
        const expected = [outcome, "rest", "@undetermined"];
        if (rows.length !== 3 || states.some((state, i) => state !== expected[i]))
          throw new Error(`${JSON.stringify(expected)} expected, ${JSON.stringify(states)} obtained`);
      } finally {
        await engine.drop(table);
      }
    }),
    { seed, numRuns: runs },
  );
}

// The words of a decision table: what heads its columns, and what a cell says, as it is shown, copied and pasted.
import type { Decision, DecisionTable, DraftCondition, TableEntry } from "@jumelage/engine";
import { columnHeading, conditionSentence, testWords, textIn } from "@jumelage/engine/words";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { verdictOf } from "../simulation/simulate.ts";
import { useSimulation } from "../simulation/use-simulation.ts";
import type { GridCell, GridLine } from "./grid.ts";

export interface GridWords {
  readonly headings: readonly string[];
  /** What is decided. */
  readonly title: string;
  /** For how many of the profiles each criterion is true. */
  readonly hits: ReadonlyMap<string, number>;
  readonly profiles: number;
  readonly sentenceOf: (entry: TableEntry) => string;
  readonly testsIn: (nodes: readonly DraftCondition[]) => string;
  /** What a cell says, as a spreadsheet gets it. */
  readonly wordsOf: (cell: GridCell, line: GridLine) => string;
}

export function useGridWords(decision: Decision, table: DecisionTable): GridWords {
  const t = useTranslations("table");
  const workspace = useWorkspace();
  const { ruleSet, lang } = workspace;
  const simulation = useSimulation(workspace);
  const hits = useMemo(
    () =>
      new Map(
        ruleSet.criteria.map((c) => [
          c.id,
          simulation.rows.filter((row) => verdictOf(row.after, c.id) === "true").length,
        ]),
      ),
    [ruleSet, simulation],
  );
  const sentenceOf: GridWords["sentenceOf"] = ({ criterion }) =>
    criterion.when === undefined ? t("noCondition") : conditionSentence(criterion.when, ruleSet, lang);
  const testsIn: GridWords["testsIn"] = (nodes) =>
    nodes.map((node) => testWords({ node }, ruleSet, lang)).join(t("and"));
  return {
    headings: table.columns.map((column) => columnHeading(column, ruleSet, lang)),
    title: textIn(decision.title, lang),
    hits,
    profiles: simulation.rows.length,
    sentenceOf,
    testsIn,
    wordsOf: (cell, { entry, outcome }) => {
      const { criterion } = entry;
      if (cell.kind === "criterion") return `${criterion.id} ${textIn(criterion.title, lang)}`.trim();
      if (cell.kind === "hits") return String(hits.get(criterion.id) ?? 0);
      if (cell.kind === "sentence") return sentenceOf(entry);
      if (cell.kind === "tests") return testsIn(cell.tests.map((test) => test.node));
      const found = decision.outcomes.find((o) => o.id === outcome);
      return found ? textIn(found.label, lang) : outcome;
    },
  };
}

// Every statement of every source is either modelled, and then something cites it, or left out for a reason that is
// written down in both languages.
import type { DraftRuleSet } from "../model/rule-set.ts";

export interface OpenStatement {
  readonly statement: string;
  /** Said to be modelled, and nothing cites it; or left out, and nobody says why. */
  readonly why: "not-cited" | "unexplained";
}

/** The statements of a rule set's sources that are neither cited nor explained, in document order. */
export function openStatements(ruleSet: DraftRuleSet): readonly OpenStatement[] {
  const cited = new Set(
    [...ruleSet.criteria.filter((c) => c.enabled), ...ruleSet.parameters, ...ruleSet.facts].flatMap(
      (thing) => thing.sources,
    ),
  );
  return ruleSet.sources.flatMap(({ statements }) =>
    statements.flatMap(({ id, modelled }): OpenStatement[] => {
      if (modelled === true) return cited.has(id) ? [] : [{ statement: id, why: "not-cited" }];
      const explained = modelled.reason.fr.trim() !== "" && modelled.reason.en.trim() !== "";
      return explained ? [] : [{ statement: id, why: "unexplained" }];
    }),
  );
}

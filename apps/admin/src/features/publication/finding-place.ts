// Where a finding about the document is mended: the page of its entry, and the name of that entry.
import type { GateFinding } from "@jumelage/api/schemas";
import type { DraftRuleSet, Lang } from "@jumelage/engine";
import { entryId, type ProgramPaths } from "../../paths.ts";

export interface Place {
  readonly href: string;
  readonly name: string | undefined;
}

interface Where {
  readonly ruleSet: DraftRuleSet;
  readonly lang: Lang;
  readonly paths: ProgramPaths;
}

export function placeOf(finding: GateFinding, { ruleSet, lang, paths }: Where): Place | undefined {
  const [collection, index] = finding.at ?? [];
  if (finding.criterion !== undefined) {
    return { href: paths.criterion(finding.criterion), name: finding.criterion };
  }
  if (typeof index !== "number") return undefined;
  switch (collection) {
    case "criteria": {
      const criterion = ruleSet.criteria[index];
      return criterion && { href: paths.criterion(criterion.id), name: criterion.id };
    }
    case "facts": {
      const fact = ruleSet.facts[index];
      return (
        fact && { href: `${paths.vocabulary}#${entryId("fact", fact.id)}`, name: fact.label[lang] || fact.id }
      );
    }
    case "parameters": {
      const parameter = ruleSet.parameters[index];
      return (
        parameter && {
          href: `${paths.vocabulary}#${entryId("parameter", parameter.id)}`,
          name: parameter.label[lang] || parameter.id,
        }
      );
    }
    case "conditions": {
      const condition = ruleSet.conditions[index];
      return (
        condition && {
          href: `${paths.vocabulary}#${entryId("condition", condition.id)}`,
          name: condition.label[lang] || condition.id,
        }
      );
    }
    case "decisions":
      return { href: `${paths.vocabulary}#outcomes`, name: ruleSet.decisions[index]?.title[lang] };
    case "sources":
      return { href: `${paths.vocabulary}#sources`, name: ruleSet.sources[index]?.title[lang] };
    default:
      return undefined;
  }
}

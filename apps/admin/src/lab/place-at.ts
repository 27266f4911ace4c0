// Where something about a rule set stands: the page of its entry and its name, from a path into the document.
import type { DraftRuleSet, Lang } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { entryId, guaranteeId, type ProgramPaths } from "../paths.ts";

export interface Place {
  readonly href: string;
  readonly name: string | undefined;
}

export interface Where {
  readonly ruleSet: DraftRuleSet;
  readonly lang: Lang;
  readonly paths: ProgramPaths;
}

export function placeAt(
  at: readonly (string | number)[] | undefined,
  { ruleSet, lang, paths }: Where,
): Place | undefined {
  const [collection, index] = at ?? [];
  if (typeof index !== "number") return undefined;
  const named = (item: { readonly id: string; readonly label: { fr: string; en: string } } | undefined) =>
    item && (textIn(item.label, lang) || item.id);
  switch (collection) {
    case "criteria": {
      const criterion = ruleSet.criteria[index];
      return criterion && { href: paths.criterion(criterion.id), name: criterion.id };
    }
    case "facts": {
      const fact = ruleSet.facts[index];
      return fact && { href: `${paths.vocabulary}#${entryId("fact", fact.id)}`, name: named(fact) };
    }
    case "parameters": {
      const parameter = ruleSet.parameters[index];
      return (
        parameter && {
          href: `${paths.vocabulary}#${entryId("parameter", parameter.id)}`,
          name: named(parameter),
        }
      );
    }
    case "conditions": {
      const condition = ruleSet.conditions[index];
      return (
        condition && {
          href: `${paths.vocabulary}#${entryId("condition", condition.id)}`,
          name: named(condition),
        }
      );
    }
    case "decisions":
      return { href: `${paths.vocabulary}#outcomes`, name: ruleSet.decisions[index]?.title[lang] };
    case "sources":
      return { href: `${paths.vocabulary}#sources`, name: ruleSet.sources[index]?.title[lang] };
    case "properties": {
      const property = ruleSet.properties[index];
      return property && { href: `${paths.guarantees}#${guaranteeId(property.id)}`, name: property.id };
    }
    default:
      return undefined;
  }
}

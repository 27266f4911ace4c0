// Anchors as people read them: what the thing is called, where it is, and whether the draft still has it.
import type { Change, Lang } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import type { Documents } from "../../draft/document.ts";
import { entryId, guaranteeId, type ProgramPaths } from "../../paths.ts";

export interface Named {
  readonly name: string;
  /** Absent for what the draft no longer has. */
  readonly href?: string;
}

interface Item {
  readonly id: string;
  readonly title?: Parameters<typeof textIn>[0];
  readonly label?: Parameters<typeof textIn>[0];
}

/** What an anchor is of, in a draft. */
export function nameOfAnchor(
  anchor: string,
  documents: Documents,
  { lang, paths }: { readonly lang: Lang; readonly paths: ProgramPaths },
): Named {
  const [what = "", of = "", ...rest] = anchor.split("/");
  const id = rest.join("/");
  if (what === "rule-set") return { name: textIn(documents.ruleSet.title, lang), href: paths.home };
  const item = itemOf(documents, what, of).find((found) => found.id === id);
  if (item === undefined) return { name: id };
  const words = item.title ?? item.label;
  return {
    name: words === undefined ? id : `${id} – ${textIn(words, lang)}`,
    href:
      what === "profile"
        ? paths.profile(id)
        : what === "hazard"
          ? `${paths.register}#hazard-${id}`
          : hrefOfThing({ what: what as Change["what"], id, of }, paths),
  };
}

function itemOf({ ruleSet, profiles, hazards }: Documents, what: string, of: string): readonly Item[] {
  switch (what) {
    case "profile":
      return profiles;
    case "hazard":
      return hazards;
    case "criterion":
      return ruleSet.criteria;
    case "parameter":
      return ruleSet.parameters;
    case "fact":
      return ruleSet.facts;
    case "condition":
      return ruleSet.conditions;
    case "decision":
      return ruleSet.decisions;
    case "property":
      return ruleSet.properties;
    case "source":
      return ruleSet.sources;
    case "value":
      return ruleSet.facts.find((f) => f.id === of)?.values ?? [];
    case "outcome":
      return ruleSet.decisions.find((d) => d.id === of)?.outcomes ?? [];
    case "statement":
      return (ruleSet.sources.find((s) => s.id === of)?.statements ?? []).map(({ id }) => ({ id }));
    default:
      return [];
  }
}

/** Where a thing of a rule set is read and changed. */
export function hrefOfThing(
  { what, id, of }: Pick<Change, "what" | "id" | "of">,
  paths: ProgramPaths,
): string {
  switch (what) {
    case "criterion":
      return paths.criterion(id);
    case "parameter":
    case "fact":
    case "condition":
      return `${paths.vocabulary}#${entryId(what, id)}`;
    case "value":
      return `${paths.vocabulary}#${entryId("fact", of ?? "")}`;
    case "outcome":
      return `${paths.vocabulary}#${entryId("outcome", `${of ?? ""}-${id}`)}`;
    case "decision":
      return `${paths.vocabulary}#outcomes`;
    case "source":
    case "statement":
      return `${paths.vocabulary}#sources`;
    case "rule-set":
      return paths.home;
    case "property":
      return `${paths.guarantees}#${guaranteeId(id)}`;
    default:
      return what satisfies never;
  }
}

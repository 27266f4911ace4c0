// Tags in the reader's language: those the product and its reference programs use have names, others read as written.
import { useMemo } from "react";
import { useTranslations } from "use-intl";

const named = [
  "boundary",
  "constat",
  "cross-program",
  "decision-leaf",
  "declined",
  "difference",
  "doubtful",
  "family",
  "freshness",
  "garantie",
  "interventions",
  "invalid",
  "limited-evidence",
  "missing-fact",
  "mutation",
  "parcours",
  "programs-differ",
  "regression",
  "routine",
  "safety",
  "set-of",
] as const;

export interface TagNames {
  readonly nameOf: (tag: string) => string;
  /** The tag that somebody means by a name, typed or chosen. */
  readonly tagOf: (name: string) => string;
}

export function useTagNames(): TagNames {
  const t = useTranslations("profiles.tagName");
  return useMemo(() => {
    const names = new Map<string, string>(named.map((tag) => [tag, t(tag)]));
    const tags = new Map([...names].map(([tag, name]) => [name, tag]));
    return { nameOf: (tag) => names.get(tag) ?? tag, tagOf: (name) => tags.get(name) ?? name };
  }, [t]);
}

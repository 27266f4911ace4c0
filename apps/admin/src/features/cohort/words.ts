// The words of a cohort's tables: states and counts, rounded as they are.
import type { PublishedSubject } from "@jumelage/cohort";
import type { DraftRuleSet } from "@jumelage/engine";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { faceOf, type Face } from "./subjects.ts";

export type Faces = (subject: PublishedSubject["subject"], state: string) => Face;

export function useFaces(ruleSets: readonly DraftRuleSet[]): Faces {
  const t = useTranslations("cohort.states");
  const { lang } = useWorkspace();
  return (subject, state) => faceOf({ subject, state }, ruleSets, { lang, word: t });
}

/** A count as it may be seen: about so many, or fewer than may be counted. */
export function useCount(smallCell: number): (persons: number) => string {
  const t = useTranslations("cohort");
  const format = useFormatter();
  return (persons) => (persons === 0 ? t("few", { least: String(smallCell) }) : format.number(persons));
}

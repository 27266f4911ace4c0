// The day by which a version is due to be looked at again: said beside it, and said aloud with what to do once it has passed.
import { allows, type ReleaseSummary } from "@jumelage/api/schemas";
import type { ReactNode } from "react";
import { useNow, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { useDay } from "../../ui/moment.tsx";
import { Notice } from "../../ui/page.tsx";
import { dayIn, knownZone } from "../../ui/zoned-time.ts";

/** Whether that day is over where the program is. */
export function useIsOverdue(reviewBy: string | null): boolean {
  const { ruleSet } = useWorkspace();
  const now = useNow();
  return reviewBy !== null && dayIn(knownZone(ruleSet.timeZone), now) > reviewBy;
}

/** One line: by when, or since when. */
export function ReviewBy({ date }: { readonly date: string }): ReactNode {
  const t = useTranslations("versions.review");
  const words = { date: useDay()(date) };
  return useIsOverdue(date) ? <strong>{t("since", words)}</strong> : t("by", words);
}

/** Of a version in service whose day has passed: what that changes, and what to do. */
export function ReviewBanner({
  release,
}: {
  readonly release: Pick<ReleaseSummary, "number" | "reviewBy">;
}): ReactNode {
  const t = useTranslations("versions.review");
  const { program, roles } = useWorkspace();
  const day = useDay();
  const { number, reviewBy } = release;
  if (!useIsOverdue(reviewBy) || reviewBy === null) return null;
  return (
    <Notice tone="problem" title={t("overdue", { number: String(number), date: day(reviewBy) })}>
      <p>{t("effect")}</p>
      <p>{t(allows("draft.edit-criteria", roles) ? "todo" : "todoOfOthers")}</p>
      <p>
        <AppLink href={programPaths(program).criteria}>{t("readCriteria")}</AppLink>
      </p>
    </Notice>
  );
}

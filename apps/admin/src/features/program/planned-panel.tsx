// What is planned for this program, and what came of what was in the last days.
import type { ReactNode } from "react";
import { useNow, useTranslations } from "use-intl";
import { Panel } from "../../ui/page.tsx";
import { ScheduleList, SchedulesTrouble, useSchedules } from "../channels/schedule-list.tsx";

/** What ended longer ago is read in the versions and the journal. */
const recently = 14 * 24 * 60 * 60 * 1000;

export function PlannedPanel(): ReactNode {
  const t = useTranslations("channels.schedules");
  const now = useNow();
  const shown = useSchedules().filter(
    ({ endedAt }) => endedAt === null || now.getTime() - new Date(endedAt).getTime() < recently,
  );
  if (shown.length === 0) return <SchedulesTrouble />;
  return (
    <Panel title={t("title")}>
      <SchedulesTrouble />
      <ScheduleList schedules={shown} />
    </Panel>
  );
}

// How far the reading of a file is, and how to stop it.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import lab from "../../lab/lab.module.css";
import type { CohortView } from "./use-cohort.ts";

export function ReadingPanel({ cohort }: { readonly cohort: CohortView }): ReactNode {
  const t = useTranslations("cohort.reading");
  const format = useFormatter();
  const { bytes = 0, size = 0 } = cohort.progress ?? {};
  const share = size === 0 ? 0 : bytes / size;
  const words = t(share < 1 ? "progress" : "judging", {
    share: format.number(share, { style: "percent", maximumFractionDigits: 0 }),
  });
  return (
    <div className={lab.running}>
      <div className={lab.runningHead}>
        <strong>{t("title")}</strong>
        <Button variant="default" size="compact-sm" onClick={cohort.session.cancel}>
          {t("cancel")}
        </Button>
      </div>
      <progress className={lab.bar} aria-label={t("title")} aria-valuetext={words} max={1} value={share} />
      <p className="j-small">{words}</p>
    </div>
  );
}

// How far somebody is with the changes of a draft, and the way to the next one they have not seen; with its keys.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useKeys } from "../../ui/use-keys.ts";
import { isOpen, useTalk } from "../comments/use-threads.ts";
import { commentOnChange, currentChange, goToChange, stepToChange } from "./change-places.ts";
import classes from "./review.module.css";
import { useSeen } from "./use-seen.ts";

export function ReviewProgress(): ReactNode {
  const t = useTranslations("review.seen");
  const tc = useTranslations("comments");
  const { threads } = useTalk();
  const { changes, unseen, allowed, known, current, seen, mark, error, retry } = useSeen();
  useKeys([
    ["N", () => stepToChange(1)],
    ["P", () => stepToChange(-1)],
    ["C", commentOnChange],
    [
      "V",
      () => {
        const anchor = currentChange();
        if (allowed && current && anchor !== undefined) mark([anchor], !seen(anchor));
      },
    ],
  ]);
  if (!allowed || changes.length === 0) return null;
  const next = unseen[0];
  const comments = threads.filter(isOpen).length;
  return (
    <>
      {error ? <ErrorNotice error={error} onRetry={retry} /> : null}
      <div className={classes.progress}>
        <output>
          {known
            ? t("progress", { seen: changes.length - unseen.length, count: changes.length })
            : t("changes", { count: changes.length })}
          {comments > 0 ? ` · ${tc("open", { count: comments })}` : null}
        </output>
        {next === undefined ? null : (
          <Button variant="default" size="compact-sm" onClick={() => goToChange(next)}>
            {t("next")}
          </Button>
        )}
        <span className="j-muted j-small">{t("keys")}</span>
      </div>
    </>
  );
}

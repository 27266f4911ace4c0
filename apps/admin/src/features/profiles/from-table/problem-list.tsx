// What has to be settled before a row is taken in, by row and column.
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "../../../ui/page.tsx";
import type { CellProblem } from "./read-rows.ts";

const most = 50;

export function ProblemList({
  problems,
  refused,
}: {
  readonly problems: readonly CellProblem[];
  readonly refused: number;
}): ReactNode {
  const t = useTranslations("profiles.fromTable");
  const tw = useTranslations("profiles.fact.why");
  const tk = useTranslations("profiles.guard.kind");
  if (problems.length === 0) return null;
  const whyNot = (what: Exclude<CellProblem["what"], { kind: "other-width" }>): string => {
    switch (what.kind) {
      case "unreadable":
        return tw(what.why);
      case "no-such-answer":
        return t("noSuchAnswer");
      case "personal":
        return t("personal", { kind: tk(what.found.kind) });
      default:
        return what satisfies never;
    }
  };
  const words = ({ row, column, text, what }: CellProblem): string =>
    what.kind === "other-width"
      ? t("otherWidth", { row: String(row), text })
      : `${t("problem", { row: String(row), column, text })} ${whyNot(what)}`;
  return (
    <Notice tone="problem" title={t("refused", { count: refused })} announce="politely">
      <ul>
        {problems.slice(0, most).map((problem, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list is made anew as a whole
          <li key={i}>{words(problem)}</li>
        ))}
      </ul>
      {problems.length > most ? <p>{t("more", { count: problems.length - most })}</p> : null}
    </Notice>
  );
}

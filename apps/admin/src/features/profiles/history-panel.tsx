// What each published version answered for a profile, and the edits that changed it: newest first.
import type { Verdict } from "@jumelage/api/schemas";
import { changeSentence } from "@jumelage/engine/words";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { mainDecision } from "../../draft/outcome-counts.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { Loading } from "../../ui/loading.tsx";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { Panel } from "../../ui/page.tsx";
import classes from "./profiles.module.css";

export function HistoryPanel({ profile }: { readonly profile: string }): ReactNode {
  const t = useTranslations("profiles.history");
  const { program } = useWorkspace();
  const history = useQuery(trpc.lab.history.queryOptions({ program, profile }));
  return (
    <Panel title={t("title")}>
      <QueryTrouble query={history} />
      {history.data === undefined ? (
        history.isError ? null : (
          <Loading />
        )
      ) : history.data.length === 0 ? (
        <p className="j-muted">{t("none")}</p>
      ) : (
        <ol className={classes.history}>
          {history.data.map((verdict) => (
            <li key={verdict.number}>
              <Past verdict={verdict} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Past({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const t = useTranslations("profiles.history");
  const tc = useTranslations("common");
  const format = useFormatter();
  const { ruleSet, program, lang } = useWorkspace();
  const decision = mainDecision(ruleSet);
  // The documents of back then are not at hand: the title of a change needs only the names of today.
  const changeTitle = ({ of, ...change }: Verdict["changes"][number]): string =>
    changeSentence({ ...change, ...(of === undefined ? {} : { of }) }, ruleSet, ruleSet, lang).title;
  const answer = verdict.answers.find((a) => a.decision === decision?.id)?.answer ?? [];
  return (
    <>
      <p className="j-row">
        <AppLink href={programPaths(program).version(verdict.number)}>
          {tc("version", { number: String(verdict.number) })}
        </AppLink>
        <span className="j-muted j-small">
          {format.dateTime(new Date(verdict.createdAt), { dateStyle: "long" })}
        </span>
        {decision?.kind === "one" && answer[0] !== undefined ? (
          <OutcomeBadge decision={decision} state={answer[0]} lang={lang} show="short" />
        ) : null}
        <span className={verdict.ok ? "j-muted" : classes.notMet}>
          {t(verdict.ok ? "asExpected" : "notAsExpected")}
        </span>
      </p>
      {verdict.changed ? <p className="j-small">{t("changed")}</p> : null}
      {verdict.changes.length === 0 ? null : (
        <ul className="j-small">
          {verdict.changes.map((change) => (
            <li key={`${change.what}/${change.of ?? ""}/${change.id}`}>{changeTitle(change)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

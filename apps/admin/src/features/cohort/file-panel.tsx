// The file of a cohort: choosing it, what is wrong with it, which of its columns are never read, and letting it go.
import { columnsFor } from "@jumelage/engine";
import { Button, FileButton } from "@mantine/core";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { FocusHere } from "../../ui/focus-here.tsx";
import { useList } from "../../ui/moment.tsx";
import { EmptyState, Notice, Panel } from "../../ui/page.tsx";
import { saveFile } from "../../ui/save-file.ts";
import type { Unread } from "./cohort-messages.ts";
import { columnAt, holdings } from "./mapping.ts";
import type { CohortView } from "./use-cohort.ts";

export function FilePanel({ cohort }: { readonly cohort: CohortView }): ReactNode {
  const t = useTranslations("cohort.file");
  const format = useFormatter();
  const { file, session, unread } = cohort;
  const names = useProgramColumns();
  const choose = (chosen: File | null): void => {
    if (chosen) session.open(chosen, names);
  };
  const button = (label: string): ReactNode => (
    <FileButton onChange={choose} accept=".csv,text/csv,.tsv,.txt" inputProps={{ "aria-label": t("choose") }}>
      {(props) => (
        <Button variant={file === null ? "filled" : "default"} {...props}>
          {label}
        </Button>
      )}
    </FileButton>
  );
  const trouble = unread === null ? null : <UnreadNotice unread={unread} />;
  if (file === null) {
    return (
      <>
        {trouble}
        <FocusHere>
          <EmptyState
            title={t("none")}
            action={
              <div className="j-row">
                {button(t("choose"))}
                <Button
                  variant="default"
                  onClick={() => saveFile(`${t("templateName")}.csv`, `${names.join(",")}\r\n`)}
                >
                  {t("template")}
                </Button>
              </div>
            }
          >
            <p>{t("stays")}</p>
            <p className="j-muted j-small">{t("form")}</p>
          </EmptyState>
        </FocusHere>
      </>
    );
  }
  const isLarge = file.size >= 1_000_000;
  const size = format.number(file.size / (isLarge ? 1_000_000 : 1000), { maximumFractionDigits: 1 });
  return (
    <Panel
      title={t("title")}
      actions={
        <>
          {cohort.reading === null ? null : (
            <Button variant="default" onClick={session.cancel}>
              {t("otherColumns")}
            </Button>
          )}
          {button(t("other"))}
          <Button variant="default" onClick={session.close}>
            {t("close")}
          </Button>
        </>
      }
    >
      <p>
        <strong>{file.name}</strong>{" "}
        <span className="j-muted">{t(isLarge ? "sizes.mega" : "sizes.kilo", { size })}</span>
        {cohort.columns === null ? (
          <output className="j-muted"> · {t("opening")}</output>
        ) : (
          <> · {t("columns", { count: cohort.columns.length })}</>
        )}
      </p>
      <p className="j-muted j-small">{t("stays")}</p>
      {trouble}
      <PersonalNotice cohort={cohort} />
    </Panel>
  );
}

/** The names that the program itself gives to columns. */
function useProgramColumns(): readonly string[] {
  const { ruleSet } = useWorkspace();
  const columns = columnsFor({ facts: [...ruleSet.facts] }, { of: "every" });
  return ruleSet.facts.flatMap((fact) =>
    holdings(fact).main.flatMap((at) => columnAt(columns, fact.id, at) ?? []),
  );
}

function UnreadNotice({ unread: { code, line, about } }: { readonly unread: Unread }): ReactNode {
  const t = useTranslations("cohort.unread");
  return (
    <Notice tone="problem" announce="now" title={t("title")}>
      <p>
        {line === undefined ? "" : `${t("line", { line: String(line) })} `}
        {t(code, { about: about ?? "" })}
      </p>
    </Notice>
  );
}

function PersonalNotice({ cohort }: { readonly cohort: CohortView }): ReactNode {
  const t = useTranslations("cohort.personal");
  const list = useList();
  const personal = (cohort.columns ?? []).flatMap(({ name, personal: kind }) =>
    kind === undefined ? [] : [t("column", { name, kind: t(`kinds.${kind}`) })],
  );
  if (personal.length === 0) return null;
  return (
    <Notice tone="problem" announce="politely" title={t("title", { count: personal.length })}>
      <p>{list(personal)}</p>
      <p className="j-small">{t("mend")}</p>
    </Notice>
  );
}

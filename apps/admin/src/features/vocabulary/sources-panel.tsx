// The source documents with their numbered statements: what every citation leads to.
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Panel } from "../../ui/page.tsx";
import { AddDialog } from "./add-dialog.tsx";
import { NewSource, NewStatement } from "./new-source.tsx";
import { statementId } from "./refs.tsx";
import { StatementWords } from "./statement-words.tsx";
import classes from "./vocabulary.module.css";

export function SourcesPanel() {
  const t = useTranslations("vocabulary");
  const format = useFormatter();
  const { ruleSet, lang, editable } = useWorkspace();
  return (
    <Panel
      title={t("sources")}
      id="sources"
      actions={
        editable ? (
          <AddDialog label={t("grow.addSource")} title={t("grow.newSource")}>
            {(close) => <NewSource onDone={close} />}
          </AddDialog>
        ) : undefined
      }
    >
      {ruleSet.sources.length === 0 ? <p>{t("grow.noDocument")}</p> : null}
      {ruleSet.sources.map((source) => (
        <section key={source.id} className="j-stack-tight" aria-label={source.title[lang]}>
          <h3>{source.title[lang]}</h3>
          <p className="j-row j-small j-muted">
            {source.edition ? <span>{t("edition", { edition: source.edition })}</span> : null}
            {source.date ? (
              <span>
                {format.dateTime(new Date(`${source.date}T00:00:00Z`), {
                  dateStyle: "long",
                  timeZone: "UTC",
                })}
              </span>
            ) : null}
            <span>{t("statements", { count: source.statements.length })}</span>
            {source.url ? (
              <a href={source.url} rel="noreferrer" target="_blank">
                {t("openSource")}
              </a>
            ) : null}
          </p>
          <dl className={classes.statements}>
            {source.statements.map((statement) => (
              <div key={statement.id} id={statementId(statement.id)} className={classes.statement}>
                <dt>
                  <strong>{statement.id}</strong> <span className="j-muted j-small">{statement.locator}</span>
                </dt>
                <dd>
                  {statement.text[lang]}
                  {statement.modelled === true ? null : (
                    <p className="j-small j-muted">
                      {t("notModelled", { reason: statement.modelled.reason[lang] })}
                    </p>
                  )}
                  {editable ? <StatementWords statement={statement} /> : null}
                </dd>
              </div>
            ))}
          </dl>
          {editable ? (
            <div>
              <AddDialog
                label={t("grow.addStatement")}
                title={t("grow.newStatement")}
                name={t("grow.addStatementOf", { document: source.title[lang] })}
              >
                {(close) => <NewStatement source={source} onDone={close} />}
              </AddDialog>
            </div>
          ) : null}
        </section>
      ))}
    </Panel>
  );
}

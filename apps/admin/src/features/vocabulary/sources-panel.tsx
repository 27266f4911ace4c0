// The source documents with their numbered statements: what every citation leads to.
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Panel } from "../../ui/page.tsx";
import { statementId } from "./refs.tsx";
import classes from "./vocabulary.module.css";

export function SourcesPanel() {
  const t = useTranslations("vocabulary");
  const { ruleSet, lang } = useWorkspace();
  return (
    <Panel title={t("sources")} id="sources">
      {ruleSet.sources.map((source) => (
        <section key={source.id} className="j-stack-tight" aria-label={source.title[lang]}>
          <h3>{source.title[lang]}</h3>
          <p className="j-row j-small j-muted">
            {source.edition ? <span>{t("edition", { edition: source.edition })}</span> : null}
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
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Panel>
  );
}

// A rule set as people read it: sentences, numbers and expected outcomes. Nothing here can be changed.
import type { Lang, Profile, RuleSet } from "@jumelage/engine";
import { claimSentence, conditionSentence } from "@jumelage/engine/words";
import { useFormatter, useTranslations } from "use-intl";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import classes from "./versions.module.css";

interface Shown {
  readonly ruleSet: RuleSet;
  readonly lang: Lang;
}

export function ThresholdsTable({ ruleSet, lang }: Shown) {
  const t = useTranslations("versions");
  const format = useFormatter();
  return (
    <Scroll label={t("thresholds")}>
      <table className="j-table">
        <thead>
          <tr>
            <th scope="col">{t("threshold")}</th>
            <th scope="col">{t("value")}</th>
            <th scope="col">{t("rationale")}</th>
          </tr>
        </thead>
        <tbody>
          {ruleSet.parameters.map((p) => (
            <tr key={p.id}>
              <th scope="row">{p.label[lang]}</th>
              <td>{format.number(p.value)}</td>
              <td>{p.rationale[lang]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** The criteria grouped by the outcome they speak for, in order of precedence. */
export function CriteriaInWords({ ruleSet, lang }: Shown) {
  const t = useTranslations("versions");
  return (
    <>
      {ruleSet.decisions.map((decision) => (
        <section key={decision.id} className="j-stack" aria-label={decision.title[lang]}>
          <h3>{decision.title[lang]}</h3>
          {decision.outcomes.map((outcome) => {
            const criteria = ruleSet.criteria.filter(
              (c) => c.then.decision === decision.id && c.then.outcome === outcome.id,
            );
            return criteria.length === 0 ? null : (
              <div key={outcome.id} className="j-stack-tight">
                <h4 className={classes.outcome}>
                  <OutcomeBadge outcome={outcome} lang={lang} />
                </h4>
                <ul className={classes.sentences}>
                  {criteria.map((c) => (
                    <li key={c.id}>
                      <strong>
                        {c.id} – {c.title[lang]}
                      </strong>
                      {c.enabled ? null : <em> ({t("disabled")})</em>}
                      <div>{conditionSentence(c.when, ruleSet, { lang, definitions: true })}</div>
                    </li>
                  ))}
                </ul>
              </div>
            );
          })}
        </section>
      ))}
    </>
  );
}

export function PropertiesInWords({ ruleSet, lang }: Shown) {
  return (
    <ul className={classes.sentences}>
      {ruleSet.properties.map((p) => (
        <li key={p.id}>
          <strong>{p.statement[lang]}</strong>
          <div className="j-muted j-small">{claimSentence(p.claim, ruleSet, lang)}</div>
        </li>
      ))}
    </ul>
  );
}

export function ProfilesTable({
  ruleSet,
  profiles,
  lang,
}: Shown & { readonly profiles: readonly Profile[] }) {
  const t = useTranslations("versions");
  return (
    <Scroll label={t("profiles")}>
      <table className="j-table">
        <thead>
          <tr>
            <th scope="col">{t("profile")}</th>
            <th scope="col">{t("expected")}</th>
          </tr>
        </thead>
        <tbody>
          {profiles.map((profile) => (
            <tr key={profile.id}>
              <th scope="row">
                {profile.id} – {profile.title[lang]}
              </th>
              <td>
                {ruleSet.decisions.map((decision) => {
                  const expected = profile.expected.decisions[decision.id];
                  return typeof expected === "string" ? (
                    <OutcomeBadge key={decision.id} decision={decision} state={expected} lang={lang} />
                  ) : null;
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

// Changed expectations: what each profile had to get, what it has to get now, and why somebody said so; and those that
// stand as they were but come from elsewhere now.
import { sameJson } from "@jumelage/engine";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { Panel } from "../../ui/page.tsx";
import { useReasons } from "../profiles/use-origins.ts";
import { StatementQuote } from "../vocabulary/statements.tsx";
import { ExpectedWords } from "./expected-words.tsx";
import classes from "./review.module.css";

export function Expectations() {
  const t = useTranslations("review");
  const tp = useTranslations("profiles.provenance.short");
  const format = useFormatter();
  const reasonOf = useReasons();
  const { program, ruleSet, profiles, baseline, served, lang, unexplained } = useWorkspace();
  const old = new Map(baseline?.profiles.map((p) => [p.id, p]));
  const changed = profiles.flatMap((profile) => {
    const was = old.get(profile.id);
    return was && !sameJson(was.expected, profile.expected) ? [{ profile, before: was.expected }] : [];
  });
  const elsewhere = profiles.flatMap((profile) => {
    const was = old.get(profile.id);
    return was && was.provenance !== profile.provenance && sameJson(was.expected, profile.expected)
      ? [{ profile, before: was.provenance }]
      : [];
  });
  if (changed.length + elsewhere.length === 0) return null;
  const quoteOf = (id: string) => {
    const reason = reasonOf(id);
    return reason ? <StatementQuote cited={reason} lang={lang} /> : null;
  };
  return (
    <Panel title={t("expectations")}>
      <p className="j-muted">{t("expectationsHint")}</p>
      <ul className={classes.changes}>
        {changed.map(({ profile, before }) => {
          const reasons = served?.expectationChanges.filter((c) => c.profile === profile.id) ?? [];
          return (
            <li key={profile.id} className={classes.change}>
              <h3 className={classes.changeTitle}>
                <AppLink href={programPaths(program).profile(profile.id)}>
                  {profile.id} – {profile.title[lang]}
                </AppLink>
              </h3>
              <div className={classes.pair}>
                <div>
                  <div className="j-muted j-small">{t("expectedBefore")}</div>
                  <ExpectedWords expected={before} other={profile.expected} ruleSet={ruleSet} lang={lang} />
                </div>
                <div>
                  <div className="j-muted j-small">{t("expectedAfter")}</div>
                  <ExpectedWords expected={profile.expected} other={before} ruleSet={ruleSet} lang={lang} />
                </div>
              </div>
              <ul className="j-plain-list j-stack-tight">
                {unexplained.includes(profile.id) ? (
                  <li className={classes.problem}>{t("reasonMissing")}</li>
                ) : null}
                {reasons.map((change) => (
                  <li key={change.at}>
                    <strong>{t("reason")}</strong> – {change.reason}{" "}
                    <span className="j-muted j-small">
                      {t("reasonBy", {
                        name: change.by.name,
                        date: format.dateTime(new Date(change.at), { dateStyle: "long", timeStyle: "short" }),
                      })}
                    </span>
                  </li>
                ))}
              </ul>
              {quoteOf(profile.id)}
            </li>
          );
        })}
        {elsewhere.map(({ profile, before }) => (
          <li key={profile.id} className={classes.change}>
            <h3 className={classes.changeTitle}>
              <AppLink href={programPaths(program).profile(profile.id)}>
                {profile.id} – {profile.title[lang]}
              </AppLink>
            </h3>
            <p>{t("otherOrigin", { before: tp(before), after: tp(profile.provenance) })}</p>
            {quoteOf(profile.id)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

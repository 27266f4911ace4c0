// The whole program on one page: what it is for, what it may answer, and to how many of the saved profiles.
import type { Decision, Result } from "@jumelage/engine";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { resultFor } from "../../draft/run.ts";
import { useLanguage } from "../../i18n/i18n.tsx";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { glyphs, outcomeFace } from "../../ui/tones.ts";
import { isAsExpected } from "./answers.tsx";
import type { Booklet } from "./booklet.ts";
import classes from "./booklet.module.css";
import { sectionId } from "./parts.ts";

export function Summary({ booklet }: { readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet");
  const { lang } = useLanguage();
  const { ruleSet, profiles } = booklet;
  const results = useMemo(() => profiles.map((p) => resultFor(ruleSet, p)), [ruleSet, profiles]);
  return (
    <section
      id={sectionId("summary")}
      className={classes.summary}
      aria-labelledby={`${sectionId("summary")}-title`}
    >
      <h2 id={`${sectionId("summary")}-title`}>{t("parts.summary")}</h2>
      <p>{ruleSet.purpose[lang]}</p>
      <Counts booklet={booklet} />
      {ruleSet.decisions.map((decision) => (
        <Answers key={decision.id} decision={decision} booklet={booklet} results={results} />
      ))}
    </section>
  );
}

function Counts({ booklet: { ruleSet, profiles, proofs } }: { readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet.counts");
  const failing = profiles.filter((p) => !isAsExpected(ruleSet, p)).length;
  const proved = ruleSet.properties.filter((p) => proofs?.byProperty.get(p.id) === "proved").length;
  return (
    <ul className={classes.counts}>
      <li>{t("facts", { count: ruleSet.facts.length })}</li>
      <li>{t("criteria", { count: ruleSet.criteria.filter((c) => c.enabled).length })}</li>
      <li>{t("profiles", { count: profiles.length, failing })}</li>
      <li>
        {proofs === undefined
          ? t("unproved", { count: ruleSet.properties.length })
          : t("guarantees", { count: ruleSet.properties.length, proved })}
      </li>
    </ul>
  );
}

/** What a decision may answer, in order of precedence, with how many criteria speak for it and who gets it. */
function Answers({
  decision,
  booklet: { ruleSet },
  results,
}: {
  readonly decision: Decision;
  readonly booklet: Booklet;
  readonly results: readonly Result[];
}): ReactNode {
  const t = useTranslations("booklet.answers");
  const { lang } = useLanguage();
  const criteria = (outcome: string): number =>
    ruleSet.criteria.filter((c) => c.enabled && c.then.decision === decision.id && c.then.outcome === outcome)
      .length;
  const getting = (state: string): number =>
    results.filter((result) => {
      const answer = result.decisions[decision.id];
      return answer?.kind === "one" ? answer.state === state : answer?.suggested.includes(state);
    }).length;
  const states = decision.states ? (["@undetermined", "@safety-unknown"] as const) : [];
  if (decision.kind === "many")
    return (
      <div>
        <h3>
          {decision.title[lang]} – {t("many")}
        </h3>
        <ul className={classes.many}>
          {decision.outcomes.map((outcome) => {
            const face = outcomeFace(outcome, lang);
            return (
              <li key={outcome.id}>
                <span aria-hidden="true">{glyphs[face.look]}</span>{" "}
                {t("getting", { outcome: face.short, count: getting(outcome.id) })}
              </li>
            );
          })}
        </ul>
      </div>
    );
  return (
    <table className="j-table">
      <caption>
        <h3>
          {decision.title[lang]} – {t("one")}
        </h3>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("outcome")}</th>
          <th scope="col">{t("criteria")}</th>
          <th scope="col">{t("profiles")}</th>
        </tr>
      </thead>
      <tbody>
        {decision.outcomes.map((outcome) => (
          <tr key={outcome.id}>
            <th scope="row">
              <OutcomeBadge outcome={outcome} lang={lang} />
              {decision.otherwise === outcome.id ? (
                <span className="j-muted"> ({t("otherwise")})</span>
              ) : null}
            </th>
            <td>{criteria(outcome.id)}</td>
            <td>{getting(outcome.id)}</td>
          </tr>
        ))}
        {states.map((state) => (
          <tr key={state}>
            <th scope="row">
              <OutcomeBadge decision={decision} state={state} lang={lang} />
            </th>
            <td>–</td>
            <td>{getting(state)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// Who among the saved profiles gets another answer: a table of transitions, then each of them, baseline beside draft.
import type { Decision, DecisionResult, DraftRuleSet } from "@jumelage/engine";
import { useTranslations } from "use-intl";
import type { Effects, ProfileEffect } from "../../draft/effects.ts";
import { mainDecision } from "../../draft/outcome-counts.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { Panel } from "../../ui/page.tsx";
import { stateFace } from "../../ui/tones.ts";
import { useReasons } from "../profiles/use-origins.ts";
import classes from "./review.module.css";
import { TransitionTable } from "./transition-table.tsx";

export function ProfileEffects({ effects }: { readonly effects: Effects }) {
  const t = useTranslations("review");
  const { ruleSet, baseline } = useWorkspace();
  const decision = mainDecision(ruleSet);
  const added = effects.profiles.filter((p) => p.before === undefined);
  const failing = effects.failing;
  // Without a version to compare with there is something to say only of who does not get what is expected.
  if (baseline === null && failing.length === 0) return null;
  return (
    <Panel title={t("profilesTitle")}>
      {baseline === null ? null : <p>{t("moved", { count: effects.moved.length })}</p>}
      {baseline && decision?.kind === "one" && effects.moved.length > 0 ? (
        <TransitionTable effects={effects} decision={decision} number={baseline.number} />
      ) : null}
      {effects.moved.length > 0 && baseline ? (
        <MovedTable moved={effects.moved} number={baseline.number} />
      ) : null}
      {baseline && added.length > 0 ? (
        <NamedList title={t("newProfiles")} profiles={added.map((p) => p.profile)} origins />
      ) : null}
      {effects.removed.length > 0 ? (
        <NamedList title={t("removedProfiles")} profiles={effects.removed} />
      ) : null}
      {failing.length > 0 ? (
        <div className={classes.failing}>
          <NamedList title={t("stillFailing")} profiles={failing.map((p) => p.profile)} />
          <p className="j-muted">{t("stillFailingHint")}</p>
        </div>
      ) : null}
    </Panel>
  );
}

function NamedList({
  title,
  profiles,
  origins = false,
}: {
  readonly title: string;
  readonly profiles: readonly ProfileEffect["profile"][];
  /** Say where what is expected of each comes from. */
  readonly origins?: boolean;
}) {
  const t = useTranslations("profiles.provenance");
  const { program, lang } = useWorkspace();
  const reasonOf = useReasons();
  return (
    <div className="j-stack-tight">
      <h3>{title}</h3>
      <ul>
        {profiles.map((profile) => (
          <li key={profile.id}>
            <AppLink href={programPaths(program).profile(profile.id)}>
              {profile.id} – {profile.title[lang]}
            </AppLink>
            {origins && Object.keys(profile.expected.decisions).length > 0 ? (
              <p className="j-muted j-small">
                {t("title")} – {t(`short.${profile.provenance}`)}
                {reasonOf(profile.id) ? ` · ${reasonOf(profile.id)?.statement.id ?? ""}` : ""}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function MovedTable({
  moved,
  number,
}: {
  readonly moved: readonly ProfileEffect[];
  readonly number: number;
}) {
  const t = useTranslations("review");
  const { program, ruleSet, lang } = useWorkspace();
  return (
    <div className="j-scroll">
      <table className="j-table">
        <thead>
          <tr>
            <th scope="col">{t("profile")}</th>
            <th scope="col">{t("decision")}</th>
            <th scope="col">{t("from", { number: String(number) })}</th>
            <th scope="col">{t("after")}</th>
          </tr>
        </thead>
        <tbody>
          {moved.flatMap((effect) =>
            effect.moved.map((id, i) => (
              <tr key={`${effect.profile.id}/${id}`}>
                {i === 0 ? (
                  <th scope="row" rowSpan={effect.moved.length}>
                    <AppLink href={programPaths(program).profile(effect.profile.id)}>
                      {effect.profile.id} – {effect.profile.title[lang]}
                    </AppLink>
                    <div className={effect.differences.length > 0 ? classes.problem : "j-muted"}>
                      {t(effect.differences.length > 0 ? "notAsExpected" : "asExpected")}
                    </div>
                    {effect.factsChanged ? <div className="j-muted j-small">{t("factsChanged")}</div> : null}
                  </th>
                ) : null}
                <td>{ruleSet.decisions.find((d) => d.id === id)?.title[lang] ?? id}</td>
                <td>
                  <Answer
                    ruleSet={ruleSet}
                    id={id}
                    result={effect.before?.decisions[id]}
                    other={effect.after.decisions[id]}
                  />
                </td>
                <td>
                  <Answer
                    ruleSet={ruleSet}
                    id={id}
                    result={effect.after.decisions[id]}
                    other={effect.before?.decisions[id]}
                  />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface AnswerProps {
  readonly ruleSet: DraftRuleSet;
  readonly id: string;
  readonly result: DecisionResult | undefined;
  /** The answer on the other side: of several outcomes only those that are not on both sides are shown. */
  readonly other: DecisionResult | undefined;
}

function Answer({ ruleSet, id, result, other }: AnswerProps) {
  const t = useTranslations("review");
  const { lang } = useWorkspace();
  const decision = ruleSet.decisions.find((d) => d.id === id);
  if (decision === undefined || result === undefined) return <>{t("nothing")}</>;
  if (result.kind === "one") return <OutcomeBadge decision={decision} state={result.state} lang={lang} />;
  const lines = (["suggested", "undetermined", "withheld"] as const).flatMap((part) => {
    const there = other?.kind === "many" ? other[part] : [];
    const own = result[part].filter((o) => !there.includes(o));
    return own.length === 0
      ? []
      : [{ part, words: own.map((o) => outcomeWords(decision, o, lang)).join("; ") }];
  });
  if (lines.length === 0) return <span className="j-muted">–</span>;
  return (
    <>
      {lines.map(({ part, words }) => (
        <div key={part}>
          <span className="j-muted j-small">{t(part)}</span> {words}
        </div>
      ))}
    </>
  );
}

function outcomeWords(decision: Decision, outcome: string, lang: "fr" | "en"): string {
  return stateFace(decision, outcome, lang).label;
}

// Changed profiles: what each had to get, what it has to get now, and why somebody said so; those that stand as they were
// but come from elsewhere now; and those whose facts or texts changed, or that came or went.
import type { ProfileChange } from "@jumelage/engine";
import { profileChangeSentence } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace, type Baseline } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { Panel } from "../../ui/page.tsx";
import { useReasons } from "../profiles/use-origins.ts";
import { StatementQuote } from "../vocabulary/statements.tsx";
import { BeforeAfter } from "./before-after.tsx";
import { ChangeItem, SeeAllButton } from "./change-item.tsx";
import { ExpectedWords } from "./expected-words.tsx";
import classes from "./review.module.css";
import { useSeen } from "./use-seen.ts";

export function ChangedProfiles({ baseline }: { readonly baseline: Baseline }): ReactNode {
  const t = useTranslations("review");
  const { program, profiles, lang } = useWorkspace();
  const changed = useSeen().changes.filter((seen) => seen.in === "profiles");
  if (changed.length === 0) return null;
  return (
    <Panel
      title={t("expectations")}
      actions={<SeeAllButton anchors={changed.map((c) => c.anchor)} part={t("expectations")} />}
    >
      <p className="j-muted">{t("expectationsHint")}</p>
      <ul className={classes.changes}>
        {changed.map(({ anchor, change }) => {
          const { profile: id, kind } = change;
          const there = kind === "removed" ? baseline.profiles : profiles;
          const title = `${id} – ${there.find((p) => p.id === id)?.title[lang] ?? ""}`;
          return (
            <ChangeItem
              key={anchor}
              anchor={anchor}
              title={kind === "changed" ? title : t(`profiles.${kind}`, { title })}
              href={kind === "removed" ? undefined : programPaths(program).profile(id)}
            >
              <ProfileMemo change={change} baseline={baseline} />
            </ChangeItem>
          );
        })}
      </ul>
    </Panel>
  );
}

interface ProfileMemoProps {
  readonly change: ProfileChange;
  readonly baseline: Baseline;
}

function ProfileMemo({ change, baseline }: ProfileMemoProps): ReactNode {
  const t = useTranslations("review");
  const tp = useTranslations("profiles.provenance.short");
  const reasonOf = useReasons();
  const { ruleSet, profiles, lang } = useWorkspace();
  const [was, now] = [baseline.profiles, profiles].map((list) => list.find((p) => p.id === change.profile));
  // What has a form of its own on this page is not said a second time in the sentences.
  const { expected, ...rest } = change;
  const other = { ...rest, parts: change.parts.filter((part) => part !== "provenance") };
  const words = profileChangeSentence(other, baseline, { ruleSet, profiles }, lang);
  const reason = now && reasonOf(now.id);
  const from = was?.provenance;
  return (
    <>
      {words.before === undefined && words.after === undefined ? null : (
        <BeforeAfter before={words.before} after={words.after} number={baseline.number} />
      )}
      {expected ? <ExpectationMemo profile={change.profile} {...expected} /> : null}
      {from !== undefined && now && from !== now.provenance && !expected ? (
        <p>{t("otherOrigin", { before: tp(from), after: tp(now.provenance) })}</p>
      ) : null}
      {reason ? <StatementQuote cited={reason} lang={lang} /> : null}
    </>
  );
}

type ExpectationMemoProps = NonNullable<ProfileChange["expected"]> & { readonly profile: string };

function ExpectationMemo({ profile, before, after }: ExpectationMemoProps): ReactNode {
  const t = useTranslations("review");
  const format = useFormatter();
  const { ruleSet, served, lang, unexplained } = useWorkspace();
  const reasons = served?.expectationChanges.filter((c) => c.profile === profile) ?? [];
  return (
    <>
      <div className={classes.pair}>
        <div>
          <div className="j-muted j-small">{t("expectedBefore")}</div>
          <ExpectedWords expected={before} other={after} ruleSet={ruleSet} lang={lang} />
        </div>
        <div>
          <div className="j-muted j-small">{t("expectedAfter")}</div>
          <ExpectedWords expected={after} other={before} ruleSet={ruleSet} lang={lang} />
        </div>
      </div>
      <ul className="j-plain-list j-stack-tight">
        {unexplained.includes(profile) ? <li className={classes.problem}>{t("reasonMissing")}</li> : null}
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
    </>
  );
}

// The saved profiles that a change moves, each with what it gets now in place of what it got.
import type { Decision, DecisionResult, Lang } from "@jumelage/engine";
import { listOf, textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { AppLink } from "../../ui/link.tsx";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import type { SimulatedRow } from "../simulation/simulate.ts";
import classes from "./criteria.module.css";

export interface MovedProfilesProps {
  readonly rows: readonly SimulatedRow[];
  /** Where the title of a profile leads, or what it does. */
  readonly to: ((id: string) => string) | { readonly open: (id: string) => void };
}

export function MovedProfiles({ rows, to }: MovedProfilesProps): ReactNode {
  const { lang } = useWorkspace();
  return (
    <ul className={classes.effects}>
      {rows.map((row) => (
        <li key={row.profile.id}>
          <Title to={to} id={row.profile.id}>
            {textIn(row.profile.title, lang) || row.profile.id}
          </Title>{" "}
          <span className="j-muted j-small">{row.profile.id}</span>
          {row.moved.map((decision) => (
            <Move key={decision} row={row} decision={decision} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Title({
  to,
  id,
  children,
}: Pick<MovedProfilesProps, "to"> & { readonly id: string; readonly children: string }): ReactNode {
  return typeof to === "function" ? (
    <AppLink href={to(id)}>{children}</AppLink>
  ) : (
    <button type="button" className={classes.opens} onClick={() => to.open(id)}>
      {children}
    </button>
  );
}

function Move({ row, decision: id }: { readonly row: SimulatedRow; readonly decision: string }): ReactNode {
  const t = useTranslations("criteria.effect");
  const { ruleSet, baseline, lang } = useWorkspace();
  const decision = ruleSet.decisions.find((d) => d.id === id);
  const earlier = baseline?.ruleSet.decisions.find((d) => d.id === id) ?? decision;
  const [was, now] = [row.before?.result.decisions[id], row.after.result.decisions[id]];
  if (!decision || !earlier || !was || !now) return null;
  if (was.kind === "one" && now.kind === "one") {
    return (
      <div className={classes.move}>
        <OutcomeBadge lang={lang} decision={earlier} state={was.state} show="short" />
        <span className={classes.becomes}>
          <span aria-hidden="true">→</span>
          <span className="j-hidden">{t("becomes")}</span>
          <OutcomeBadge lang={lang} decision={decision} state={now.state} show="short" />
        </span>
      </div>
    );
  }
  const { added, gone } = suggestions(decision, was, now, lang);
  return (
    <div className={classes.moveMany}>
      <span className="j-muted">{textIn(decision.title, lang)}</span>
      {added === "" ? null : (
        <span>
          {t("added")} <ins className="j-ins">{added}</ins>
        </span>
      )}
      {gone === "" ? null : (
        <span>
          {t("gone")} <del className="j-del">{gone}</del>
        </span>
      )}
    </div>
  );
}

/** The outcomes a `many` decision suggests now and did not, and the other way round. */
function suggestions(decision: Decision, was: DecisionResult, now: DecisionResult, lang: Lang) {
  const of = (r: DecisionResult): readonly string[] => (r.kind === "many" ? r.suggested : []);
  const words = (ids: readonly string[]): string =>
    listOf(
      ids.map((id) => {
        const outcome = decision.outcomes.find((o) => o.id === id);
        return outcome ? textIn(outcome.label, lang) : id;
      }),
      lang,
      "and",
    );
  return {
    added: words(of(now).filter((o) => !of(was).includes(o))),
    gone: words(of(was).filter((o) => !of(now).includes(o))),
  };
}

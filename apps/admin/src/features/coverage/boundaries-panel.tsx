// The edges: for every threshold and every list of answers, just below, at, just above, inside, outside, unknown; where
// profiles stand, and a ready profile for each place where none does.
import type { Boundary, BoundaryReport, Profile } from "@jumelage/engine";
import { boundarySentence, textIn } from "@jumelage/engine/words";
import { runnable } from "@jumelage/engine";
import { Button } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { addProposed } from "../profiles/edit-profiles.ts";
import { SaveAsProfile } from "../../lab/save-as-profile.tsx";
import { usePure } from "../../lab/use-pure.ts";
import { WitnessCard } from "../../lab/witness-card.tsx";
import { programPaths } from "../../paths.ts";
import { Card, cardRef, Cards } from "../../ui/cards.tsx";
import { AppLink } from "../../ui/link.tsx";
import { EmptyState, Notice, Panel } from "../../ui/page.tsx";
import { dayOf } from "../simulation/simulate.ts";
import classes from "./coverage.module.css";

export function BoundariesPanel(): ReactNode {
  const t = useTranslations("coverage.boundaries");
  const format = useFormatter();
  const { ruleSet, profiles, profilesEditable, update } = useWorkspace();
  const { answer, pending, failed } = usePure("boundaries", { ruleSet, profiles });
  if (failed) return <Notice tone="problem" announce="now" title={t("failed")} />;
  if (answer === undefined) return <output className="j-muted">{t("looking")}</output>;
  const { boundaries, covered, score, missing } = answer;
  const saveAll = (): void =>
    update(t("saveAllLabel"), (doc) => ({
      ...doc,
      profiles: addProposed(
        doc.profiles,
        missing.map(({ profile }) => profile),
      ),
    }));
  return (
    <div className="j-stack">
      <Panel
        title={t("finding", {
          covered: String(covered),
          total: String(boundaries.length),
          share: format.number(score, { style: "percent", maximumFractionDigits: 0 }),
        })}
        actions={
          profilesEditable && missing.length > 1 ? (
            <Button variant="default" size="compact-md" onClick={saveAll} disabled={pending}>
              {t("saveAll", { count: missing.length })}
            </Button>
          ) : undefined
        }
      >
        <output className="j-muted j-small">{pending ? t("looking") : t("hint")}</output>
        {covered === boundaries.length ? <EmptyState title={t("none")} /> : <Missing report={answer} />}
      </Panel>
      <Covered report={answer} />
    </div>
  );
}

/** The edges where nobody stands, by fact. */
function Missing({ report }: { readonly report: BoundaryReport }): ReactNode {
  const t = useTranslations("coverage.boundaries");
  const { ruleSet, lang } = useWorkspace();
  const complete = useMemo(() => runnable(ruleSet), [ruleSet]);
  return (
    <Cards>
      {report.boundaries.map((boundary, i) => {
        if (boundary.profiles.length > 0) return null;
        const ready = report.missing.find((m) => m.boundary === i)?.profile;
        return (
          <Card key={JSON.stringify([boundary.fact, boundary.side, boundary.value])}>
            <p>
              <strong>{boundarySentence(boundary, complete, lang)}</strong> <Where boundary={boundary} />
            </p>
            {ready ? <Ready profile={ready} /> : <p className="j-muted j-small">{t("noReady")}</p>}
          </Card>
        );
      })}
    </Cards>
  );
}

/** A profile made for a place, folded: who it is, and the click that keeps it. */
export function Ready({ profile }: { readonly profile: Profile }): ReactNode {
  const t = useTranslations("coverage.boundaries");
  const { ruleSet, lang } = useWorkspace();
  const [open, setOpen] = useState(false);
  const decisions = ruleSet.decisions.filter((d) => d.kind === "one").map((d) => d.id);
  return (
    <>
      <div className="j-row">
        <span className="j-small">{textIn(profile.title, lang)}</span>
        {open ? null : (
          <SaveAsProfile
            person={{ at: dayOf(profile), facts: profile.facts }}
            title={profile.title}
            story={profile.story}
            tags={profile.tags}
            expected={profile.expected}
          />
        )}
        <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? "hide" : "see")}
          <span className="j-hidden"> – {textIn(profile.title, lang)}</span>
        </Button>
      </div>
      {open ? (
        <WitnessCard
          readings={[{ ruleSet, person: { at: dayOf(profile), facts: profile.facts } }]}
          decisions={decisions}
          saveAs={profile.title}
          story={profile.story}
          tags={profile.tags}
          expected={profile.expected}
        />
      ) : null}
    </>
  );
}

/** The criteria whose test has this edge. */
function Where({ boundary }: { readonly boundary: Boundary }): ReactNode {
  const { ruleSet, program } = useWorkspace();
  const criteria = boundary.at.flatMap(([list, index]) =>
    list === "criteria" && typeof index === "number" ? (ruleSet.criteria[index]?.id ?? []) : [],
  );
  return [...new Set(criteria)].map((id) => (
    <span key={id} className={cardRef}>
      <AppLink href={programPaths(program).criterion(id)}>{id}</AppLink>
    </span>
  ));
}

/** The edges where somebody stands, and who. */
function Covered({ report }: { readonly report: BoundaryReport }): ReactNode {
  const t = useTranslations("coverage.boundaries");
  const { ruleSet, program, lang } = useWorkspace();
  const complete = useMemo(() => runnable(ruleSet), [ruleSet]);
  const covered = report.boundaries.filter((b) => b.profiles.length > 0);
  if (covered.length === 0) return null;
  return (
    <details className={classes.covered}>
      <summary>{t("covered", { count: covered.length })}</summary>
      <ul>
        {covered.map((boundary) => (
          <li key={JSON.stringify([boundary.fact, boundary.side, boundary.value])}>
            {boundarySentence(boundary, complete, lang)}{" "}
            <span className="j-muted">
              {t("stand", { count: boundary.profiles.length })}{" "}
              {boundary.profiles.slice(0, 4).map((id) => (
                <AppLink key={id} href={programPaths(program).profile(id)} className={cardRef}>
                  {id}
                </AppLink>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

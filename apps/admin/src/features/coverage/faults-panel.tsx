// Seeded faults: one fault at a time is put into a copy of the criteria, and the profiles are asked whether they notice.
// Each fault that nobody notices is told as a person whose answer would silently change.
import { applyFault, runnable, type MutationReport } from "@jumelage/engine";
import { faultWords } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { movedDecisions } from "../../draft/effects.ts";
import { JobBar } from "../../lab/job-bar.tsx";
import { placeAt } from "../../lab/place-at.ts";
import { profileTitles } from "../../lab/profile-titles.ts";
import type { Person } from "../../lab/save-as-profile.tsx";
import { useJob } from "../../lab/use-job.ts";
import { WitnessCard } from "../../lab/witness-card.tsx";
import { programPaths } from "../../paths.ts";
import { addProposed } from "../profiles/edit-profiles.ts";
import { resultFor } from "../../draft/run.ts";
import { Card, Cards } from "../../ui/cards.tsx";
import { AppLink } from "../../ui/link.tsx";
import { EmptyState, Notice, Panel } from "../../ui/page.tsx";
import { dayOf } from "../simulation/simulate.ts";

type Survivor = MutationReport["survivors"][number];

export function FaultsPanel(): ReactNode {
  const t = useTranslations("coverage.faults");
  const tb = useTranslations("coverage.boundaries");
  const view = useJob("mutation");
  const { report, job, stale } = view;
  const { profiles, profilesEditable, update } = useWorkspace();
  const proposed = stale ? [] : (report?.survivors ?? []).flatMap((s) => s.profile ?? []);
  const fresh = addProposed(profiles, proposed).length - profiles.length;
  return (
    <div className="j-stack">
      <p className="j-muted">{t("lead")}</p>
      <JobBar view={view} kind="mutation" nameOf={() => ""} />
      {report === undefined && job?.state !== "running" ? (
        <EmptyState title={t("notYet")}>{t("notYetHint")}</EmptyState>
      ) : null}
      {report ? (
        <Panel
          title={t("finding", {
            seeded: report.seeded,
            killed: report.killed,
            left: report.survivors.length,
          })}
          actions={
            profilesEditable && fresh > 1 ? (
              <Button
                variant="default"
                size="compact-md"
                onClick={() =>
                  update(tb("saveAllLabel"), (doc) => ({
                    ...doc,
                    profiles: addProposed(doc.profiles, proposed),
                  }))
                }
              >
                {tb("saveAll", { count: fresh })}
              </Button>
            ) : undefined
          }
        >
          <p className="j-muted">{t("equivalent", { count: report.equivalent })}</p>
          {report.failing && report.failing.length > 0 ? (
            <Notice title={t("failing", { count: report.failing.length })} />
          ) : null}
          {report.survivors.length === 0 ? <EmptyState title={t("none")} /> : null}
          <Cards>
            {report.survivors.map((survivor) => (
              <Card key={survivor.fault.id}>
                <SurvivorCard survivor={survivor} stale={stale} />
              </Card>
            ))}
          </Cards>
        </Panel>
      ) : null}
    </div>
  );
}

function SurvivorCard({ survivor, stale }: { readonly survivor: Survivor; readonly stale: boolean }) {
  const t = useTranslations("coverage.faults");
  const { ruleSet, program, lang } = useWorkspace();
  const { fault, profile, witness, status } = survivor;
  const complete = useMemo(() => runnable(ruleSet), [ruleSet]);
  // After an edit the place may be another one: the words of the report's own content are gone, so nothing is guessed.
  const told = useMemo(() => {
    if (stale) return undefined;
    return {
      here: faultWords(fault, complete, lang),
      title: profileTitles.fault({
        fr: faultWords(fault, complete, "fr").title,
        en: faultWords(fault, complete, "en").title,
      }),
      faulty: applyFault(complete, fault),
    };
  }, [fault, complete, lang, stale]);
  const place = placeAt(fault.at, { ruleSet, lang, paths: programPaths(program) });
  const person = useMemo(
    (): Person | undefined =>
      profile
        ? { at: dayOf(profile), facts: profile.facts }
        : witness && { at: witness.at, facts: witness.facts },
    [profile, witness],
  );
  const moved = useMemo(() => {
    if (told === undefined || person === undefined) return [];
    const probe = probeOf(person);
    return movedDecisions(resultFor(complete, probe), resultFor(told.faulty, probe));
  }, [told, person, complete]);
  const title = told?.here.title ?? t(`kind.${fault.kind}`);
  return (
    <>
      <p>
        <strong>{place ? <AppLink href={place.href}>{title}</AppLink> : title}</strong>
      </p>
      {told?.here.before === undefined ? null : (
        <p className="j-small">
          <span className="j-muted">{t("correct")} –</span> {told.here.before}
        </p>
      )}
      {told?.here.after === undefined ? null : (
        <p className="j-small">
          <span className="j-muted">{t("faulty")} –</span> {told.here.after}
        </p>
      )}
      {status === "undecided" ? <p className="j-muted j-small">{t("undecided")}</p> : null}
      {person && told ? (
        <>
          <p>{t(moved.length > 0 ? "changes" : "changesQuietly")}</p>
          <WitnessCard
            readings={[
              { ruleSet, person, name: t("correct") },
              { ruleSet: told.faulty, person, name: t("faulty") },
            ]}
            decisions={moved.length > 0 ? moved : ruleSet.decisions.slice(0, 1).map((d) => d.id)}
            saveAs={profile?.title ?? told.title}
            story={profile?.story}
            tags={profile?.tags ?? ["mutation"]}
            {...(profile ? { expected: profile.expected } : {})}
          />
        </>
      ) : null}
    </>
  );
}

/** A person as the engine's runs take one. */
function probeOf({ at, facts }: Person) {
  return {
    id: "probe",
    title: { fr: "", en: "" },
    tags: [],
    facts,
    evaluatedOn: at,
    provenance: "accepted-output" as const,
    expected: { decisions: {} },
  };
}

// Parcours: the shortest interview of a person, question after question; what is certain already, what each answer would
// leave, and, once it is decided, why and what would have been different. Nothing is saved unless somebody asks.
import type { Facts, Profile } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { anyDay } from "../../draft/run.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { useGo } from "../../ui/link.tsx";
import { EmptyState, Notice, PageTitle } from "../../ui/page.tsx";
import slot from "../../ui/slot.module.css";
import { dayOf } from "../simulation/simulate.ts";
import { InterviewPage } from "./interview-page.tsx";

export function InterviewScreen(): ReactNode {
  const t = useTranslations("interview");
  const { ruleSet, profiles, program, lang } = useWorkspace();
  const { profile: id } = useParams({ strict: false });
  const go = useGo();
  const paths = programPaths(program);
  const profile = profiles.find((p) => p.id === id);
  const decisions = ruleSet.decisions.filter((d) => d.kind === "one");
  const [chosen, setChosen] = useState("");
  const decision = decisions.find((d) => d.id === chosen) ?? decisions[0];
  return (
    <>
      <PageTitle title={t("title")} context={ruleSet.title[lang]}>
        <p>{t("lead")}</p>
      </PageTitle>
      {decision === undefined ? (
        <EmptyState title={t("noDecision")} />
      ) : (
        <div className="j-stack">
          <div className="j-row">
            <label className="j-row">
              {t("startWith")}
              <select
                className={slot.slot}
                value={profile?.id ?? ""}
                onChange={(event) => {
                  const next = event.currentTarget.value;
                  go(next === "" ? paths.interview : paths.interviewOf(next));
                }}
              >
                <option value="">{t("nobody")}</option>
                {profiles.map((p) => (
                  <option key={p.id} value={p.id}>
                    {p.id} – {textIn(p.title, lang)}
                  </option>
                ))}
              </select>
            </label>
            {decisions.length > 1 ? (
              <label className="j-row">
                {t("decision")}
                <select
                  className={slot.slot}
                  value={decision.id}
                  onChange={(event) => setChosen(event.currentTarget.value)}
                >
                  {decisions.map((d) => (
                    <option key={d.id} value={d.id}>
                      {textIn(d.title, lang)}
                    </option>
                  ))}
                </select>
              </label>
            ) : null}
          </div>
          {id !== undefined && profile === undefined ? <Notice title={t("notThere", { id })} /> : null}
          <InterviewPage
            key={`${profile?.id ?? ""}/${decision.id}`}
            decision={decision}
            start={startOf(profile)}
            at={profile ? dayOf(profile) : anyDay}
          />
        </div>
      )}
    </>
  );
}

const nothing: Facts = {};

function startOf(profile: Profile | undefined): Facts {
  return profile?.facts ?? nothing;
}

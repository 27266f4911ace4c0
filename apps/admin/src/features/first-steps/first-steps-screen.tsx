// The guided first path, three minutes: change a threshold, see who changes outcome and why, take it back. It happens on a
// copy of the version in service, in this page alone.
import type { Program } from "@jumelage/api/schemas";
import { textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMemo, useState, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import type { History } from "../../draft/history.ts";
import { SandboxWorkspace, type Sandbox } from "../../draft/sandbox.tsx";
import { useWorkspace, type Baseline } from "../../draft/use-draft.ts";
import { baselineOf } from "../../draft/workspace-provider.tsx";
import { useLanguage } from "../../i18n/i18n.tsx";
import { programPaths } from "../../paths.ts";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { Loading } from "../../ui/loading.tsx";
import { AlonePage, EmptyState, Notice, PageTitle, Panel } from "../../ui/page.tsx";
import { WholeCatalogue } from "../../ui/whole-catalogue.tsx";
import { MovedProfiles } from "../criteria/moved-profiles.tsx";
import { ExplanationDrawer } from "../simulation/explanation-drawer.tsx";
import { useSimulation } from "../simulation/use-simulation.ts";
import { setParameter } from "../vocabulary/edits.ts";
import { ThresholdField } from "../vocabulary/thresholds.tsx";
import classes from "./first-steps.module.css";
import { StepList } from "./step-list.tsx";
import { doneOf, lessonOf, type Lesson } from "./steps.ts";

export function FirstStepsScreen(): ReactNode {
  return (
    <AlonePage>
      <WholeCatalogue>
        <FirstStepsPage />
      </WholeCatalogue>
    </AlonePage>
  );
}

function FirstStepsPage(): ReactNode {
  const t = useTranslations("firstSteps");
  const { lang } = useLanguage();
  const { program: id = "" } = useParams({ strict: false });
  const program = useQuery(trpc.programs.get.queryOptions({ program: id }));
  const number = program.data?.current?.number;
  const release = useQuery(
    trpc.releases.get.queryOptions(
      { program: id, number: number ?? 1 },
      { enabled: number !== undefined, staleTime: Infinity },
    ),
  );
  return (
    <>
      <PageTitle title={t("title")} {...(program.data ? { context: textIn(program.data.title, lang) } : {})}>
        {t("lead")}
      </PageTitle>
      <QueryTrouble query={program.isError ? program : release} />
      {program.data !== undefined && release.data !== undefined ? (
        <Path program={program.data} baseline={baselineOf(release.data)} />
      ) : program.data !== undefined && number === undefined ? (
        <Nothing program={id} />
      ) : program.isError || release.isError ? null : (
        <Loading />
      )}
    </>
  );
}

function Path({ program, baseline }: { readonly program: Program; readonly baseline: Baseline }): ReactNode {
  const lesson = useMemo(() => lessonOf(baseline), [baseline]);
  if (lesson === null) return <Nothing program={program.program} />;
  return (
    <SandboxWorkspace program={program} baseline={baseline}>
      {(sandbox, history) => <Tried sandbox={sandbox} history={history} lesson={lesson} />}
    </SandboxWorkspace>
  );
}

/** A program with nothing to try: never published, or without a threshold that changes anything for anybody. */
function Nothing({ program }: { readonly program: string }): ReactNode {
  const t = useTranslations("firstSteps");
  return (
    <EmptyState
      title={t("nothing")}
      action={<AppLink href={programPaths(program).home}>{t("toProgram")}</AppLink>}
    />
  );
}

interface TriedProps {
  readonly sandbox: Sandbox;
  readonly history: History;
  readonly lesson: Lesson;
}

function Tried({ sandbox, history, lesson }: TriedProps): ReactNode {
  const t = useTranslations("firstSteps");
  const tc = useTranslations("common");
  const format = useFormatter();
  const workspace = useWorkspace();
  const { ruleSet, lang, program, canUndo, undo, update } = workspace;
  const { rows, moved } = useSimulation(workspace);
  const [opened, setOpened] = useState<string | null>(null);
  const [seen, setSeen] = useState(false);
  const row = rows.find(({ profile }) => profile.id === opened);
  const parameter = ruleSet.parameters.find((p) => p.id === lesson.parameter.id) ?? lesson.parameter;
  const label = textIn(parameter.label, lang);
  const done = doneOf(history, lesson, { seen });
  return (
    <div className={classes.screen}>
      <div className="j-stack">
        <Notice>{t("copy")}</Notice>
        <Panel title={t("steps")}>
          <StepList
            done={done}
            words={{
              label,
              from: format.number(lesson.parameter.value),
              to: format.number(lesson.to),
            }}
          />
          {done.includes("undo") ? (
            <Notice announce="politely">
              <p>{t("finished")}</p>
              <p className="j-row">
                <AppLink href={programPaths(program).vocabulary}>{t("toThresholds")}</AppLink>
                <AppLink href={programPaths(program).simulation}>{t("toSimulation")}</AppLink>
              </p>
            </Notice>
          ) : null}
          {history.past.length + history.future.length > 0 ? (
            <p>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => {
                  sandbox.restart();
                  setSeen(false);
                }}
              >
                {t("restart")}
              </Button>
            </p>
          ) : null}
        </Panel>
      </div>
      <div className="j-stack">
        <Panel title={label}>
          <div className={classes.threshold}>
            <ThresholdField
              parameter={parameter}
              onChange={(value) =>
                update(
                  t("changed", { label }),
                  setParameter(parameter.id, { value }),
                  `parameter/${parameter.id}`,
                )
              }
            />
            <Button variant="default" disabled={!canUndo} onClick={undo}>
              {tc("undo")}
            </Button>
          </div>
          <p className="j-muted">{textIn(parameter.rationale, lang)}</p>
        </Panel>
        <Panel title={t("effect")}>
          <output className={classes.status}>
            {t("moved", { count: moved.length, total: String(rows.length) })}
          </output>
          <MovedProfiles
            rows={moved}
            to={{
              open: (id) => {
                setOpened(id);
                setSeen(true);
              },
            }}
          />
        </Panel>
      </div>
      <ExplanationDrawer opened={row ? { row } : null} onClose={() => setOpened(null)} />
    </div>
  );
}

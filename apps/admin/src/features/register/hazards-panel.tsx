// Fichier des dangers: what could harm somebody, what controls it (criteria, guarantees) and which profiles test the
// control; and what the chain leaves uncovered, in both directions.
import type { Hazard } from "@jumelage/engine";
import { allows } from "@jumelage/api/schemas";
import { textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ofContent, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { nameOf } from "../../lab/name-of.ts";
import { useTarget } from "../../lab/use-job.ts";
import { guaranteeId, programPaths } from "../../paths.ts";
import { Card, cardName, cardRef, Cards } from "../../ui/cards.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { Loading } from "../../ui/loading.tsx";
import { EmptyState, Notice, Panel } from "../../ui/page.tsx";
import { addHazard } from "./edit-hazards.ts";
import { HazardEditor } from "./hazard-editor.tsx";

export function HazardsPanel(): ReactNode {
  const t = useTranslations("register.hazards");
  const { served, hazards: own, draft, editable, update, roles } = useWorkspace();
  const target = useTarget();
  const request = { target: target ?? { draft: "" } };
  const file = useQuery(
    ofContent(
      trpc.lab.hazards.queryOptions(request, {
        enabled: target !== undefined && allows("program.read", roles),
        staleTime: 0,
        // What is typed stays on screen while it is saved.
        placeholderData: (before) => before,
      }),
      served?.hash,
    ),
  );
  const hazards = draft === null ? (file.data?.hazards ?? []) : own;
  if (file.isError) return <ErrorNotice error={file.error} onRetry={() => void file.refetch()} />;
  if (file.data === undefined) return <Loading />;
  const { uncovered } = file.data;
  const add = (): void =>
    update(t("addLabel"), (doc) => ({ ...doc, hazards: addHazard(doc.hazards).hazards }));
  return (
    <div className="j-stack">
      <p className="j-muted">{t("lead")}</p>
      <Uncovered uncovered={uncovered} />
      <Panel
        title={t("count", { count: hazards.length })}
        actions={
          editable ? (
            <Button variant="default" size="compact-md" onClick={add}>
              {t("add")}
            </Button>
          ) : undefined
        }
      >
        {hazards.length === 0 ? <EmptyState title={t("none")}>{t("noneHint")}</EmptyState> : null}
        <Cards>
          {hazards.map((hazard) => (
            <Card key={hazard.id} id={`hazard-${hazard.id}`}>
              {editable ? <HazardEditor hazard={hazard} /> : <ReadHazard hazard={hazard} />}
            </Card>
          ))}
        </Cards>
      </Panel>
    </div>
  );
}

function Uncovered({
  uncovered,
}: {
  readonly uncovered: {
    readonly properties: readonly string[];
    readonly criteria: readonly string[];
    readonly hazards: readonly string[];
  };
}): ReactNode {
  const t = useTranslations("register.hazards");
  const { program } = useWorkspace();
  const paths = programPaths(program);
  const count = uncovered.properties.length + uncovered.criteria.length + uncovered.hazards.length;
  if (count === 0) return <Notice title={t("complete")} />;
  const row = (words: string, links: readonly { readonly id: string; readonly href: string }[]): ReactNode =>
    links.length === 0 ? null : (
      <li>
        {words}{" "}
        {links.map(({ id, href }) => (
          <AppLink key={id} href={href} className={cardRef}>
            {id}
          </AppLink>
        ))}
      </li>
    );
  return (
    <Notice title={t("incomplete")}>
      <ul>
        {row(
          t("uncovered.hazards", { count: uncovered.hazards.length }),
          uncovered.hazards.map((id) => ({ id, href: `${paths.register}#hazard-${id}` })),
        )}
        {row(
          t("uncovered.properties", { count: uncovered.properties.length }),
          uncovered.properties.map((id) => ({ id, href: `${paths.guarantees}#${guaranteeId(id)}` })),
        )}
        {row(
          t("uncovered.criteria", { count: uncovered.criteria.length }),
          uncovered.criteria.map((id) => ({ id, href: paths.criterion(id) })),
        )}
      </ul>
    </Notice>
  );
}

function ReadHazard({ hazard }: { readonly hazard: Hazard }): ReactNode {
  const t = useTranslations("register.hazards");
  const { ruleSet, profiles, program, lang } = useWorkspace();
  const paths = programPaths(program);
  return (
    <>
      <h3 className={cardName}>
        <span className="j-muted">{hazard.id}</span> {textIn(hazard.title, lang)}
      </h3>
      <p className="j-small">
        <span className="j-muted">{t("controls")}</span>
        {hazard.controls.length === 0 ? ` ${t("noControl")}` : ""}
        {hazard.controls.map((control) =>
          "criterion" in control ? (
            <AppLink key={control.criterion} className={cardRef} href={paths.criterion(control.criterion)}>
              {nameOf(ruleSet.criteria, control.criterion, lang)}
            </AppLink>
          ) : (
            <AppLink
              key={control.property}
              className={cardRef}
              href={`${paths.guarantees}#${guaranteeId(control.property)}`}
            >
              {control.property}
            </AppLink>
          ),
        )}
      </p>
      <p className="j-small">
        <span className="j-muted">{t("tests")}</span>
        {hazard.profiles.length === 0 ? ` ${t("noTest")}` : ""}
        {hazard.profiles.map((id) => (
          <AppLink key={id} className={cardRef} href={paths.profile(id)}>
            {nameOf(profiles, id, lang)}
          </AppLink>
        ))}
      </p>
    </>
  );
}

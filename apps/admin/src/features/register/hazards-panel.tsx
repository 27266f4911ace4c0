// Fichier des dangers: what could harm somebody, what controls it (criteria, guarantees) and which profiles test the
// control; and what the chain leaves uncovered, in both directions.
import { allows } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ofContent, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { guaranteeName, nameOf } from "../../lab/name-of.ts";
import { useTarget } from "../../lab/use-job.ts";
import { guaranteeId, programPaths } from "../../paths.ts";
import { Card, Cards } from "../../ui/cards.tsx";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { Loading } from "../../ui/loading.tsx";
import { EmptyState, Notice, Panel } from "../../ui/page.tsx";
import { addHazard } from "./edit-hazards.ts";
import { HazardCard } from "./hazard-card.tsx";
import classes from "./register.module.css";

export function HazardsPanel(): ReactNode {
  const t = useTranslations("register.hazards");
  const { served, hazards: own, draft, editable, update, roles } = useWorkspace();
  const [fresh, setFresh] = useState<string | undefined>();
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
  if (file.data === undefined) return file.isError ? <QueryTrouble query={file} /> : <Loading />;
  const { uncovered } = file.data;
  const add = (): void => {
    setFresh(addHazard(own).id);
    update(t("addLabel"), (doc) => ({ ...doc, hazards: addHazard(doc.hazards).hazards }));
  };
  return (
    <div className="j-stack">
      <QueryTrouble query={file} />
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
              <HazardCard hazard={hazard} fresh={hazard.id === fresh} />
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
  const { program, ruleSet, hazards, lang } = useWorkspace();
  const paths = programPaths(program);
  const count = uncovered.properties.length + uncovered.criteria.length + uncovered.hazards.length;
  if (count === 0) return <Notice title={t("complete")} />;
  const row = (
    words: string,
    links: readonly { readonly name: string; readonly href: string }[],
  ): ReactNode =>
    links.length === 0 ? null : (
      <li>
        {words}
        <ul className={classes.links}>
          {links.map(({ name, href }) => (
            <li key={href}>
              <AppLink href={href}>{name}</AppLink>
            </li>
          ))}
        </ul>
      </li>
    );
  return (
    <Notice title={t("incomplete")}>
      <ul>
        {row(
          t("uncovered.hazards", { count: uncovered.hazards.length }),
          uncovered.hazards.map((id) => ({
            name: nameOf(hazards, id, lang),
            href: `${paths.register}#hazard-${id}`,
          })),
        )}
        {row(
          t("uncovered.properties", { count: uncovered.properties.length }),
          uncovered.properties.map((id) => ({
            name: guaranteeName(ruleSet.properties, id, lang),
            href: `${paths.guarantees}#${guaranteeId(id)}`,
          })),
        )}
        {row(
          t("uncovered.criteria", { count: uncovered.criteria.length }),
          uncovered.criteria.map((id) => ({
            name: nameOf(ruleSet.criteria, id, lang),
            href: paths.criterion(id),
          })),
        )}
      </ul>
    </Notice>
  );
}

// Critères: the list beside the sentence of the chosen criterion and what it does to the saved profiles at once.
import type { DraftCriterion } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useLocation, useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { newPart, programPaths } from "../../paths.ts";
import { AppLink, useGo } from "../../ui/link.tsx";
import { EmptyState, Notice, PageTitle } from "../../ui/page.tsx";
import classes from "./criteria.module.css";
import { CriteriaList } from "./criteria-list.tsx";
import { CriterionEditor } from "./criterion-editor.tsx";
import { EffectPanel } from "./effect-panel.tsx";
import { NewCriterion } from "./new-criterion.tsx";

interface Removed {
  readonly criterion: DraftCriterion;
  readonly index: number;
}

export function CriteriaScreen(): ReactNode {
  const t = useTranslations("criteria");
  const { ruleSet, program, lang, editable, update } = useWorkspace();
  const { criterion: id } = useParams({ strict: false });
  const go = useGo();
  const paths = programPaths(program);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [opened, setAdding] = useState(false);
  // Whoever comes from elsewhere to begin one, as from the palette, finds the panel open.
  const asked = useLocation({ select: ({ hash }) => hash === newPart });
  const adding = editable && (opened || asked);
  const criterion = ruleSet.criteria.find((c) => c.id === id);
  const title = criterion ? textIn(criterion.title, lang) || t("untitled") : t("title");

  const toggle = (): void => {
    setAdding(!adding);
    if (asked) go(paths.criteria);
  };
  const remove = (gone: DraftCriterion): void => {
    setRemoved({ criterion: gone, index: ruleSet.criteria.indexOf(gone) });
    update(t("change.removeCriterion", { id: gone.id }), (doc) => ({
      ...doc,
      ruleSet: { ...doc.ruleSet, criteria: doc.ruleSet.criteria.filter((c) => c.id !== gone.id) },
    }));
    go(paths.criteria);
  };
  const restore = ({ criterion: back, index }: Removed): void => {
    setRemoved(null);
    update(t("change.restoreCriterion", { id: back.id }), (doc) => {
      if (doc.ruleSet.criteria.some((c) => c.id === back.id)) return doc;
      const criteria = [...doc.ruleSet.criteria.slice(0, index), back, ...doc.ruleSet.criteria.slice(index)];
      return { ...doc, ruleSet: { ...doc.ruleSet, criteria } };
    });
    go(paths.criterion(back.id));
  };

  return (
    <>
      <PageTitle
        title={title}
        context={t("title")}
        actions={
          editable && !criterion ? (
            <Button variant="default" aria-expanded={adding} onClick={toggle}>
              {t("new")}
            </Button>
          ) : undefined
        }
      >
        {criterion ? (
          <AppLink href={paths.criteria}>{t("allCriteria", { count: ruleSet.criteria.length })}</AppLink>
        ) : (
          t("lead", { count: ruleSet.criteria.length })
        )}
      </PageTitle>
      {removed && !ruleSet.criteria.some((c) => c.id === removed.criterion.id) ? (
        <Notice
          announce="politely"
          title={t("removed", { title: textIn(removed.criterion.title, lang) || removed.criterion.id })}
        >
          <Button variant="default" size="compact-sm" onClick={() => restore(removed)}>
            {t("restore")}
          </Button>
        </Notice>
      ) : null}
      {adding && !criterion ? <NewCriterion onDone={() => setAdding(false)} /> : null}
      <div className={classes.screen} data-open={id === undefined ? undefined : true}>
        <CriteriaList selected={id} />
        {id === undefined ? null : criterion ? (
          <>
            <CriterionEditor key={criterion.id} criterion={criterion} onRemove={remove} />
            <EffectPanel criterion={criterion} />
          </>
        ) : (
          <EmptyState
            title={t("notThere", { id })}
            action={<AppLink href={paths.criteria}>{t("backToList")}</AppLink>}
          />
        )}
      </div>
    </>
  );
}

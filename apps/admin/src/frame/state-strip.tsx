// Where the draft stands, in one line: what it is based on, how much changed, whether it is saved, whom it touches.
import { Button } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { useDeferredValue, useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { changesIn, effectsOf } from "../draft/effects.ts";
import { useWorkspace, type Workspace } from "../draft/use-draft.ts";
import { programPaths } from "../paths.ts";
import { AppLink } from "../ui/link.tsx";
import { DraftName } from "./draft-name.tsx";
import classes from "./frame.module.css";
import { OthersHereItem } from "./others-here.tsx";

export function StateStrip() {
  const t = useTranslations("frame.strip");
  const tc = useTranslations("common");
  const workspace = useWorkspace();
  const { draft, baseline } = workspace;
  if (draft === null) {
    return (
      <section className={classes.strip} aria-label={t("label")}>
        <span>
          {baseline === null ? t("unreleased") : t("released", { number: String(baseline.number) })}
        </span>
        <span className={classes.spacer} />
        {workspace.start === null ? (
          <span className="j-muted">{tc("startRefused")}</span>
        ) : (
          <>
            <span className="j-muted">{tc("startHint")}</span>
            <Button size="compact-sm" loading={workspace.starting} onClick={workspace.start}>
              {tc("edit")}
            </Button>
          </>
        )}
      </section>
    );
  }
  const paths = programPaths(workspace.program);
  return (
    <section className={classes.strip} aria-label={t("label")}>
      <ul>
        <li>
          <DraftName />
        </li>
        <li>{baseline === null ? t("draftNew") : t("draftFrom", { number: String(baseline.number) })}</li>
        <li>{t(`status.${draft.status}`)}</li>
        <EffectItems />
        <li>
          <SaveWords workspace={workspace} />
        </li>
        <OthersHereItem />
      </ul>
      <div className="j-row">
        {workspace.profilesEditable ? (
          <>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={tc("undo")}
              title={`${tc("undo")} (Ctrl+Z)`}
              disabled={!workspace.canUndo}
              onClick={workspace.undo}
            >
              <IconArrowBackUp size={18} aria-hidden />
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={tc("redo")}
              title={`${tc("redo")} (Ctrl+Maj+Z)`}
              disabled={!workspace.canRedo}
              onClick={workspace.redo}
            >
              <IconArrowForwardUp size={18} aria-hidden />
            </Button>
          </>
        ) : null}
        <AppLink href={paths.simulation}>{t("simulate")}</AppLink>
        <AppLink href={paths.review}>{t("review")}</AppLink>
      </div>
    </section>
  );
}

/** The counts follow typing at leisure: they never hold up a keystroke. */
function EffectItems() {
  const t = useTranslations("frame.strip");
  const { ruleSet, profiles, hazards, baseline } = useWorkspace();
  const documents = useMemo(() => ({ ruleSet, profiles, hazards }), [ruleSet, profiles, hazards]);
  const calm = useDeferredValue(documents);
  const effects = useMemo(() => effectsOf(calm, baseline), [calm, baseline]);
  const changes = useMemo(() => changesIn(calm, baseline), [calm, baseline]);
  return (
    <>
      {baseline === null ? null : <li>{t("changes", { count: changes })}</li>}
      {baseline === null ? null : <li>{t("differ", { count: effects.moved.length })}</li>}
      <li className={effects.failing.length > 0 ? classes.alert : undefined}>
        {t("failing", { count: effects.failing.length })}
      </li>
    </>
  );
}

function SaveWords({ workspace }: { readonly workspace: Workspace }) {
  const t = useTranslations("frame.strip");
  const format = useFormatter();
  const { saveState, savedAt, unsent, onDevice } = workspace;
  const time = savedAt === null ? "" : format.dateTime(new Date(savedAt), { timeStyle: "short" });
  const words = {
    saved: t("saved", { time }),
    pending: t("pending"),
    saving: t("saving"),
    offline: onDevice ? t("offline", { count: String(unsent) }) : t("offlineUnkept"),
    conflict: t("conflict"),
    "needs-reason": t("needsReason"),
    refused: t("refused"),
  }[saveState];
  const quiet = saveState === "saved" || saveState === "pending" || saveState === "saving";
  return (
    <output className={quiet ? "j-muted" : classes.alert} data-save-state={saveState}>
      {words}
    </output>
  );
}

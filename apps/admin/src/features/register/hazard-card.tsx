// One danger as it is read: what controls it and which profiles put the control to the test; for an author, the form.
import type { Hazard } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { nameOf } from "../../lab/name-of.ts";
import { guaranteeId, programPaths } from "../../paths.ts";
import { CardHead, cardName, cardRef } from "../../ui/cards.tsx";
import { AppLink } from "../../ui/link.tsx";
import { removeHazard } from "./edit-hazards.ts";
import { HazardEditor } from "./hazard-editor.tsx";

export interface HazardCardProps {
  readonly hazard: Hazard;
  /** Just added: it opens as a form. */
  readonly fresh: boolean;
}

export function HazardCard({ hazard, fresh }: HazardCardProps): ReactNode {
  const t = useTranslations("register.hazards");
  const { lang, editable, update } = useWorkspace();
  const [editing, setEditing] = useState(fresh);
  const remove = (): void =>
    update(t("removeLabel", { id: hazard.id }), (doc) => ({
      ...doc,
      hazards: removeHazard(doc.hazards, hazard.id),
    }));
  return (
    <>
      <CardHead>
        <h3 className={cardName}>
          <span className="j-muted">{hazard.id}</span> {textIn(hazard.title, lang)}
        </h3>
        {editable ? (
          <div className="j-row">
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={editing}
              onClick={() => setEditing(!editing)}
            >
              {t(editing ? "close" : "edit")}
              <span className="j-hidden"> – {hazard.id}</span>
            </Button>
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              aria-label={t("removeNamed", { id: hazard.id })}
              onClick={remove}
            >
              {t("remove")}
            </Button>
          </div>
        ) : null}
      </CardHead>
      {editing && editable ? <HazardEditor hazard={hazard} /> : <Chain hazard={hazard} />}
    </>
  );
}

/** From the danger to what controls it, and to who tests that. */
function Chain({ hazard }: { readonly hazard: Hazard }): ReactNode {
  const t = useTranslations("register.hazards");
  const { ruleSet, profiles, program, lang } = useWorkspace();
  const paths = programPaths(program);
  return (
    <>
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

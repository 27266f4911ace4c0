// One danger as it is read: what controls it and which profiles put the control to the test; for an author, the form.
import type { Hazard } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { guaranteeName, nameOf } from "../../lab/name-of.ts";
import { guaranteeId, programPaths } from "../../paths.ts";
import { CardHead, cardName } from "../../ui/cards.tsx";
import { AppLink } from "../../ui/link.tsx";
import { removeHazard } from "./edit-hazards.ts";
import { HazardEditor } from "./hazard-editor.tsx";
import classes from "./register.module.css";

export interface HazardCardProps {
  readonly hazard: Hazard;
  /** Just added: it opens as a form. */
  readonly fresh: boolean;
}

export function HazardCard({ hazard, fresh }: HazardCardProps): ReactNode {
  const t = useTranslations("register.hazards");
  const { lang, editable, update } = useWorkspace();
  const [editing, setEditing] = useState(fresh);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It stands at the end of a long list: the caret goes there, over words to be replaced.
    if (!fresh) return;
    const title = form.current?.querySelector("textarea");
    title?.focus();
    title?.select();
  }, [fresh]);
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
      {editing && editable ? (
        <div ref={form} className="j-stack">
          <HazardEditor hazard={hazard} />
        </div>
      ) : (
        <Chain hazard={hazard} />
      )}
    </>
  );
}

/** From the danger to what controls it, and to who tests that. */
function Chain({ hazard }: { readonly hazard: Hazard }): ReactNode {
  const t = useTranslations("register.hazards");
  const { ruleSet, profiles, program, lang } = useWorkspace();
  const paths = programPaths(program);
  return (
    <div className="j-cols">
      <Links title={t("controls")} none={t("noControl")}>
        {hazard.controls.map((control) =>
          "criterion" in control ? (
            <li key={control.criterion}>
              <AppLink href={paths.criterion(control.criterion)}>
                {nameOf(ruleSet.criteria, control.criterion, lang)}
              </AppLink>
            </li>
          ) : (
            <li key={control.property}>
              <AppLink href={`${paths.guarantees}#${guaranteeId(control.property)}`}>
                {guaranteeName(ruleSet.properties, control.property, lang)}
              </AppLink>
            </li>
          ),
        )}
      </Links>
      <Links title={t("tests")} none={t("noTest")}>
        {hazard.profiles.map((id) => (
          <li key={id}>
            <AppLink href={paths.profile(id)}>{nameOf(profiles, id, lang)}</AppLink>
          </li>
        ))}
      </Links>
    </div>
  );
}

interface LinksProps {
  readonly title: string;
  /** What is said where there is no link. */
  readonly none: string;
  readonly children: readonly ReactNode[];
}

function Links({ title, none, children }: LinksProps): ReactNode {
  return (
    <div className="j-small">
      <p className="j-muted">{title}</p>
      {children.length === 0 ? <p>{none}</p> : <ul className={classes.links}>{children}</ul>}
    </div>
  );
}

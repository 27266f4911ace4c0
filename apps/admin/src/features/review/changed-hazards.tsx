// The hazard file as it was and as it is: a danger that is new, gone, or controlled and tested otherwise. A reviewer
// approves it with the rest.
import type { Hazard } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useTranslations } from "use-intl";
import type { Judged } from "../../draft/document.ts";
import { sameValue } from "../../draft/entries.ts";
import { useWorkspace, type Baseline } from "../../draft/use-draft.ts";
import { guaranteeName, nameOf } from "../../lab/name-of.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { useList } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { BeforeAfter } from "./before-after.tsx";
import classes from "./review.module.css";

export function ChangedHazards({ baseline }: { readonly baseline: Baseline }) {
  const t = useTranslations("review.hazards");
  const list = useList();
  const { program, ruleSet, profiles, hazards, lang } = useWorkspace();
  const old = new Map(baseline.hazards.map((h) => [h.id, h]));
  const now = new Map(hazards.map((h) => [h.id, h]));
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
    (id) => !sameValue(old.get(id), now.get(id)),
  );
  if (changed.length === 0) return null;
  const words = (hazard: Hazard, content: Judged): string => {
    const controls = hazard.controls.map((control) =>
      "criterion" in control
        ? nameOf(content.ruleSet.criteria, control.criterion, lang)
        : guaranteeName(content.ruleSet.properties, control.property, lang),
    );
    const tests = hazard.profiles.map((id) => nameOf(content.profiles, id, lang));
    const title = textIn(hazard.title, lang);
    return [
      /[.!?…]$/u.test(title) ? title : `${title}.`,
      t("controls", { list: controls.length === 0 ? t("none") : list(controls) }),
      t("tests", { list: tests.length === 0 ? t("none") : list(tests) }),
    ].join(" ");
  };
  return (
    <Panel title={t("title")}>
      <ul className={classes.changes}>
        {changed.map((id) => {
          const [before, after] = [old.get(id), now.get(id)];
          const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
          const href = `${programPaths(program).register}#hazard-${id}`;
          return (
            <li key={id} className={classes.change}>
              <h3 className={classes.changeTitle}>
                {after ? <AppLink href={href}>{t(kind, { id })}</AppLink> : t(kind, { id })}
              </h3>
              <BeforeAfter
                before={before && words(before, baseline)}
                after={after && words(after, { ruleSet, profiles })}
                number={baseline.number}
              />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

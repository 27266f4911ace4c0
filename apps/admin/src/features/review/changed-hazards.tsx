// The hazard file as it was and as it is: a danger that is new, gone, or controlled and tested otherwise. A reviewer
// approves it with the rest.
import type { Hazard } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useTranslations } from "use-intl";
import type { Judged } from "../../draft/document.ts";
import { useWorkspace, type Baseline } from "../../draft/use-draft.ts";
import { guaranteeName, nameOf } from "../../lab/name-of.ts";
import { programPaths } from "../../paths.ts";
import { useList } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { BeforeAfter } from "./before-after.tsx";
import { ChangeItem, SeeAllButton } from "./change-item.tsx";
import classes from "./review.module.css";
import { useSeen } from "./use-seen.ts";

export function ChangedHazards({ baseline }: { readonly baseline: Baseline }) {
  const t = useTranslations("review.hazards");
  const list = useList();
  const { program, ruleSet, profiles, hazards, lang } = useWorkspace();
  const changed = useSeen().changes.filter((seen) => seen.in === "hazards");
  if (changed.length === 0) return null;
  const words = (hazard: Hazard, content: Judged): string => {
    // Names are sentences as often as not: their stop is not one of ours.
    const unstopped = (text: string): string => text.replace(/\.$/u, "");
    const controls = hazard.controls.map((control) =>
      unstopped(
        "criterion" in control
          ? nameOf(content.ruleSet.criteria, control.criterion, lang)
          : guaranteeName(content.ruleSet.properties, control.property, lang),
      ),
    );
    const tests = hazard.profiles.map((id) => unstopped(nameOf(content.profiles, id, lang)));
    return [
      `${unstopped(textIn(hazard.title, lang))}.`,
      t("controls", { list: controls.length === 0 ? t("none") : list(controls) }),
      t("tests", { list: tests.length === 0 ? t("none") : list(tests) }),
    ].join(" ");
  };
  return (
    <Panel
      title={t("title")}
      actions={<SeeAllButton anchors={changed.map((c) => c.anchor)} part={t("title")} />}
    >
      <ul className={classes.changes}>
        {changed.map(({ anchor, change: { hazard: id, kind } }) => {
          const [before, after] = [baseline.hazards, hazards].map((list) => list.find((h) => h.id === id));
          const href = `${programPaths(program).register}#hazard-${id}`;
          return (
            <ChangeItem key={anchor} anchor={anchor} title={t(kind, { id })} href={after && href}>
              <BeforeAfter
                before={before && words(before, baseline)}
                after={after && words(after, { ruleSet, profiles })}
                number={baseline.number}
              />
            </ChangeItem>
          );
        })}
      </ul>
    </Panel>
  );
}

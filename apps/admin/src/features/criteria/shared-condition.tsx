// A shared condition opened where it is read: what it stands for, who else reads it, and its own sentence to edit.
import { nodesOf, type DraftCondition, type Hole } from "@jumelage/engine";
import { conditionSentence, textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useId, useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import slot from "../../ui/slot.module.css";
import { usesOfCondition, withNamedLabel } from "./edit-criteria.ts";
import { NamedSentence } from "./named-sentence.tsx";
import { useSentence } from "./sentence-context.ts";
import classes from "./sentence.module.css";
import { SharedWith } from "./shared-with.tsx";

function readsThreshold(when: DraftCondition): boolean {
  return [...nodesOf<Hole>(when)].some(
    ({ node }) => "fact" in node && typeof node.value === "object" && "parameter" in node.value,
  );
}

export function SharedCondition({ id }: { readonly id: string }): ReactNode {
  const t = useTranslations("criteria");
  const { ruleSet, lang, changeRuleSet, opened, renderShared, criterion } = useSentence();
  const condition = ruleSet.conditions.find((c) => c.id === id);
  // Thresholds are what is changed most often: a condition that reads one stands open.
  const [open, setOpen] = useState(() => condition !== undefined && readsThreshold(condition.when));
  const [renaming, setRenaming] = useState(false);
  const body = useId();
  const others = useMemo(
    () => usesOfCondition(ruleSet, id).criteria.filter((c) => c.id !== criterion),
    [ruleSet, id, criterion],
  );
  const inside = useMemo(() => [...opened, id], [opened, id]);
  if (!condition || opened.includes(id)) return null;
  const name = textIn(condition.label, lang) || id;
  return (
    <div className={classes.shared}>
      <div className={classes.sharedHead}>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          aria-controls={body}
          aria-label={t(open ? "closeShared" : "openShared", { name })}
          onClick={() => setOpen(!open)}
        >
          {t(open ? "closeSharedShort" : "openSharedShort")}
        </Button>
        {open ? null : (
          <span className={slot.hint}>
            {t("thatIs", { sentence: conditionSentence(condition.when, ruleSet, lang) })}
          </span>
        )}
      </div>
      <div id={body} hidden={!open} className={classes.sharedBody}>
        {open ? (
          <>
            <p className={slot.hint}>
              <SharedWith criteria={others} what="condition" />
            </p>
            <NamedSentence
              condition={condition}
              opened={inside}
              renderShared={renderShared}
              criterion={criterion}
            />
            {renaming ? (
              <BilingualField
                label={t("sharedLabel")}
                value={condition.label}
                rows={1}
                onChange={(label) =>
                  changeRuleSet(
                    t("change.label"),
                    (r) => withNamedLabel(r, id, label),
                    `condition/${id}/label`,
                  )
                }
              />
            ) : (
              <Button
                variant="subtle"
                size="compact-sm"
                className={classes.inlineButton}
                onClick={() => setRenaming(true)}
              >
                {t("renameShared")}
              </Button>
            )}
          </>
        ) : null}
      </div>
    </div>
  );
}

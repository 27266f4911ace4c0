// A group of conditions in a sentence: its heading in words, its members as a list, and what can be added to it.
import type { DraftCondition } from "@jumelage/engine";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ChoiceSlot } from "../../ui/choice-slot.tsx";
import { ConditionRow } from "./condition-row.tsx";
import {
  addCondition,
  addGroup,
  deepestGroup,
  depthOf,
  groupOf,
  hasRoom,
  nodeAt,
  setGroup,
  type GroupKind,
} from "./edit-condition.ts";
import { NameGroup } from "./name-group.tsx";
import { pathKey, useSentence, type NodeProps } from "./sentence-context.ts";
import { RowActions } from "./row-actions.tsx";
import classes from "./sentence.module.css";

const kinds: readonly GroupKind[] = ["all", "any", "none", "atLeast"];

export function ConditionGroup({ node, at, number }: NodeProps): ReactNode {
  const t = useTranslations("criteria");
  const { root, change } = useSentence();
  const group = groupOf(node, at);
  if (!group) return null;
  const name = number === "" ? t("wholeGroup") : t("groupN", { n: number });
  const size = group.members.length;
  const room = hasRoom(root, at);
  const add = (next: DraftCondition, label: string): void => {
    if (next === root) return;
    const where = nodeAt(next, at);
    change(label, next, where && groupOf(where, at)?.members.at(-1)?.at);
  };
  return (
    <fieldset className={classes.group} aria-label={name} data-path={pathKey(at)}>
      <div className={classes.heading}>
        <ChoiceSlot
          label={t("groupKind", { name })}
          value={group.kind}
          plain
          choices={kinds.map((kind) => ({
            value: kind,
            label: t(`group.${kind}`),
            disabled: kind === "atLeast" && size > 10,
          }))}
          onChoose={(kind) => change(t("change.group"), setGroup(root, at, kind as GroupKind), at)}
        />
        {group.kind === "atLeast" ? (
          <ChoiceSlot
            label={t("groupCount", { name })}
            value={String(group.count)}
            choices={group.members.map((_, i) => ({
              value: String(i + 1),
              label: t("atLeastOf", { count: String(i + 1), of: String(size) }),
            }))}
            onChoose={(count) => change(t("change.group"), setGroup(root, at, "atLeast", Number(count)), at)}
          />
        ) : null}
        {number === "" ? null : <RowActions at={at} name={name} />}
      </div>
      <ol className={classes.members}>
        {group.members.map((member, i) => {
          const place = number === "" ? `${i + 1}` : `${number}.${i + 1}`;
          return (
            <li key={pathKey(member.at)}>
              {groupOf(member.node) ? (
                <ConditionGroup node={member.node} at={member.at} number={place} />
              ) : (
                <ConditionRow node={member.node} at={member.at} number={place} />
              )}
            </li>
          );
        })}
      </ol>
      <div className={classes.adders}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={!room}
          onClick={() => add(addCondition(root, at), t("change.add"))}
        >
          {number === "" ? t("addCondition") : t("addConditionTo", { n: number })}
        </Button>
        {depthOf(at) + 1 >= deepestGroup ? null : (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={!room}
            onClick={() =>
              add(addGroup(root, at, group.kind === "any" ? "all" : "any"), t("change.addGroup"))
            }
          >
            {number === "" ? t("addGroup") : t("addGroupTo", { n: number })}
          </Button>
        )}
        <NameGroup node={node} at={at} name={name} />
      </div>
    </fieldset>
  );
}

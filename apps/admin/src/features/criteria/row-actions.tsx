// What can be done with one condition or group: move, duplicate, remove. Every pointer gesture has its button here.
import type { Path } from "@jumelage/engine";
import { IconArrowDown, IconArrowUp, IconCopy, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "../../ui/icon-button.tsx";
import { duplicateAt, groupOf, moveAt, nodeAt, parentOf, removeAt, samePath } from "./edit-condition.ts";
import { useSentence } from "./sentence-context.ts";
import classes from "./sentence.module.css";

export function RowActions({ at, name }: { readonly at: Path; readonly name: string }): ReactNode {
  const t = useTranslations("criteria");
  const { root, change } = useSentence();
  const above = parentOf(root, at);
  const siblings = above === undefined ? [] : (groupOf(nodeAt(root, above) ?? root, above)?.members ?? []);
  const place = siblings.findIndex((m) => samePath(m.at, at));
  const move = (by: -1 | 1): void => {
    const moved = moveAt(root, at, by);
    change(t("change.move"), moved.root, moved.at);
  };
  return (
    <span className={classes.actions}>
      {siblings.length > 1 ? (
        <>
          <IconButton
            label={t("moveUp", { name })}
            icon={IconArrowUp}
            disabled={place <= 0}
            onPress={() => move(-1)}
          />
          <IconButton
            label={t("moveDown", { name })}
            icon={IconArrowDown}
            disabled={place === siblings.length - 1}
            onPress={() => move(1)}
          />
        </>
      ) : null}
      <IconButton
        label={t("duplicateItem", { name })}
        icon={IconCopy}
        onPress={() => change(t("change.duplicate"), duplicateAt(root, at), at)}
      />
      <IconButton
        label={t("removeItem", { name })}
        icon={IconX}
        onPress={() =>
          change(t("change.remove"), removeAt(root, at), siblings[place > 0 ? place - 1 : 0]?.at ?? above)
        }
      />
    </span>
  );
}

// The sentence of a condition, where everything is a slot. This component holds the keyboard and where the focus goes
// after a change; groups and rows draw themselves.
import type { DraftCondition, Path } from "@jumelage/engine";
import { Button } from "@mantine/core";
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ConditionGroup } from "./condition-group.tsx";
import { ConditionRow } from "./condition-row.tsx";
import { addCondition, addGroup, duplicateAt, gap, groupOf, moveAt, parentOf } from "./edit-condition.ts";
import type { Scope } from "./scope.ts";
import { pathKey, SentenceContext, type Grow, type Sentence } from "./sentence-context.ts";
import classes from "./sentence.module.css";
import type { ChangeRuleSet } from "./use-change-rule-set.ts";

export interface SentenceEditorProps {
  readonly root: DraftCondition | undefined;
  readonly scope: Scope;
  readonly onChange: (label: string, root: DraftCondition | undefined) => void;
  readonly changeRuleSet: ChangeRuleSet;
  /** Absent, nothing said here can become an entry of the vocabulary. */
  readonly onGrow?: Grow;
  readonly findingsAt: (path: Path) => readonly string[];
  readonly opened?: readonly string[];
  readonly renderShared: (id: string) => ReactNode;
  readonly criterion: string;
  /** The name of the whole, for assistive technology. */
  readonly label: string;
}

const nothing: readonly string[] = [];

export function SentenceEditor(props: SentenceEditorProps): ReactNode {
  const {
    root,
    scope,
    onChange,
    changeRuleSet,
    onGrow,
    findingsAt,
    opened = nothing,
    renderShared,
    criterion,
    label,
  } = props;
  const t = useTranslations("criteria");
  const { lang } = useWorkspace();
  const box = useRef<HTMLFieldSetElement>(null);
  const goTo = useRef<Path | null>(null);

  // Rows are drawn again after a change of structure; the focus follows the row it belongs to.
  useEffect(() => {
    const path = goTo.current;
    goTo.current = null;
    if (path === null) return;
    const row = box.current?.querySelector<HTMLElement>(`[data-path="${pathKey(path)}"]`);
    row?.querySelector<HTMLElement>("button, input, select")?.focus();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- after every change of the tree, and only then
  }, [root]);

  const sentence = useMemo<Sentence>(
    () => ({
      ruleSet: scope.ruleSet,
      scope,
      lang,
      root: root ?? gap,
      change: (change, next, focus) => {
        goTo.current = focus ?? null;
        onChange(change, next);
      },
      changeRuleSet,
      grow: onGrow,
      findingsAt,
      opened,
      renderShared,
      criterion,
    }),
    [scope, lang, root, onChange, changeRuleSet, onGrow, findingsAt, opened, renderShared, criterion],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const key = (event.target as HTMLElement).closest<HTMLElement>("[data-path]")?.dataset["path"];
    const act = root === undefined || key === undefined ? undefined : keyAct(event);
    if (root === undefined || key === undefined || act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const path = readPath(key);
    if (act === "up" || act === "down") {
      const moved = moveAt(root, path, act === "up" ? -1 : 1);
      if (moved.root !== root) sentence.change(t("change.move"), moved.root, moved.at);
    } else if (act === "add") {
      const group = groupOf(root) === undefined ? [] : (parentOf(root, path) ?? []);
      const next = addCondition(root, group);
      if (next !== root) sentence.change(t("change.add"), next, lastMember(next, group));
    } else sentence.change(t("change.duplicate"), duplicateAt(root, path), path);
  };

  if (root === undefined) {
    return (
      <div className="j-stack-tight">
        <p>{t("noCondition")}</p>
        <div className="j-row">
          <Button variant="default" onClick={() => onChange(t("change.add"), addCondition(undefined, []))}>
            {t("addCondition")}
          </Button>
          <Button
            variant="default"
            onClick={() => onChange(t("change.addGroup"), addGroup(undefined, [], "any"))}
          >
            {t("addGroup")}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <SentenceContext value={sentence}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- shortcuts of the controls inside, heard here once */}
      <fieldset ref={box} aria-label={label} className={classes.sentence} onKeyDownCapture={onKeyDown}>
        {groupOf(root) ? (
          <ConditionGroup node={root} at={[]} number="" />
        ) : (
          <ConditionRow node={root} at={[]} number="1" />
        )}
      </fieldset>
    </SentenceContext>
  );
}

type Act = "up" | "down" | "add" | "duplicate";

function keyAct(event: KeyboardEvent): Act | undefined {
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey && event.key === "ArrowUp") return "up";
  if (event.altKey && event.key === "ArrowDown") return "down";
  if (mod && event.key === "Enter") return "add";
  return mod && event.key.toLowerCase() === "d" ? "duplicate" : undefined;
}

function readPath(key: string): Path {
  return key === "" ? [] : key.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** Where the last member of a group stands. */
export function lastMember(root: DraftCondition, group: Path): Path | undefined {
  const node = group.reduce<unknown>(
    (here, step) => (here as Record<string | number, unknown> | undefined)?.[step],
    root,
  );
  return groupOf((node ?? gap) as DraftCondition, group)?.members.at(-1)?.at;
}

// A cell of the table being changed where it stands, with the slots of the sentence. Enter takes it over, Escape leaves it as it
// was; whoever goes elsewhere takes it over as well.
import type { Column, DraftCondition, DraftRuleSet, Path } from "@jumelage/engine";
import { columnHeading } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ChoiceSlot } from "../../ui/choice-slot.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { DecisionSlots } from "../criteria/decision-slots.tsx";
import { FactSlots } from "../criteria/fact-slots.tsx";
import { replaceAt } from "../criteria/edit-condition.ts";
import type { Scope } from "../criteria/scope.ts";
import { SentenceContext, useSentence, type Sentence } from "../criteria/sentence-context.ts";
import { beginning, type CellDraft } from "./cell-draft.ts";
import classes from "./table.module.css";

export interface CellEditorProps {
  readonly criterion: string;
  readonly column: Column;
  readonly nodes: readonly DraftCondition[];
  readonly scope: Scope;
  readonly onTake: (draft: CellDraft) => void;
  readonly onLeave: () => void;
}

const nothing: readonly string[] = [];

export function CellEditor({ criterion, column, nodes, scope, onTake, onLeave }: CellEditorProps): ReactNode {
  const t = useTranslations("table");
  const { lang } = useWorkspace();
  const box = useRef<HTMLFieldSetElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const [begun] = useState<CellDraft>(() => ({
    nodes: nodes.length === 0 ? [beginning(column, scope)] : nodes,
    around: [],
  }));
  const [draft, setDraft] = useState(begun);
  const count = draft.nodes.length;
  useEffect(() => {
    const slots = box.current?.querySelectorAll<HTMLElement>("select, input, [data-first]");
    slots?.[0]?.focus();
  }, []);
  const sentence = useMemo<Sentence>(() => {
    const here: DraftRuleSet = draft.around.reduce((doc, change) => change(doc), scope.ruleSet);
    return {
      ruleSet: here,
      scope: { ...scope, ruleSet: here },
      lang,
      root: { all: draft.nodes },
      change: (_label, root) => {
        if (root !== undefined && "all" in root) setDraft({ ...draft, nodes: root.all });
      },
      changeRuleSet: (_label, change) => setDraft({ ...draft, around: [...draft.around, change] }),
      grow: undefined,
      findingsAt: () => nothing,
      opened: nothing,
      renderShared: () => null,
      criterion,
    };
  }, [draft, scope, lang, criterion]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // A list that is open keeps its keys.
    const isOpen = (event.target as HTMLElement).getAttribute("aria-expanded") === "true";
    const onButton = (event.target as HTMLElement).closest("button") !== null;
    event.stopPropagation();
    if (event.defaultPrevented || isOpen) return;
    if (event.key === "Escape") onLeave();
    else if (event.key === "Enter" && !onButton) onTake(draft);
    else return;
    event.preventDefault();
  };
  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    const { relatedTarget: to } = event;
    if (!(to instanceof Element) || event.currentTarget.contains(to)) return;
    // A test that is only offered is not taken over by whoever passes by.
    if (draft === begun) onLeave();
    else onTake(draft);
  };
  const name = t("cell", { id: criterion, column: columnHeading(column, scope.ruleSet, lang) });
  return (
    <SentenceContext value={sentence}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys and focus of the controls inside, heard here once */}
      <fieldset ref={box} aria-label={name} className={classes.editor} onKeyDown={onKeyDown} onBlur={onBlur}>
        {draft.nodes.map((node, i) => (
          // Tests of a cell are told apart by their place alone.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={i} className={classes.slots}>
            <Slots
              node={node}
              at={["all", i]}
              name={count === 1 ? name : t("test", { name, number: String(i + 1) })}
            />
            <IconButton
              label={t("removeTest", { number: String(i + 1), name })}
              icon={IconX}
              onPress={() => {
                setDraft({ ...draft, nodes: draft.nodes.toSpliced(i, 1) });
                more.current?.focus();
              }}
            />
          </div>
        ))}
        {count === 0 ? <p className="j-small">{t("anything")}</p> : null}
        <div className={classes.editorActions}>
          <Button
            ref={more}
            variant="subtle"
            size="compact-sm"
            onClick={() => setDraft({ ...draft, nodes: [...draft.nodes, beginning(column, scope)] })}
          >
            {t("addTest")}
          </Button>
          <Button size="compact-sm" onClick={() => onTake(draft)}>
            {t("take")}
          </Button>
        </div>
      </fieldset>
    </SentenceContext>
  );
}

interface SlotsProps {
  readonly node: DraftCondition;
  readonly at: Path;
  readonly name: string;
}

/** The slots of one test: what it is about stands at the head of the column. */
function Slots({ node, at, name }: SlotsProps): ReactNode {
  if ("decision" in node) return <DecisionSlots node={node} at={at} name={name} />;
  const named = "not" in node ? node.not : node;
  return "condition" in named ? (
    <ConditionSlot node={named} negated={"not" in node} at={at} name={name} />
  ) : (
    <FactSlots node={node} at={at} name={name} />
  );
}

interface ConditionSlotProps extends SlotsProps {
  readonly negated: boolean;
}

function ConditionSlot({ node, negated, at, name }: ConditionSlotProps): ReactNode {
  const t = useTranslations("table");
  const { root, change } = useSentence();
  return (
    <ChoiceSlot
      label={name}
      value={negated ? "no" : "yes"}
      choices={[
        { value: "yes", label: t("met") },
        { value: "no", label: t("notMet") },
      ]}
      onChoose={(chosen) => change("", replaceAt(root, at, chosen === "no" ? { not: node } : node))}
    />
  );
}

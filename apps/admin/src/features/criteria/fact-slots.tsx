// The test and the value of a condition about a fact. Only tests of the fact's type are offered, and each value has the
// control of its type.
import {
  literalKind,
  type DraftCondition,
  type Fact,
  type FactOperator,
  type Literal,
  type Path,
} from "@jumelage/engine";
import { operatorIn, textIn } from "@jumelage/engine/words";
import { MultiSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ChoiceSlot } from "../../ui/choice-slot.tsx";
import slot from "../../ui/slot.module.css";
import { setOperator, setValue } from "./edit-leaf.ts";
import { NameNumber } from "./name-number.tsx";
import { NumberValue } from "./number-value.tsx";
import { factOf, operatorsHere, parametersHere } from "./scope.ts";
import { useSentence } from "./sentence-context.ts";
import classes from "./sentence.module.css";
import { ThresholdSlot } from "./threshold-slot.tsx";

export interface LeafProps {
  readonly node: DraftCondition;
  readonly at: Path;
  readonly name: string;
}

/** What a leaf or a gap says so far. */
function said(node: DraftCondition): {
  fact?: string | undefined;
  operator?: FactOperator | undefined;
  value?: Literal | undefined;
  text?: string | undefined;
} {
  return "fact" in node ? node : "hole" in node ? node.hole : {};
}

export function FactSlots({ node, at, name }: LeafProps): ReactNode {
  const t = useTranslations("criteria");
  const { root, scope, lang, change } = useSentence();
  const { fact: id, operator } = said(node);
  const fact = id === undefined ? undefined : factOf(scope, id);
  if (!fact) return null;
  return (
    <>
      <ChoiceSlot
        label={t("slot.operator", { name })}
        value={operator}
        placeholder={t("chooseTest")}
        plain
        choices={operatorsHere(scope, fact).map((o) => ({ value: o, label: operatorIn(o, fact.type, lang) }))}
        onChoose={(o) => change(t("change.operator"), setOperator(root, at, o as FactOperator, scope))}
      />
      {operator === undefined || literalKind(operator) === "none" ? null : (
        <ValueSlot node={node} at={at} name={name} fact={fact} operator={operator} />
      )}
    </>
  );
}

interface ValueProps extends LeafProps {
  readonly fact: Fact;
  readonly operator: FactOperator;
}

function ValueSlot({ node, at, name, fact, operator }: ValueProps): ReactNode {
  const t = useTranslations("criteria");
  const { root, scope, lang, change } = useSentence();
  const { value, text } = said(node);
  const label = t("slot.value", { name });
  const put = (next: Literal | undefined, typed = ""): void =>
    change(t("change.value"), setValue(root, at, { value: next, text: typed }, scope));

  if (typeof value === "object" && "parameter" in value) {
    return <ThresholdSlot parameter={value.parameter} at={at} name={name} fact={fact} operator={operator} />;
  }
  if (fact.type === "boolean") {
    return (
      <ChoiceSlot
        label={label}
        value={typeof value === "boolean" ? String(value) : undefined}
        placeholder={t("chooseValue")}
        choices={[
          { value: "true", label: t("yes") },
          { value: "false", label: t("no") },
        ]}
        onChoose={(chosen) => put(chosen === "true")}
      />
    );
  }
  if (fact.type === "integer" || fact.type === "decimal") {
    const thresholds = parametersHere(scope, fact, operator);
    return (
      <>
        <NumberValue
          fact={fact}
          label={label}
          value={typeof value === "number" ? value : undefined}
          text={text ?? ""}
          onType={put}
        />
        {thresholds.length === 0 ? null : (
          <ChoiceSlot
            label={t("slot.threshold", { name })}
            value="own"
            plain
            choices={[
              { value: "own", label: t("ownValue") },
              ...thresholds.map((p) => ({
                value: p.id,
                label: t("useThreshold", { label: textIn(p.label, lang) || p.id }),
              })),
            ]}
            onChoose={(chosen) => put({ parameter: chosen })}
          />
        )}
        {typeof value === "number" ? <NameNumber at={at} name={name} value={value} /> : null}
      </>
    );
  }
  if (fact.type === "date") {
    return (
      <input
        type="date"
        className={`${slot.slot} ${value === undefined ? slot.gap : ""}`}
        aria-label={label}
        value={typeof value === "string" ? value : ""}
        onChange={(event) => put(event.currentTarget.value || undefined)}
      />
    );
  }
  const members = (fact.values ?? []).filter((v) => v.retired !== true || v.id === value);
  const choices = members.map((v) => ({ value: v.id, label: textIn(v.label, lang) || v.id }));
  if (literalKind(operator) === "single") {
    const chosen = typeof value === "string" ? value : undefined;
    return (
      <ChoiceSlot
        label={label}
        value={chosen}
        placeholder={t("chooseValue")}
        choices={choices}
        onChoose={put}
      />
    );
  }
  const list = Array.isArray(value) ? (value as readonly string[]) : [];
  return (
    <MultiSelect
      className={classes.list}
      aria-label={label}
      placeholder={list.length === 0 ? t("chooseValues") : ""}
      data={choices}
      value={[...list]}
      searchable
      hidePickedOptions={false}
      error={list.length === 0}
      maxDropdownHeight={320}
      nothingFoundMessage={t("nothingFound")}
      onChange={(chosen) => put(chosen)}
    />
  );
}

// The first slot of a condition: what it is about. Typing filters, in either language and without accents.
import type { DraftCondition, Text } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Select, type ComboboxItem, type ComboboxItemGroup, type OptionsFilter } from "@mantine/core";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import slot from "../../ui/slot.module.css";
import type { Subject } from "./edit-leaf.ts";
import { conditionsHere, decisionsHere } from "./scope.ts";
import { useSentence } from "./sentence-context.ts";
import classes from "./sentence.module.css";

/** What a node is about, if that is said. */
export function subjectOf(node: DraftCondition): Subject | undefined {
  if ("fact" in node) return { kind: "fact", id: node.fact };
  if ("condition" in node) return { kind: "condition", id: node.condition };
  if ("decision" in node) return { kind: "decision", id: node.decision };
  if ("always" in node) return { kind: "always" };
  return "hole" in node && node.hole.fact !== undefined ? { kind: "fact", id: node.hole.fact } : undefined;
}

/** Letters without accents or case, as people search. */
export function searchable(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’]/g, "'").toLowerCase();
}

export interface SubjectSlotProps {
  readonly label: string;
  readonly subject: Subject | undefined;
  readonly onChoose: (subject: Subject) => void;
}

interface Offer {
  readonly item: ComboboxItem;
  readonly search: string;
  readonly subject: Subject;
}

export function SubjectSlot({ label, subject, onChoose }: SubjectSlotProps): ReactNode {
  const t = useTranslations("criteria");
  const { scope, lang } = useSentence();
  const { groups, offers } = useMemo(() => {
    const offer = (kind: "fact" | "condition" | "decision", id: string, text: Text): Offer => ({
      item: { value: `${kind}:${id}`, label: textIn(text, lang) || id },
      search: searchable(`${text.fr} ${text.en} ${id}`),
      subject: { kind, id },
    });
    const always: Offer = {
      item: { value: "always", label: t("always") },
      search: searchable(t("always")),
      subject: { kind: "always" },
    };
    const byGroup: readonly (readonly [string, readonly Offer[]])[] = [
      [t("facts"), scope.ruleSet.facts.map((f) => offer("fact", f.id, f.label))],
      [t("sharedConditions"), conditionsHere(scope).map((c) => offer("condition", c.id, c.label))],
      [t("decisions"), decisionsHere(scope).map((d) => offer("decision", d.id, d.title))],
      [t("others"), [always]],
    ];
    return {
      groups: byGroup
        .filter(([, list]) => list.length > 0)
        .map(([group, list]) => ({ group, items: list.map((o) => o.item) })),
      offers: new Map(byGroup.flatMap(([, list]) => list.map((o) => [o.item.value, o] as const))),
    };
  }, [scope, lang, t]);

  const filter: OptionsFilter = ({ options, search }) => {
    const words = searchable(search).split(/\s+/).filter(Boolean);
    const fits = (value: string): boolean =>
      words.every((w) => offers.get(value)?.search.includes(w) ?? false);
    return options.flatMap((option): (ComboboxItem | ComboboxItemGroup<ComboboxItem>)[] => {
      if (!("group" in option)) return fits(option.value) ? [option] : [];
      const items = option.items.filter((item) => typeof item !== "string" && fits(item.value));
      return items.length > 0 ? [{ ...option, items }] : [];
    });
  };
  const value =
    subject === undefined ? null : subject.kind === "always" ? "always" : `${subject.kind}:${subject.id}`;
  return (
    <Select
      className={classes.subject}
      classNames={{ input: `${slot.slot} ${value === null ? slot.gap : ""}` }}
      variant="unstyled"
      aria-label={label}
      placeholder={t("chooseSubject")}
      data={groups}
      value={value}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      withCheckIcon={false}
      rightSection={null}
      maxDropdownHeight={360}
      nothingFoundMessage={t("nothingFound")}
      filter={filter}
      comboboxProps={{ width: "max-content", position: "bottom-start" }}
      onChange={(chosen) => {
        const found = chosen === null ? undefined : offers.get(chosen)?.subject;
        if (found) onChoose(found);
      }}
    />
  );
}

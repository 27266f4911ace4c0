// The first slot of a condition: what it is about. It reads as words of the sentence; opened, typing filters, in either
// language and without accents.
import type { DraftCondition, Text } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Combobox, useCombobox } from "@mantine/core";
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { searchable } from "../../ui/searchable.ts";
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

interface Offer {
  readonly key: string;
  readonly label: string;
  readonly search: string;
  readonly subject: Subject;
}
interface OfferGroup {
  readonly title: string;
  readonly offers: readonly Offer[];
}

/** Everything a condition may be about here, in groups. */
function useOffers(): readonly OfferGroup[] {
  const t = useTranslations("criteria");
  const { scope, lang } = useSentence();
  return useMemo(() => {
    const offer = (kind: "fact" | "condition" | "decision", id: string, text: Text): Offer => ({
      key: `${kind}:${id}`,
      label: textIn(text, lang) || id,
      search: searchable(`${text.fr} ${text.en} ${id}`),
      subject: { kind, id },
    });
    const always: Offer = {
      key: "always",
      label: t("always"),
      search: searchable(t("always")),
      subject: { kind: "always" },
    };
    return [
      { title: t("facts"), offers: scope.ruleSet.facts.map((f) => offer("fact", f.id, f.label)) },
      {
        title: t("sharedConditions"),
        offers: conditionsHere(scope).map((c) => offer("condition", c.id, c.label)),
      },
      { title: t("decisions"), offers: decisionsHere(scope).map((d) => offer("decision", d.id, d.title)) },
      { title: t("others"), offers: [always] },
    ];
  }, [scope, lang, t]);
}

export interface SubjectSlotProps {
  readonly label: string;
  readonly subject: Subject | undefined;
  readonly onChoose: (subject: Subject) => void;
}

export function SubjectSlot({ label, subject, onChoose }: SubjectSlotProps): ReactNode {
  const t = useTranslations("criteria");
  const groups = useOffers();
  const [search, setSearch] = useState("");
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption();
      box.focusTarget();
      setSearch("");
    },
    onDropdownOpen: () => box.focusSearchInput(),
  });
  const searched = box.dropdownOpened ? search : "";
  const { selectFirstOption } = box;
  // Once what fits is shown, so that Enter takes the first of it and not of what was shown before.
  useEffect(() => {
    if (searched !== "") selectFirstOption();
  }, [searched, selectFirstOption]);
  const key =
    subject === undefined
      ? undefined
      : subject.kind === "always"
        ? "always"
        : `${subject.kind}:${subject.id}`;
  const all = groups.flatMap((g) => g.offers);
  const chosen = all.find((o) => o.key === key)?.label;
  const words = searchable(search).split(/\s+/).filter(Boolean);
  const fitting = groups
    .map((g) => ({ ...g, offers: g.offers.filter((o) => words.every((w) => o.search.includes(w))) }))
    .filter((g) => g.offers.length > 0);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === " ") return;
    // A letter opens the list and begins the search; those that come before the list has the caret belong to it too.
    event.preventDefault();
    setSearch((soFar) => (box.dropdownOpened ? soFar : "") + event.key);
    box.openDropdown();
  };
  return (
    <Combobox
      store={box}
      width={420}
      position="bottom-start"
      onOptionSubmit={(value) => {
        const found = all.find((o) => o.key === value);
        if (found) onChoose(found.subject);
        box.closeDropdown();
      }}
    >
      <Combobox.Target targetType="button">
        <button
          type="button"
          className={`${slot.slot} ${classes.subject} ${chosen === undefined ? slot.gap : ""}`}
          aria-label={`${label}, ${chosen ?? t("chooseSubject")}`}
          onClick={() => box.toggleDropdown()}
          onKeyDown={onKeyDown}
        >
          {chosen ?? t("chooseSubject")}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          aria-label={t("searchSubject")}
          placeholder={t("searchSubject")}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Combobox.Options mah={320} className={classes.options} aria-label={label}>
          {fitting.length === 0 ? <Combobox.Empty>{t("nothingFound")}</Combobox.Empty> : null}
          {fitting.map((group) => (
            <Combobox.Group key={group.title} label={group.title}>
              {group.offers.map((o) => (
                <Combobox.Option key={o.key} value={o.key} active={o.key === key}>
                  {o.label}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

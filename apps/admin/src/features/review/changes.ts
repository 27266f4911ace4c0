// What a draft changes in the rule set, entry by entry, as pairs of words before and after. Profiles are not part of it:
// they have their own place in the memo.
import type {
  DraftCriterion,
  DraftNamedCondition,
  DraftRuleSet,
  Fact,
  Lang,
  Outcome,
  Parameter,
  Text,
} from "@jumelage/engine";
import {
  claimSentence,
  conditionSentence,
  criterionSentence,
  numberIn,
  valueIn,
} from "@jumelage/engine/words";
import type { Documents } from "../../draft/document.ts";
import { changedKeys, entriesOf, sameValue, type Collection } from "../../draft/entries.ts";

export interface Part {
  /** What of the entry this is; the screen has the words. */
  readonly field: Field;
  readonly before: string | undefined;
  readonly after: string | undefined;
}
export type Field =
  | "sentence"
  | "value"
  | "rationale"
  | "label"
  | "question"
  | "help"
  | "values"
  | "message"
  | "enabled"
  | "statement"
  | "unknown"
  | "text";

export interface EntryChange {
  readonly key: string;
  readonly collection: Collection;
  readonly id: string;
  readonly title: string;
  readonly kind: "added" | "removed" | "changed";
  readonly parts: readonly Part[];
}

/** Every entry of the rule set that is other than before, in the order of the document. */
export function changesInWords(before: Documents, after: Documents, lang: Lang): readonly EntryChange[] {
  const [old, fresh] = [entriesOf(before), entriesOf(after)];
  return changedKeys(before, after).flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)];
    const entry = is ?? was;
    if (entry === undefined || entry.collection === "profiles") return [];
    const [from, to] = [
      partsOf(was?.value, entry.collection, before.ruleSet, lang),
      partsOf(is?.value, entry.collection, after.ruleSet, lang),
    ];
    const fields = [...new Set([...from.keys(), ...to.keys()])].filter(
      (field) => from.get(field) !== to.get(field),
    );
    return [
      {
        key,
        collection: entry.collection,
        id: entry.id,
        title: titleOf(entry.value, lang) ?? entry.id,
        kind: was === undefined ? "added" : is === undefined ? "removed" : "changed",
        parts: fields.map((field) => ({ field, before: from.get(field), after: to.get(field) })),
      },
    ];
  });
}

type Words = Map<Field, string>;

function partsOf(value: unknown, collection: Collection, ruleSet: DraftRuleSet, lang: Lang): Words {
  const words: Words = new Map();
  if (value === undefined) return words;
  const put = (field: Field, text: Text | undefined): void => {
    if (text && (text.fr !== "" || text.en !== "")) words.set(field, both(text, lang));
  };
  switch (collection) {
    case "criteria": {
      const criterion = value as DraftCriterion;
      words.set("sentence", criterionSentence(criterion, ruleSet, lang));
      put("label", criterion.title);
      put("rationale", criterion.rationale);
      words.set("enabled", String(criterion.enabled));
      return words;
    }
    case "parameters": {
      const parameter = value as Parameter;
      words.set("value", numberIn(parameter.value, lang));
      put("label", parameter.label);
      put("rationale", parameter.rationale);
      return words;
    }
    case "facts": {
      const fact = value as Fact;
      put("label", fact.label);
      put("question", fact.question);
      put("help", fact.help);
      if (fact.values) words.set("values", fact.values.map((v) => both(v.label, lang)).join("; "));
      if (typeof fact.whenUnknown === "object")
        words.set("unknown", valueIn(fact, fact.whenUnknown.assume, lang));
      return words;
    }
    case "conditions": {
      const condition = value as DraftNamedCondition;
      words.set("sentence", conditionSentence(condition.when, ruleSet, lang));
      put("label", condition.label);
      return words;
    }
    case "decisions": {
      const { title, outcomes } = value as { readonly title: Text; readonly outcomes: readonly Outcome[] };
      put("label", title);
      words.set(
        "values",
        outcomes
          .map((o) => [o.label, ...(o.short ? [o.short] : [])].map((x) => both(x, lang)).join(", "))
          .join("; "),
      );
      words.set("message", outcomes.map((o) => both(o.message, lang)).join(" · "));
      return words;
    }
    case "properties": {
      const property = value as DraftRuleSet["properties"][number];
      put("statement", property.statement);
      words.set("sentence", claimSentence(property.claim, ruleSet, lang));
      return words;
    }
    default:
      words.set("text", typeof value === "string" ? value : leavesOf(value, lang).join(" · "));
      return words;
  }
}

/** A text in the reader's language, followed by the other one: a change of either is a change. */
function both(text: Text, lang: Lang): string {
  const [own, other] = lang === "fr" ? [text.fr, text.en] : [text.en, text.fr];
  return other === "" ? own : `${own} / ${other}`;
}

/** The texts of an entry that has no sentence of its own (a source document). */
function leavesOf(value: unknown, lang: Lang): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  if ("fr" in value && "en" in value) return [both(value as Text, lang)];
  return Object.values(value).flatMap((v) => leavesOf(v, lang));
}

function titleOf(value: unknown, lang: Lang): string | undefined {
  const named = value as { readonly label?: Text; readonly title?: Text; readonly statement?: Text };
  const text = named.label ?? named.title ?? named.statement;
  return typeof text === "object" ? text[lang] || text.fr : undefined;
}

/**
 * Named conditions and criteria that were not edited but read otherwise, because a threshold or a name they use changed.
 * A criterion that uses such a named condition is not listed again: the condition is.
 */
export function reworded(before: Documents, after: Documents, lang: Lang): readonly EntryChange[] {
  return [
    ...rewordedIn(before, after, {
      collection: "conditions",
      items: (documents) => documents.ruleSet.conditions,
      words: (c, ruleSet) => conditionSentence(c.when, ruleSet, lang),
      title: (c) => c.label[lang],
    }),
    ...rewordedIn(before, after, {
      collection: "criteria",
      items: (documents) => documents.ruleSet.criteria,
      words: (c, ruleSet) => criterionSentence(c, ruleSet, lang),
      title: (c) => c.title[lang],
    }),
  ];
}

interface Kind<T> {
  readonly collection: Collection;
  readonly items: (documents: Documents) => readonly T[];
  readonly words: (item: T, ruleSet: DraftRuleSet) => string;
  readonly title: (item: T) => string;
}

function rewordedIn<T extends { readonly id: string }>(
  before: Documents,
  after: Documents,
  kind: Kind<T>,
): readonly EntryChange[] {
  const old = new Map(kind.items(before).map((item) => [item.id, item]));
  return kind.items(after).flatMap((item) => {
    const was = old.get(item.id);
    if (was === undefined || !sameValue(was, item)) return [];
    const parts = [
      {
        field: "sentence" as const,
        before: kind.words(was, before.ruleSet),
        after: kind.words(item, after.ruleSet),
      },
    ].filter((part) => part.before !== part.after);
    const { id } = item;
    const { collection } = kind;
    return parts.length === 0
      ? []
      : [
          {
            key: `reworded/${collection}/${id}`,
            collection,
            id,
            title: kind.title(item),
            kind: "changed" as const,
            parts,
          },
        ];
  });
}

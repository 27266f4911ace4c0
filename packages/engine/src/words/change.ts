// Changes between two rule sets in words: what changed, how it read before and how it reads now, and which criteria
// read otherwise because of it.
import type { Change, Thing } from "../diff/index.ts";
import type { DraftRuleSet } from "../model/rule-set.ts";
import type { Lang, Text } from "../model/text.ts";
import { criterionSentence } from "./criterion.ts";
import { capitalised, listOf, say, typeset } from "./language.ts";
import { lexiconOf, type Lexicon, type Wordable } from "./lexicon.ts";
import { partName, partSentence, type PartContext } from "./parts.ts";

export interface ChangeWords {
  /** « Changement : critère A-D4 (condition). » */
  readonly title: string;
  readonly before?: string;
  readonly after?: string;
  /** Criteria that did not change themselves but rest on what did, as they read in each document. */
  readonly affected: readonly {
    readonly criterion: string;
    readonly before?: string;
    readonly after?: string;
  }[];
}

/** A change from `base` to `head`, in words. */
export function changeSentence(change: Change, base: Wordable, head: Wordable, lang: Lang): ChangeWords {
  const before = sideOf(change, base, lang);
  const after = sideOf(change, head, lang);
  const doc = change.kind === "removed" ? before : after;
  const sentence = (side: Side, other: Side): string | undefined => {
    if (side.item === undefined) return undefined;
    const parts = change.kind === "changed" ? change.parts : presentation(change.what, side.item);
    return describe({ ...side, item: side.item, other: other.item }, parts);
  };
  const [was, is] = [sentence(before, after), sentence(after, before)];
  return {
    title: titleOf(change, doc),
    ...(change.kind === "added" || was === undefined ? {} : { before: was }),
    ...(change.kind === "removed" || is === undefined ? {} : { after: is }),
    affected: change.affects.map((criterion) => {
      const [old, now] = [criterionIn(base, criterion, lang), criterionIn(head, criterion, lang)];
      return {
        criterion,
        ...(old === undefined ? {} : { before: old }),
        ...(now === undefined ? {} : { after: now }),
      };
    }),
  };
}

type Side = Omit<PartContext, "item" | "what"> & {
  readonly what: Thing;
  readonly item: PartContext["item"] | undefined;
};

function sideOf(change: Change, ruleSet: Wordable, lang: Lang): Side {
  const lexicon = lexiconOf(ruleSet, { lang, definitions: true });
  return { lexicon, ruleSet, what: change.what, item: find(ruleSet, change) as Side["item"] };
}

function find(doc: DraftRuleSet, { what, id, of }: Change): unknown {
  const within = <T extends { readonly id: string }>(
    list: readonly T[] | undefined,
    wanted = id,
  ): T | undefined => list?.find((item) => item.id === wanted);
  switch (what) {
    case "rule-set":
      return doc;
    case "source":
      return within(doc.sources);
    case "statement":
      return within(within(doc.sources, of)?.statements);
    case "parameter":
      return within(doc.parameters);
    case "fact":
      return within(doc.facts);
    case "value":
      return within(within(doc.facts, of)?.values);
    case "condition":
      return within(doc.conditions);
    case "decision":
      return within(doc.decisions);
    case "outcome":
      return within(within(doc.decisions, of)?.outcomes);
    case "criterion":
      return within(doc.criteria);
    case "property":
      return within(doc.properties);
    default:
      return what satisfies never;
  }
}

const nouns: Readonly<Record<Thing, readonly [fr: string, en: string]>> = {
  "rule-set": ["jeu de critères", "rule set"],
  source: ["source", "source"],
  statement: ["énoncé", "statement"],
  parameter: ["seuil", "threshold"],
  fact: ["renseignement", "fact"],
  value: ["réponse possible", "possible answer"],
  condition: ["condition", "condition"],
  decision: ["décision", "decision"],
  outcome: ["orientation", "outcome"],
  criterion: ["critère", "criterion"],
  property: ["garantie", "guarantee"],
};

function titleOf(change: Change, side: Side): string {
  const { lang } = side.lexicon;
  const verb = {
    added: say(lang, "Ajout", "Added"),
    removed: say(lang, "Retrait", "Removed"),
    changed: say(lang, "Changement", "Changed"),
  }[change.kind];
  return typeset(`${verb}${say(lang, " :", ":")} ${subjectOf(change, side)}.`, lang);
}

/** What a change is about, without what became of it: « Critère A-D4 (condition) ». */
export function placeWords(change: Change, ruleSet: Wordable, lang: Lang): string {
  return typeset(capitalised(subjectOf(change, sideOf(change, ruleSet, lang))), lang);
}

function subjectOf(change: Change, { lexicon, item }: Side): string {
  const { lang } = lexicon;
  const noun = say(lang, ...nouns[change.what]);
  const name = nameOf(change, lexicon, item);
  const parts = change.parts.map((part) => partName(part, lang));
  const list = parts.length === 0 ? "" : ` (${listOf(parts, lang, "and")})`;
  return `${[noun, name].filter((w) => w !== "").join(" ")}${list}`;
}

function nameOf(change: Change, lexicon: Lexicon, item: Side["item"]): string {
  const owner = change.of ?? "";
  const label = lexicon.text((item?.["label"] ?? item?.["title"]) as Text | undefined);
  switch (change.what) {
    case "rule-set":
      return "";
    case "criterion":
    case "property":
    case "statement":
      return change.id;
    case "value":
      return say(lexicon.lang, `${label} de ${lexicon.fact(owner)}`, `${label} of ${lexicon.fact(owner)}`);
    case "outcome":
      return say(
        lexicon.lang,
        `${label} de ${lexicon.decision(owner)}`,
        `${label} of ${lexicon.decision(owner)}`,
      );
    case "source":
    case "parameter":
    case "fact":
    case "condition":
    case "decision":
      return label;
    default:
      return change.what satisfies never;
  }
}

/** What to say of a thing that came or went: what it is, not every one of its parts. */
function presentation(what: Thing, item: PartContext["item"]): readonly string[] {
  const wanted: Readonly<Record<Thing, readonly string[]>> = {
    "rule-set": ["title"],
    source: ["title", "edition", "date", "url"],
    statement: ["text", "locator"],
    parameter: ["value", "rationale"],
    fact: ["question", "type", "range", "unit", "whenUnknown", "safety", "validFor", "derive"],
    value: ["label"],
    condition: ["when"],
    decision: ["kind", "otherwise"],
    outcome: ["message", "tone", "override"],
    criterion: ["when", "rationale", "origin", "sources"],
    property: ["statement", "claim"],
  };
  return wanted[what].filter((part) => item[part] !== undefined || part === "when");
}

function describe(context: PartContext & { readonly what: Thing }, parts: readonly string[]): string {
  const { what, ruleSet, item, lexicon } = context;
  const whole = what === "criterion" && (parts.includes("when") || parts.includes("then"));
  const sentences = [
    ...(whole ? [criterionIn(ruleSet, String(item["id"]), lexicon.lang) ?? ""] : []),
    ...parts
      .filter((part) => !(whole && (part === "when" || part === "then")))
      .map((part) => partSentence(context, part)),
  ];
  return sentences.filter((s) => s !== "").join(" ");
}

function criterionIn(ruleSet: Wordable, id: string, lang: Lang): string | undefined {
  const doc: DraftRuleSet = ruleSet;
  const criterion = doc.criteria.find((c) => c.id === id);
  return criterion && criterionSentence(criterion, ruleSet, { lang, definitions: true });
}

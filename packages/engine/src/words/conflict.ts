// A conflict of two sides in words: what both changed, how it was, and how each side has it now.
import type { Change, Thing } from "../diff/index.ts";
import type { Conflict, Documents, Sides } from "../merge/index.ts";
import type { Hazard } from "../model/lab.ts";
import type { Profile } from "../model/profile.ts";
import type { Lang, Text } from "../model/text.ts";
import { changeSentence, placeWords } from "./change.ts";
import { listOf, quote, say, textIn, typeset } from "./language.ts";
import { lexiconOf } from "./lexicon.ts";
import { partName } from "./parts.ts";
import { profileChangeSentence } from "./profile-change.ts";

export interface ConflictWords {
  /** « Critère A-D4 (condition) » */
  readonly title: string;
  /** Absent where the thing is not on that side. */
  readonly base?: string;
  readonly mine?: string;
  readonly theirs?: string;
}

type Side = keyof Sides;
const sideNames: readonly Side[] = ["base", "mine", "theirs"];
type Item = Readonly<Record<string, unknown>> & { readonly id: string };

/** A conflict of a merge of these documents, in words. */
export function conflictWords(conflict: Conflict, sides: Sides<Documents>, lang: Lang): ConflictWords {
  const [document, ...at] = conflict.at;
  const words =
    conflict.kind === "order"
      ? orderWords(conflict, sides, lang)
      : document === "profiles"
        ? profileWords(conflict, sides, lang)
        : document === "hazards"
          ? hazardWords(conflict, sides, lang)
          : ruleSetWords(at, sides, lang);
  const shown = sideNames.flatMap((side) => {
    const said = conflict[side] === undefined ? undefined : words.of(side);
    return said === undefined || said === "" ? [] : [[side, typeset(said, lang)] as const];
  });
  return { title: typeset(words.title, lang), ...Object.fromEntries(shown) };
}

interface Words {
  readonly title: string;
  readonly of: (side: Side) => string | undefined;
}

const kinds: Readonly<Record<string, Thing>> = {
  sources: "source",
  statements: "statement",
  parameters: "parameter",
  facts: "fact",
  values: "value",
  conditions: "condition",
  decisions: "decision",
  outcomes: "outcome",
  criteria: "criterion",
  properties: "property",
};

/** What a path within the rule set is about: a list, an id, perhaps a list and an id within, and the part that differs. */
function placeIn(at: readonly string[]): Pick<Change, "what" | "id" | "of" | "parts"> {
  const [list = "", id = "", inner = "", innerId = "", ...rest] = at;
  const [what, within] = [kinds[list], kinds[inner]];
  if (what === undefined) return { what: "rule-set", id: "", parts: [list] };
  if (within !== undefined && innerId !== "")
    return { what: within, id: innerId, of: id, parts: rest.slice(0, 1) };
  return { what, id, parts: inner === "" ? [] : [inner] };
}

function ruleSetWords(at: readonly string[], sides: Sides<Documents>, lang: Lang): Words {
  const place = placeIn(at);
  const whole = place.parts.length === 0;
  const change: Change = { ...place, kind: whole ? "added" : "changed", affects: [] };
  const named = sideNames.toReversed().find((side) => has(sides[side], at)) ?? "mine";
  return {
    title: placeWords(change, sides[named].ruleSet, lang),
    of: (side) => {
      // A text is shown in the language in which the two sides differ.
      const other = side === "theirs" ? "mine" : "theirs";
      return changeSentence(change, sides[other].ruleSet, sides[side].ruleSet, lang).after;
    },
  };
}

/** Whether the thing of a path is there. */
function has({ ruleSet }: Documents, at: readonly string[]): boolean {
  const [list = "", id, inner = "", innerId] = at;
  const found = itemsIn(ruleSet, list).find((item) => item.id === id);
  if (found === undefined) return false;
  return kinds[inner] === undefined || innerId === undefined
    ? true
    : itemsIn(found, inner).some((item) => item.id === innerId);
}

function itemsIn(of: object, list: string): readonly Item[] {
  const items = (of as Readonly<Record<string, unknown>>)[list];
  return Array.isArray(items) ? (items as readonly Item[]) : [];
}

function profileWords({ at, ...conflict }: Conflict, sides: Sides<Documents>, lang: Lang): Words {
  const [, id = "", part] = at;
  const of = (side: Side): Profile | undefined => sides[side].profiles.find((p) => p.id === id);
  const shown = of("mine") ?? of("theirs");
  const name = lexiconOf(sides.mine.ruleSet, lang).text(shown?.title);
  const noun = say(lang, "Profil", "Profile");
  return {
    title: `${noun} ${name}${part === undefined ? "" : ` (${profilePart(part, lang)})`}`,
    of: (side) => {
      const profile = of(side);
      if (profile === undefined) return undefined;
      const other = of(side === "theirs" ? "mine" : "theirs") ?? profile;
      const facts = [conflict.base, conflict.mine, conflict.theirs].flatMap((f) => Object.keys(f ?? {}));
      const change = {
        kind: part === undefined ? ("added" as const) : ("changed" as const),
        profile: id,
        facts: part === "facts" ? [...new Set(facts)].map((fact) => ({ fact })) : [],
        ...(part === "expected" ? { expected: { before: other.expected, after: profile.expected } } : {}),
        parts: part === undefined || part === "facts" || part === "expected" ? [] : [part],
      };
      const situation = { ruleSet: sides[side].ruleSet, profiles: [profile] };
      return profileChangeSentence(change, { ...situation, profiles: [other] }, situation, lang).after;
    },
  };
}

function profilePart(part: string, lang: Lang): string {
  if (part === "facts") return say(lang, "renseignements", "facts");
  return part === "expected" ? say(lang, "réponses attendues", "expected answers") : partName(part, lang);
}

function hazardWords({ at }: Conflict, sides: Sides<Documents>, lang: Lang): Words {
  const [, id = "", part] = at;
  const of = (side: Side): Hazard | undefined => sides[side].hazards.find((h) => h.id === id);
  const shown = of("mine") ?? of("theirs");
  const parts: Readonly<Record<string, string>> = {
    title: partName("title", lang),
    controls: say(lang, "ce qui le maîtrise", "what controls it"),
    profiles: say(lang, "profils qui le mettent à l’épreuve", "profiles that test it"),
  };
  return {
    title: `${say(lang, "Danger", "Hazard")} ${titleOf(shown?.title, id, lang)}${part === undefined ? "" : ` (${parts[part] ?? part})`}`,
    of: (side) => {
      const hazard = of(side);
      if (hazard === undefined) return undefined;
      const { ruleSet, profiles } = sides[side];
      const named = (items: readonly { readonly id: string; readonly title?: Text }[], of: string): string =>
        titleOf(items.find((item) => item.id === of)?.title, of, lang);
      const list = (head: string, items: readonly string[]): string =>
        `${head}${say(lang, " :", ":")} ${listOf(items, lang, "and") || say(lang, "rien", "nothing")}.`;
      const said: Readonly<Record<string, string>> = {
        title: `${titleOf(hazard.title, id, lang)}.`,
        controls: list(
          say(lang, "Maîtrisé par", "Controlled by"),
          hazard.controls.map((c) =>
            "criterion" in c ? named(ruleSet.criteria, c.criterion) : quote(c.property, lang),
          ),
        ),
        profiles: list(
          say(lang, "Mis à l’épreuve par", "Tested by"),
          hazard.profiles.map((p) => named(profiles, p)),
        ),
      };
      return part === undefined ? Object.values(said).join(" ") : said[part];
    },
  };
}

function orderWords(conflict: Conflict, sides: Sides<Documents>, lang: Lang): Words {
  const { at } = conflict;
  const [document, list = document ?? "", id, inner] = at;
  const order = say(lang, "ordre", "order");
  const itemsOf = (side: Side): readonly Item[] => {
    const { ruleSet } = sides[side];
    if (document === "profiles") return sides[side].profiles;
    if (document === "hazards") return sides[side].hazards;
    const items = itemsIn(ruleSet, list);
    const found = items.find((item) => item.id === id);
    return inner === undefined ? items : found ? itemsIn(found, inner) : [];
  };
  const names: Readonly<Record<string, string>> = {
    profiles: say(lang, "Profils", "Profiles"),
    hazards: say(lang, "Dangers", "Hazards"),
    criteria: say(lang, "Critères", "Criteria"),
    decisions: say(lang, "Décisions", "Decisions"),
    facts: say(lang, "Renseignements", "Facts"),
    parameters: say(lang, "Seuils", "Thresholds"),
    conditions: say(lang, "Conditions", "Conditions"),
    properties: say(lang, "Garanties", "Guarantees"),
    sources: say(lang, "Sources", "Sources"),
  };
  const title =
    inner === undefined
      ? `${names[list] ?? list} (${order})`
      : placeWords(
          { ...placeIn(at.slice(1, 3)), kind: "changed", parts: ["order"], affects: [] },
          sides.mine.ruleSet,
          lang,
        );
  return {
    title,
    of: (side) => {
      const items = itemsOf(side);
      const ids = conflict[side] as readonly string[];
      if (ids.length === 0) return undefined;
      const labels = ids.map((of) => {
        const item = items.find((i) => i.id === of);
        return titleOf((item?.["label"] ?? item?.["title"]) as Text | undefined, of, lang);
      });
      return `${labels.join("; ")}.`;
    },
  };
}

/** A title without the stop it may end with, quoted; the id where there is none. */
function titleOf(title: Text | undefined, id: string, lang: Lang): string {
  const text = title === undefined ? "" : textIn(title, lang).replace(/\.$/u, "");
  return quote(text === "" ? id : text, lang);
}

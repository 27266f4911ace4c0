// Rows of a spreadsheet as profiles, each with what of it cannot be read. A row with anything to settle is not taken in:
// half a person would be another person.
import type { Decision, DraftRuleSet, Expected, Profile } from "@jumelage/engine";
import { searchable } from "../../../ui/searchable.ts";
import { freshProfileIds } from "../edit-profiles.ts";
import type { Unreadable } from "../facts-form.ts";
import { personalDataIn, type PersonalData } from "../personal-data.ts";
import { cellValue } from "./cell-value.ts";
import { decisionsOf, factsOf, type ColumnUse } from "./columns.ts";

export interface CellProblem {
  /** Of the table as it was pasted: the first row below the names is 2. */
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly what:
    | { readonly kind: "unreadable"; readonly why: Unreadable }
    | { readonly kind: "no-such-answer" }
    /** A row with more or fewer cells than there are names: a value may stand under another name. */
    | { readonly kind: "other-width" }
    | { readonly kind: "personal"; readonly found: PersonalData };
}

export interface ReadRows {
  readonly profiles: readonly Profile[];
  readonly problems: readonly CellProblem[];
  /** Rows that are not taken in. */
  readonly refused: number;
}

export interface Table {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What profiles without a title of their own are called. */
export type TitleOf = (n: number) => Profile["title"];

/** @param after The profiles there are; the new ones get ids in their manner. */
export function readRows(
  { names, rows }: Table,
  uses: readonly ColumnUse[],
  context: { readonly ruleSet: DraftRuleSet; readonly after: readonly Profile[]; readonly titleOf: TitleOf },
): ReadRows {
  const profiles: Profile[] = [];
  const problems: CellProblem[] = [];
  const nextId = freshProfileIds(context.after);
  let refused = 0;
  for (const [index, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const number = index + 2;
    if (cells.length !== names.length) {
      // Which cell is whose is not known: nothing is said of them one by one.
      problems.push({ row: number, column: "", text: cells.join(" · "), what: { kind: "other-width" } });
      refused += 1;
      continue;
    }
    const texts = new Map<ColumnUse, string>();
    const found: CellProblem[] = [];
    for (const [i, use] of uses.entries()) {
      const text = cells[i] ?? "";
      if (use === "left" || text.trim() === "") continue;
      texts.set(use, text.trim());
      const tell = (what: CellProblem["what"]): void =>
        void found.push({ row: number, column: names[i] ?? "", text, what });
      const why = unreadable(use, text, context.ruleSet);
      if (why) tell(why);
      if (isText(use)) for (const data of personalDataIn(text)) tell({ kind: "personal", found: data });
    }
    problems.push(...found);
    if (found.length > 0) refused += 1;
    else profiles.push(profileOf(texts, context, { id: nextId(), number: index + 1 }));
  }
  return { profiles, problems, refused };
}

/** Written in words of one's own; whatever else is read is one of the vocabulary's answers, or a problem. */
function isText(use: ColumnUse): boolean {
  return use === "story" || use === "tags" || use.startsWith("title");
}

function unreadable(use: ColumnUse, text: string, ruleSet: DraftRuleSet): CellProblem["what"] | undefined {
  const [kind, id] = use.split(":");
  if (kind === "fact") {
    const fact = factsOf(ruleSet).find((f) => f.id === id);
    const cell = fact && cellValue(fact, text);
    if (cell?.kind === "unreadable") return { kind: "unreadable", why: cell.why };
  }
  if (kind === "expected") {
    const decision = decisionsOf(ruleSet).find((d) => d.id === id);
    if (decision && answerOf(decision, text) === undefined) return { kind: "no-such-answer" };
  }
  if (use === "day" && !/^\d{4}-\d{2}-\d{2}$/.test(text.trim()))
    return { kind: "unreadable", why: "not-a-date" };
  return undefined;
}

/** The answer that a name means: an outcome by its id or label, a computed one by its label. */
function answerOf(decision: Decision, text: string): string | undefined {
  const name = searchable(text).trim();
  const isNamed = (texts: readonly (string | undefined)[]): boolean =>
    texts.some((candidate) => candidate !== undefined && searchable(candidate).trim() === name);
  const outcome = decision.outcomes.find(({ id, label, short }) =>
    isNamed([id, label.fr, label.en, short?.fr, short?.en]),
  );
  if (outcome) return outcome.id;
  const states = Object.entries(decision.states ?? {});
  return states.find(([id, state]) => isNamed([id, state?.label.fr, state?.label.en]))?.[0];
}

function profileOf(
  texts: ReadonlyMap<ColumnUse, string>,
  { ruleSet, titleOf }: Parameters<typeof readRows>[2],
  { id, number }: { readonly id: string; readonly number: number },
): Profile {
  const facts: Record<string, unknown> = {};
  for (const fact of factsOf(ruleSet)) {
    const cell = cellValue(fact, texts.get(`fact:${fact.id}`) ?? "");
    if (cell.kind === "value") facts[fact.id] = cell.value;
  }
  const decisions: Expected["decisions"] = {};
  for (const decision of decisionsOf(ruleSet)) {
    const text = texts.get(`expected:${decision.id}`);
    const answer = text === undefined ? undefined : answerOf(decision, text);
    if (answer !== undefined) decisions[decision.id] = answer;
  }
  const both = texts.get("title");
  const [fr, en] = [texts.get("title:fr") ?? both, texts.get("title:en") ?? both];
  const own = titleOf(number);
  const [story, day, tags] = [texts.get("story"), texts.get("day"), texts.get("tags")];
  return {
    id,
    title: { fr: fr ?? en ?? own.fr, en: en ?? fr ?? own.en },
    ...(story === undefined ? {} : { story: { fr: story, en: story } }),
    tags:
      tags === undefined
        ? []
        : [...new Set(tags.split(/[,;|]/).map((tag) => tag.trim()))].filter((tag) => tag !== ""),
    facts,
    ...(day === undefined ? {} : { evaluatedOn: day }),
    provenance: "accepted-output",
    expected: { decisions },
  };
}

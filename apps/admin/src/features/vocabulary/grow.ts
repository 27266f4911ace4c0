// A vocabulary that grows: new facts, answers, thresholds, named conditions, documents and statements, each with an id of
// its own; and what nothing names yet is taken away again. Decisions and their outcomes are `grow-decisions.ts`'s. Pure: what is added keeps the draft readable.
import type {
  DraftNamedCondition,
  DraftRuleSet,
  Fact,
  Parameter,
  Source,
  Statement,
  Text,
} from "@jumelage/engine";
import type { Documents } from "../../draft/document.ts";
import { idFrom } from "../../ui/id-from.ts";

const longest = 64;

/**
 * An id made of a name, in camel case, that none of `taken` is: `Insomnia severity` gives `insomniaSeverity`. `stem` stands
 * before a name that begins with no letter.
 */
export function camelIdOf(name: string, taken: readonly string[], stem = "fact"): string {
  const [first = "", ...rest] = idFrom(name).split("-");
  const camel = first + rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  return free(/^[a-z]/.test(camel) ? camel : `${stem}${camel}`, taken, "");
}

/**
 * An id made of a name that none of `taken` is; its words are joined by hyphens, those of an answer by low lines, as in the
 * columns of an extract.
 */
export function idOf(name: string, taken: readonly string[], joint: "-" | "_" = "-"): string {
  const id = idFrom(name).replaceAll("-", joint);
  return free(/^[a-z]/.test(id) ? id : `n${id === "" ? "" : `${joint}${id}`}`, taken, joint);
}

function free(stem: string, taken: readonly string[], joint: string): string {
  for (let n = 1; ; n += 1) {
    const end = n === 1 ? "" : `${joint}${n}`;
    const id = `${stem.slice(0, longest - end.length)}${end}`;
    if (!taken.includes(id)) return id;
  }
}

/** The ids that a new fact or threshold may not have: those of the draft, and those that a published version has. */
export function takenIds(draft: DraftRuleSet, published: DraftRuleSet | undefined): readonly string[] {
  return [draft, published]
    .flatMap((doc) => (doc ? [...doc.facts, ...doc.parameters] : []))
    .map((entry) => entry.id);
}

export function addFact(ruleSet: DraftRuleSet, fact: Fact): DraftRuleSet {
  return { ...ruleSet, facts: [...ruleSet.facts, fact] };
}

export function addParameter(ruleSet: DraftRuleSet, parameter: Parameter): DraftRuleSet {
  return { ...ruleSet, parameters: [...ruleSet.parameters, parameter] };
}

/** The rule set with a named condition, and the id it got: of its English name, and none that a version has. */
export function addCondition(
  ruleSet: DraftRuleSet,
  { label, when }: Omit<DraftNamedCondition, "id">,
  published: DraftRuleSet | undefined,
): { readonly ruleSet: DraftRuleSet; readonly id: string } {
  const taken = [...ruleSet.conditions, ...(published?.conditions ?? [])].map((c) => c.id);
  const id = idOf(label.en, taken);
  return { id, ruleSet: { ...ruleSet, conditions: [...ruleSet.conditions, { id, label, when }] } };
}

/** One more answer of a fact with choices. */
export function addValue(ruleSet: DraftRuleSet, fact: string, label: Text): DraftRuleSet {
  return withFact(ruleSet, fact, (f) => {
    const values = f.values ?? [];
    const id = idOf(
      label.en,
      values.map((v) => v.id),
      "_",
    );
    return { ...f, values: [...values, { id, label }] };
  });
}

/** An answer that is no longer proposed, and is understood where it stands; or proposed again. */
export function setRetired(
  ruleSet: DraftRuleSet,
  fact: string,
  value: string,
  retired: boolean,
): DraftRuleSet {
  return withFact(ruleSet, fact, (f) => ({
    ...f,
    values: (f.values ?? []).map((v) => {
      if (v.id !== value) return v;
      const { retired: _was, ...rest } = v;
      return retired ? { ...rest, retired } : rest;
    }),
  }));
}

function withFact(ruleSet: DraftRuleSet, id: string, change: (fact: Fact) => Fact): DraftRuleSet {
  return { ...ruleSet, facts: ruleSet.facts.map((f) => (f.id === id ? change(f) : f)) };
}

export function addSource(ruleSet: DraftRuleSet, source: Source): DraftRuleSet {
  return { ...ruleSet, sources: [...ruleSet.sources, source] };
}

/** The next number of a statement: they are counted through all documents, `S1`, `S2`… */
export function nextStatement(ruleSet: DraftRuleSet): string {
  const numbers = ruleSet.sources.flatMap((s) =>
    s.statements.map((one) => Number(/^S(\d+)/.exec(one.id)?.[1] ?? 0)),
  );
  return `S${Math.max(0, ...numbers) + 1}`;
}

export function addStatement(ruleSet: DraftRuleSet, source: string, statement: Statement): DraftRuleSet {
  return {
    ...ruleSet,
    sources: ruleSet.sources.map((s) =>
      s.id === source ? { ...s, statements: [...s.statements, statement] } : s,
    ),
  };
}

/** The rule set without a fact. */
export function removeFact(ruleSet: DraftRuleSet, id: string): DraftRuleSet {
  return { ...ruleSet, facts: ruleSet.facts.filter((f) => f.id !== id) };
}

/** The rule set without a threshold. */
export function removeParameter(ruleSet: DraftRuleSet, id: string): DraftRuleSet {
  return { ...ruleSet, parameters: ruleSet.parameters.filter((p) => p.id !== id) };
}

/** The rule set without a named condition. */
export function removeCondition(ruleSet: DraftRuleSet, id: string): DraftRuleSet {
  return { ...ruleSet, conditions: ruleSet.conditions.filter((c) => c.id !== id) };
}

/** Whether anything but the fact itself names it: then it stays. */
export function isFactNamed({ ruleSet, profiles }: Documents, id: string): boolean {
  return names([removeFact(ruleSet, id), profiles], id);
}

/** Whether any sentence reads the threshold: then it stays. */
export function isParameterNamed({ conditions, criteria, properties }: DraftRuleSet, id: string): boolean {
  return reads([conditions, criteria, properties], "parameter", id);
}

/** Whether any sentence but its own reads the named condition: then it stays. */
export function isConditionNamed(ruleSet: DraftRuleSet, id: string): boolean {
  const { conditions, criteria, properties } = removeCondition(ruleSet, id);
  return reads([conditions, criteria, properties], "condition", id);
}

/** Whether a string or a key anywhere in a document is this id. */
export function names(json: unknown, id: string): boolean {
  if (typeof json === "string") return json === id;
  if (Array.isArray(json)) return json.some((item) => names(item, id));
  if (typeof json !== "object" || json === null) return false;
  return Object.entries(json).some(([key, value]) => key === id || names(value, id));
}

/** Whether a condition anywhere in a document reads the entry of this kind. */
function reads(json: unknown, kind: "parameter" | "condition", id: string): boolean {
  if (typeof json !== "object" || json === null) return false;
  return Object.entries(json).some(
    ([key, value]) => (key === kind && value === id) || reads(value, kind, id),
  );
}

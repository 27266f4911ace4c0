// Changes to the vocabulary, as functions from documents to documents. They touch one entry and share the rest.
import type { Decision, Fact, Outcome, Parameter, Statement, Text } from "@jumelage/engine";
import type { Change, Documents } from "../../draft/document.ts";

function inRuleSet(documents: Documents, part: Partial<Documents["ruleSet"]>): Documents {
  return { ...documents, ruleSet: { ...documents.ruleSet, ...part } };
}

function replaced<T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
  change: (item: T) => T,
): T[] {
  return items.map((item) => (item.id === id ? change(item) : item));
}

export function setParameter(id: string, part: Partial<Parameter>): Change {
  return (documents) =>
    inRuleSet(documents, {
      parameters: replaced(documents.ruleSet.parameters, id, (p) => ({ ...p, ...part })),
    });
}

/** The words of a fact, and what it cites; a help emptied in both languages is left out. */
export function setFact(id: string, part: Partial<Fact>): Change {
  return (documents) =>
    inRuleSet(documents, {
      facts: replaced(documents.ruleSet.facts, id, (f) => {
        const next = { ...f, ...part };
        if (next.help === undefined || !isEmpty(next.help)) return next;
        const { help: _emptied, ...rest } = next;
        return rest;
      }),
    });
}

const isEmpty = (text: Text): boolean => text.fr === "" && text.en === "";

/** The label of one value of a fact. */
export function setValueLabel(fact: string, value: string, label: Text): Change {
  return (documents) =>
    inRuleSet(documents, {
      facts: replaced(documents.ruleSet.facts, fact, (f) => ({
        ...f,
        ...(f.values ? { values: replaced(f.values, value, (v) => ({ ...v, label })) } : {}),
      })),
    });
}

export function setConditionLabel(id: string, label: Text): Change {
  return (documents) =>
    inRuleSet(documents, {
      conditions: replaced(documents.ruleSet.conditions, id, (c) => ({ ...c, label })),
    });
}

/** The words of a decision: its title, and what it says while something is not known yet. */
export function setDecision(id: string, part: Partial<Pick<Decision, "title" | "states">>): Change {
  return (documents) =>
    inRuleSet(documents, {
      decisions: replaced(documents.ruleSet.decisions, id, (d) => ({ ...d, ...part })),
    });
}

/** The words of an outcome; a short word emptied in both languages is left out. */
export function setOutcome(decision: string, id: string, part: Partial<Outcome>): Change {
  return (documents) =>
    inRuleSet(documents, {
      decisions: replaced(documents.ruleSet.decisions, decision, (d) => ({
        ...d,
        outcomes: replaced(d.outcomes, id, (o) => {
          const { short, ...rest } = { ...o, ...part };
          return short === undefined || isEmpty(short) ? rest : { ...rest, short };
        }),
      })),
    });
}

/** The words of a statement, and whether criteria carry it. */
export function setStatement(id: string, part: Partial<Statement>): Change {
  return (documents) =>
    inRuleSet(documents, {
      sources: documents.ruleSet.sources.map((source) =>
        source.statements.some((one) => one.id === id)
          ? { ...source, statements: replaced(source.statements, id, (one) => ({ ...one, ...part })) }
          : source,
      ),
    });
}

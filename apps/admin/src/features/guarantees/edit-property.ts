// Changes to a property: the numbers its claim spells out and the author's sentence. A claim is never built from nothing
// here; what it claims otherwise stays as it is.
import type { Claim, FactOperator, Text } from "@jumelage/engine";
import type { Change } from "../../draft/document.ts";

/** A number that a claim spells out, and where. */
export interface ClaimNumber {
  readonly path: readonly (string | number)[];
  readonly fact: string;
  readonly operator: FactOperator;
  readonly value: number;
}

/** Every number that a fact is compared with in a claim, in the order of its sentence. */
export function numbersOf(claim: Claim): readonly ClaimNumber[] {
  return numbersIn(claim, []);
}

function numbersIn(node: unknown, path: ClaimNumber["path"]): readonly ClaimNumber[] {
  if (typeof node !== "object" || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((child, i) => numbersIn(child, [...path, i]));
  const { fact, operator, value } = node as Readonly<Record<string, unknown>>;
  if (typeof fact === "string" && typeof operator === "string" && typeof value === "number") {
    return [{ path: [...path, "value"], fact, operator: operator as FactOperator, value }];
  }
  return Object.entries(node).flatMap(([key, child]) => numbersIn(child, [...path, key]));
}

/** Another number at one place of a property's claim. */
export function setClaimNumber(property: string, path: ClaimNumber["path"], value: number): Change {
  return changed(property, (p) => ({ ...p, claim: replacedAt(p.claim, path, value) as Claim }));
}

/** What the author says the property is. */
export function setStatement(property: string, statement: Text): Change {
  return changed(property, (p) => ({ ...p, statement }));
}

interface DraftProperty {
  readonly id: string;
  readonly statement: Text;
  readonly claim: Claim;
}

function changed(id: string, change: (property: DraftProperty) => DraftProperty): Change {
  return (documents) => ({
    ...documents,
    ruleSet: {
      ...documents.ruleSet,
      properties: documents.ruleSet.properties.map((p) => (p.id === id ? change(p) : p)),
    },
  });
}

function replacedAt(node: unknown, [step, ...rest]: ClaimNumber["path"], value: number): unknown {
  if (step === undefined) return value;
  if (Array.isArray(node)) {
    return node.map((child: unknown, i) => (i === step ? replacedAt(child, rest, value) : child));
  }
  const record = node as Readonly<Record<string, unknown>>;
  return { ...record, [step]: replacedAt(record[step], rest, value) };
}

// From the values a solver gave to the facts a caller would send.
import { dateOf, daysBefore, type LocalDate } from "../model/date.ts";
import type { Sent } from "./sent.ts";
import type { Term } from "./terms.ts";

/** The values of variables by name, as SMT-LIB writes them: `true`, `false`, `12`, `(- 12)`. */
export type Values = ReadonlyMap<string, string>;

/** What is sent of a fact; undefined when nothing is. */
export function readSent(sent: Sent, values: Values, at: LocalDate): unknown {
  const isTrue = (term: Term): boolean => truth(term, values);
  if (sent.exact !== undefined) return sent.exact;
  if (isTrue(sent.junk)) return "?";
  const value = readValue(sent, values);
  if (value === undefined) return undefined;
  const days = [...sent.older].flatMap(([age, older]) => (isTrue(older) ? [age] : []));
  const of = isTrue(sent.inPart)
    ? { of: [...sent.asked].flatMap(([member, asked]) => (isTrue(asked) ? [member] : [])) }
    : {};
  const observed = days.length > 0 ? { observedOn: daysBefore(at, Math.max(...days) + 1) } : {};
  const envelope = { ...of, ...observed };
  return Object.keys(envelope).length === 0 ? value : { value, ...envelope };
}

function readValue(sent: Sent, values: Values): unknown {
  const chosen = [...sent.is].find(([, is]) => truth(is, values))?.[0];
  const members = (of: ReadonlyMap<string, Term>): readonly string[] =>
    [...of].flatMap(([member, has]) => (truth(has, values) ? [member] : []));
  switch (chosen) {
    case undefined:
      return undefined;
    case "boolean":
      return truth(sent.boolean, values);
    case "number":
      return Number((whole(sent.number, values) / 10 ** sent.slot.scale).toFixed(sent.slot.scale));
    case "date":
      return dateOf(whole(sent.date, values));
    case "enum":
      return members(sent.oneOf)[0] ?? "?";
    case "set":
      return members(sent.among);
    default:
      return chosen satisfies never;
  }
}

function truth(variable: Term, values: Values): boolean {
  return values.get(variable.head) === "true";
}

/** A value the solver was free to leave open is 0. */
function whole(variable: Term, values: Values): number {
  const text = values.get(variable.head) ?? "0";
  const size = Number(text.replaceAll(/\D/g, ""));
  return text.includes("-") ? -size : size;
}

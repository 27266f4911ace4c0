// What stands in the cells of a table about one fact, as a caller would send it. Nothing is coerced: a text that is not
// exactly a value is sent as the text it is, and judged like anything else.
import type { Fact } from "@jumelage/engine";

/** The texts about one fact; empty where nothing stands, absent where there is no such column. */
export interface Cells {
  readonly value?: string | undefined;
  /** For sets, of each member that has a column. */
  readonly members?: readonly (readonly [string, string])[] | undefined;
  readonly observedOn?: string | undefined;
  readonly unreadable?: string | undefined;
  readonly asked?: string | undefined;
}

/** No value of any fact. */
const wrong: unknown = Object.freeze({});

/** Undefined where nothing was sent. SPEC.md, section 9, says what the columns of a table mean. */
export function sentOf(fact: Fact, cells: Cells): unknown {
  const { observedOn = "", unreadable = "", asked = "" } = cells;
  if (unreadable !== "" && unreadable !== "false") return wrong;
  const sent = fact.type === "set" ? membersOf(cells.members ?? [], asked) : valueOf(fact, cells.value ?? "");
  if (observedOn === "" || sent === undefined || sent === wrong) return sent;
  return isEnvelope(sent) ? { ...sent, observedOn } : { value: sent, observedOn };
}

function valueOf({ type }: Fact, text: string): unknown {
  if (text === "") return undefined;
  switch (type) {
    case "boolean":
      return text === "true" || (text === "false" ? false : text);
    case "integer":
    case "decimal":
      return isNumber.test(text) ? Number(text) : text;
    default:
      return text;
  }
}

/** A number as JSON has it. */
const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function membersOf(cells: NonNullable<Cells["members"]>, asked: string): unknown {
  if (cells.some(([, text]) => text !== "" && text !== "true" && text !== "false")) return wrong;
  if (asked !== "" && asked !== "true" && asked !== "false") return wrong;
  const settled = cells.filter(([, text]) => text !== "");
  if (settled.length === 0 && asked !== "true") return undefined;
  const value = settled.filter(([, text]) => text === "true").map(([member]) => member);
  return { value, of: settled.map(([member]) => member) };
}

function isEnvelope(sent: unknown): sent is Readonly<Record<string, unknown>> {
  return typeof sent === "object" && sent !== null;
}

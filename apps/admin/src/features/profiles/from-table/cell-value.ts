// A cell of a spreadsheet as the value of a fact: written by its id or its label, in either language, as people write.
import type { Fact, Value } from "@jumelage/engine";
import { readNumber } from "../../../ui/numbers.ts";
import { searchable } from "../../../ui/searchable.ts";
import { readEntry, type Unreadable } from "../facts-form.ts";

export type Cell =
  /** The cell says nothing of the fact. */
  | { readonly kind: "nothing" }
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "unreadable"; readonly why: Unreadable };

const nothing: ReadonlySet<string> = new Set(["", "?", "-", "–", "inconnu", "inconnue", "unknown", "n/a"]);
const yes: ReadonlySet<string> = new Set(["oui", "vrai", "yes", "true", "1", "x"]);
const no: ReadonlySet<string> = new Set(["non", "faux", "no", "false", "0"]);

/** What a cell says of a fact. What cannot be read is said to be so, and never guessed. */
export function cellValue(fact: Fact, text: string): Cell {
  const bare = searchable(text).trim();
  if (nothing.has(bare)) return { kind: "nothing" };
  const value = valueOf(fact, text.trim(), bare);
  const entry = readEntry(fact, value);
  if (entry.kind === "known") return { kind: "value", value: entry.value };
  return { kind: "unreadable", why: entry.kind === "unreadable" ? entry.why : "wrong-shape" };
}

function valueOf(fact: Fact, text: string, bare: string): unknown {
  switch (fact.type) {
    case "boolean":
      return yes.has(bare) ? true : no.has(bare) ? false : text;
    case "integer":
    case "decimal":
      return readNumber(text) ?? text;
    case "date":
      return text;
    case "enum":
      return memberOf(fact, bare) ?? text;
    case "set":
      return text
        .split(/[;|\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== "")
        .map((part) => memberOf(fact, searchable(part)) ?? part);
    default:
      return fact.type satisfies never;
  }
}

/** The member that a name means: its id, else its label, where only one has it. */
function memberOf(fact: Fact, name: string): string | undefined {
  const members = fact.values ?? [];
  const byId = members.find((member) => searchable(member.id) === name);
  if (byId) return byId.id;
  const byLabel = members.filter(({ label }) =>
    [label.fr, label.en].some((text) => searchable(text).trim() === name),
  );
  return byLabel.length === 1 ? byLabel[0]?.id : undefined;
}

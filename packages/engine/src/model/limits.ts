// Limits of size, checked by the doors before a document is parsed (the engine itself only takes them as arguments).
import { collector, type Diagnostic, type Path } from "./diagnostic.ts";

export interface Limits {
  /** Longest string, in UTF-8 bytes (counted as at most three per UTF-16 unit). */
  readonly stringBytes: number;
  /** Deepest nesting of conditions. */
  readonly conditionDepth: number;
  readonly conditionNodes: number;
  readonly criteria: number;
  readonly facts: number;
}

/** The limits every door of the product uses. */
export const documentLimits: Limits = {
  stringBytes: 4096,
  conditionDepth: 16,
  conditionNodes: 2000,
  criteria: 500,
  facts: 200,
};

const groups = new Set(["all", "any", "not", "of"]);
// Deeper than any document: a condition of depth 16 stands within about 40 levels of JSON.
const jsonDepth = 64;

/** What of a JSON value is over the limits; never recurses, so that a hostile depth cannot exhaust the stack. */
export function overLimits(value: unknown, limits: Limits): readonly Diagnostic[] {
  const { found, add } = collector();
  let nodes = 0;
  const stack: { readonly value: unknown; readonly at: Path; readonly depth: number }[] = [
    { value, at: [], depth: 0 },
  ];
  for (let next = stack.pop(); next && found.length < 20; next = stack.pop()) {
    const { value: v, at, depth } = next;
    if (typeof v === "string") {
      if (v.length * 3 > limits.stringBytes && utf8Length(v) > limits.stringBytes)
        add("string-too-long", at, { limit: limits.stringBytes });
      continue;
    }
    if (typeof v !== "object" || v === null) continue;
    if (at.length > jsonDepth || depth > limits.conditionDepth) {
      add("too-deep", at, { limit: limits.conditionDepth });
      continue;
    }
    if (at.length === 1 && Array.isArray(v)) {
      if (at[0] === "criteria" && v.length > limits.criteria)
        add("too-many-criteria", at, { limit: limits.criteria });
      if (at[0] === "facts" && v.length > limits.facts) add("too-many-facts", at, { limit: limits.facts });
    }
    for (const [key, child] of Object.entries(v)) {
      const below = groups.has(key);
      if (below && Array.isArray(child)) nodes += child.length;
      else if (below || key === "when") nodes += 1;
      stack.push({
        value: child,
        at: [...at, Array.isArray(v) ? Number(key) : key],
        depth: below ? depth + 1 : depth,
      });
    }
    if (nodes > limits.conditionNodes) {
      add("too-many-conditions", [], { limit: limits.conditionNodes });
      break;
    }
  }
  return found;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

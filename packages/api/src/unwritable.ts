// Characters that can be sent as JSON and kept nowhere: the database takes no U+0000, and half of a surrogate pair has no
// canonical form to be hashed or signed. Whatever holds one is refused at the door, wherever in it that is.
import type { Diagnostic } from "@jumelage/engine";

const unwritable = /\0|\p{Surrogate}/u;

/** One value of what was sent, with the way to it: a path for each would be quadratic in a deep one. */
interface Step {
  readonly value: unknown;
  readonly key?: string | number;
  readonly above?: Step;
}

/** Where a value that was sent holds such a character, keys too: the first place found, or nothing. */
export function findUnwritable(sent: unknown): readonly Diagnostic[] {
  // Not by recursion: what was sent may be as deep as it likes.
  const stack: Step[] = [{ value: sent }];
  for (let above = stack.pop(); above; above = stack.pop()) {
    const { value } = above;
    if (typeof value === "string" && unwritable.test(value)) return [refusedAt(above)];
    if (typeof value !== "object" || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      if (unwritable.test(key)) return [refusedAt(above)];
      stack.push({ value: child, key: Array.isArray(value) ? Number(key) : key, above });
    }
  }
  return [];
}

function refusedAt(step: Step): Diagnostic {
  const at: (string | number)[] = [];
  for (let each: Step | undefined = step; each?.key !== undefined; each = each.above) at.push(each.key);
  return { code: "hidden-character", severity: "error", at: at.toReversed(), params: {} };
}

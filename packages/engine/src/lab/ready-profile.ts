// A profile made by the machine, ready to be saved: what is expected of it is what the direct reading answers.
import { evaluate } from "../evaluate/index.ts";
import type { Profile } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import type { Text } from "../model/text.ts";
import { expectedInFull } from "./full-result.ts";
import type { Somebody } from "./neighbours.ts";

export interface ReadyProfile {
  readonly id: string;
  readonly title: Text;
  readonly story: Text;
  readonly tag: "boundary" | "mutation";
}

/** The person as a profile whose whole answer is expected. */
export function readyProfile(ruleSet: RuleSet, { facts, at }: Somebody, ready: ReadyProfile): Profile {
  const { id, title, story, tag } = ready;
  const dated = Object.values(facts).some(
    (f) => typeof f === "object" && f !== null && Object.hasOwn(f, "observedOn"),
  );
  return {
    id,
    title,
    story,
    tags: [tag],
    facts: { ...facts },
    ...(dated ? { evaluatedOn: at } : {}),
    provenance: "accepted-output",
    expected: expectedInFull(evaluate(ruleSet, facts, at).result),
  };
}

/** Ids that no profile has: they go on as most of the profiles are numbered (PA01, PA02…). */
export function* freeIds(profiles: readonly Profile[]): Generator<string, never> {
  const taken = new Set(profiles.map((p) => p.id));
  const counts = new Map<string, { count: number; highest: number; width: number }>();
  for (const id of taken) {
    const [, prefix, digits] = /^([A-Za-z][A-Za-z_-]*)(\d+)$/.exec(id) ?? [];
    if (prefix === undefined || digits === undefined) continue;
    const { count, highest, width } = counts.get(prefix) ?? { count: 0, highest: 0, width: 0 };
    counts.set(prefix, {
      count: count + 1,
      highest: Math.max(highest, Number(digits)),
      width: Math.max(width, digits.length),
    });
  }
  const [[prefix, { highest, width }] = ["P", { highest: 0, width: 2 }]] = [...counts].sort(
    ([, a], [, b]) => b.count - a.count,
  );
  for (let n = highest + 1; ; n += 1) {
    const id = `${prefix}${String(n).padStart(width, "0")}`;
    if (!taken.has(id)) yield id;
  }
}

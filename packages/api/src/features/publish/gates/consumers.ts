// Every app in use sends the facts, offers the answers and shows the outcomes that this adds to the release in force, as
// far as apps say of themselves. A reviewer may answer for what they do not: often an app can only follow afterwards. They
// answer for the apps that are named, and not for one that is known later.
import { additionsOf, consumerLacks, countAdditions, type ConsumerLack } from "@jumelage/engine";
import type { GateFinding } from "../publish.schemas.ts";
import type { Candidate, GateRule } from "./gate.ts";

export const consumersGate: GateRule = {
  id: "consumers",
  waivable: true,
  run(candidate) {
    const { base, ruleSet } = candidate;
    return {
      count: base === undefined ? 0 : countAdditions(additionsOf(base, ruleSet)),
      findings: lacksOf(candidate).map(({ kind, consumer, name, channel, of, ids }) => ({
        code: `consumer-${kind}`,
        params: {
          consumer,
          name,
          ...(channel === null ? {} : { channel }),
          ...(of === undefined ? {} : { of }),
          ids: [...ids],
        },
      })),
    };
  },
  isCoveredBy: ({ apps = [] }, findings) => appsIn(findings).every((app) => apps.includes(app)),
};

/** The apps that findings of this gate are about, each once. */
export function appsIn(findings: readonly GateFinding[]): readonly string[] {
  return [...new Set(findings.map(({ params }) => String(params["consumer"])))];
}

/** What apps lack for the candidate; nothing for a first release, which no app can have met. */
export function lacksOf({
  base,
  ruleSet,
  consumers,
}: Pick<Candidate, "base" | "ruleSet" | "consumers">): readonly ConsumerLack[] {
  return base === undefined ? [] : consumerLacks(additionsOf(base, ruleSet), consumers);
}

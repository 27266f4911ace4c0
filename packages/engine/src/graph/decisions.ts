// Decisions as boolean nodes: the walk over the outcomes of a `one` decision, and every outcome of a `many` decision on
// its own.
import type { RuleSet } from "../model/rule-set.ts";
import type { Builder } from "./builder.ts";
import { always, never } from "./graph.ts";
import { found } from "./found.ts";
import type { Counting, ManyNodes, OneNodes, RuleSetReading } from "./nodes.ts";

interface Needs {
  readonly builder: Builder;
  /** Read when a decision is asked for, not before. */
  readonly reading: () => RuleSetReading;
}

/** The decisions of a rule set, each built when it is first asked for. */
export function readDecisions(
  ruleSet: RuleSet,
  { builder, reading }: Needs,
): Pick<RuleSetReading, "one" | "many"> {
  const { and, or, not } = builder;
  const ones = new Map<string, OneNodes>();
  const manys = new Map<string, ManyNodes>();
  const safety: Counting = {
    name: "safety",
    fact: (id) => ruleSet.facts.some((f) => f.id === id && f.safety),
  };

  function outcomesOf(decision: string) {
    const { outcomes } = reading().decision(decision);
    return outcomes.map((outcome) => {
      const criteria = ruleSet.criteria.filter(
        (c) => c.enabled && c.then.decision === decision && c.then.outcome === outcome.id,
      );
      const masks = criteria.map((c) => reading().verdict(c.when));
      return {
        outcome,
        criteria,
        must: or(masks.map((m) => m.must)),
        may: or(masks.map((m) => m.may)),
      };
    });
  }

  function one(id: string): OneNodes {
    const known = ones.get(id);
    if (known) return known;
    const decision = reading().decision(id);
    if (decision.kind !== "one") throw new TypeError(`not a decision of kind one: ${id}`);
    let reached = always;
    const walked = outcomesOf(id).map((o) => {
      const here = reached;
      reached = and([here, not(o.must)]);
      return {
        ...o,
        id: o.outcome.id,
        candidate: and([here, o.must]),
        open: and([reached, o.may]),
      };
    });
    // After the walk: no criterion was true.
    const candidates = walked.map((o) =>
      o.id === decision.otherwise ? or([o.candidate, reached]) : o.candidate,
    );
    const isOpen = or(walked.map((o) => o.open));
    const restsOn = (counts: Counting): number =>
      or(walked.flatMap((o) => o.criteria.map((c) => and([o.open, reading().restsOn(c.when, counts)]))));
    const unsafe = restsOn(safety);
    const nodes: OneNodes = {
      state: new Map([
        ...walked.map((o, i) => [o.id, and([candidates[i] ?? never, not(isOpen)])] as const),
        ["@undetermined", and([isOpen, not(unsafe)])],
        ["@safety-unknown", unsafe],
      ]),
      possible: new Map(walked.map((o, i) => [o.id, or([o.open, candidates[i] ?? never])])),
      restsOn,
    };
    ones.set(id, nodes);
    return nodes;
  }

  function many(id: string): ManyNodes {
    const known = manys.get(id);
    if (known) return known;
    const decision = reading().decision(id);
    if (decision.kind !== "many") throw new TypeError(`not a decision of kind many: ${id}`);
    const earlier = ruleSet.decisions.slice(0, ruleSet.decisions.indexOf(decision));
    const waiting =
      decision.withheldWhileSafetyUnknown === true
        ? or(
            earlier
              .filter((d) => d.kind === "one")
              .map((d) => found(one(d.id).state.get("@safety-unknown"), d.id)),
          )
        : never;
    const standing = outcomesOf(id).map(({ outcome, must, may }) => {
      const withheld = outcome.tone === "stop" ? never : waiting;
      return {
        id: outcome.id,
        withheld,
        suggested: and([must, not(withheld)]),
        undetermined: and([may, not(must), not(withheld)]),
      };
    });
    const nodes: ManyNodes = {
      suggested: new Map(standing.map((o) => [o.id, o.suggested])),
      undetermined: new Map(standing.map((o) => [o.id, o.undetermined])),
      withheld: new Map(standing.map((o) => [o.id, o.withheld])),
    };
    manys.set(id, nodes);
    return nodes;
  }

  return { one, many };
}

// What apps that are in use lack for a new rule set: facts they do not send, answers they may not offer yet, outcomes they
// may not know how to show. It looks only at what the new rule set adds; what an app lacked before is no news.
import type { ConsumerSaid } from "../model/consumer.ts";
import type { Fact } from "../model/fact.ts";
import type { DraftRuleSet, RuleSet } from "../model/rule-set.ts";

type Vocabulary = Pick<RuleSet | DraftRuleSet, "facts" | "decisions">;

/** An app in use, by what it says of itself. */
export type ConsumerInUse = ConsumerSaid & {
  /** The rule set it says it uses: what is in there it has met. */
  readonly uses?: Vocabulary | undefined;
};

/**
 * - `facts`: it says what it sends, and these are not among it; `facts-unsaid`: it has never said what it sends.
 * - `values`: new answers to a fact (`of`) that it sends or may send. `outcomes`: new answers of a decision (`of`).
 */
export const lackKinds = ["facts", "facts-unsaid", "values", "outcomes"] as const;

export interface ConsumerLack {
  readonly consumer: string;
  readonly name: string;
  readonly channel: string | null;
  readonly kind: (typeof lackKinds)[number];
  /** The fact of values, the decision of outcomes. */
  readonly of?: string;
  readonly ids: readonly string[];
}

/** What a rule set asks of apps that another one did not, in the order of the document. */
export interface Additions {
  /** Facts that are to be sent; totals are not. */
  readonly facts: readonly string[];
  readonly values: readonly Members[];
  readonly outcomes: readonly Members[];
}

interface Members {
  readonly of: string;
  readonly ids: readonly string[];
}

/** What `head` adds to `base` for apps. The answers of a new fact go without saying; a retired answer is none. */
export function additionsOf(base: Vocabulary, head: Vocabulary): Additions {
  const before = new Map(base.facts.filter(isSent).map((f) => [f.id, f]));
  const decided = new Map(base.decisions.map((d) => [d.id, d]));
  const sent = head.facts.filter(isSent);
  return {
    facts: sent.filter((f) => !before.has(f.id)).map((f) => f.id),
    values: sent.flatMap((fact) => {
      const old = before.get(fact.id);
      return old === undefined ? [] : membersBeyond(fact.id, offered(fact), offered(old));
    }),
    outcomes: head.decisions.flatMap(({ id, outcomes }) =>
      membersBeyond(
        id,
        outcomes.map((o) => o.id),
        decided.get(id)?.outcomes.map((o) => o.id) ?? [],
      ),
    ),
  };
}

/** How many things were added. */
export function countAdditions({ facts, values, outcomes }: Additions): number {
  return facts.length + [...values, ...outcomes].reduce((count, { ids }) => count + ids.length, 0);
}

/** What each app lacks of what was added, app by app. */
export function consumerLacks(
  added: Additions,
  consumers: readonly ConsumerInUse[],
): readonly ConsumerLack[] {
  return consumers.flatMap(({ consumer, name, channel, sends, uses }) => {
    const lack = (kind: ConsumerLack["kind"], ids: readonly string[], of?: string): readonly ConsumerLack[] =>
      ids.length === 0
        ? []
        : [{ consumer, name, channel, kind, ...(of === undefined ? {} : { of }), ids: [...ids] }];
    const facts = added.facts.filter((id) => sends?.includes(id) !== true);
    return [
      ...lack(sends === null ? "facts-unsaid" : "facts", facts),
      ...added.values
        .filter(({ of }) => sends?.includes(of) !== false)
        .flatMap(({ of, ids }) => {
          const fact = uses?.facts.find((f) => f.id === of);
          return lack("values", without(ids, fact ? offered(fact) : []), of);
        }),
      ...added.outcomes.flatMap(({ of, ids }) => {
        const decision = uses?.decisions.find((d) => d.id === of);
        return lack("outcomes", without(ids, decision?.outcomes.map((o) => o.id) ?? []), of);
      }),
    ];
  });
}

function isSent(fact: Fact): boolean {
  return fact.derive === undefined;
}

function offered(fact: Fact): readonly string[] {
  return (fact.values ?? []).filter((v) => v.retired !== true).map((v) => v.id);
}

function membersBeyond(of: string, now: readonly string[], before: readonly string[]): readonly Members[] {
  const ids = without(now, before);
  return ids.length === 0 ? [] : [{ of, ids }];
}

function without(ids: readonly string[], known: readonly string[]): readonly string[] {
  return ids.filter((id) => !known.includes(id));
}

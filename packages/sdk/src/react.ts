// The rules as state of React components: who reads them is drawn again when another release answers, when they become
// stale or are suspended, and when there are none. Starting and stopping the client is the application's business.
import { useSyncExternalStore } from "react";
import type { Facts, RuleSet } from "@jumelage/engine";
import type { Answer, EvaluateOptions } from "./answer.ts";
import type { Client } from "./client.ts";
import type { Status } from "./events.ts";
import type { NextQuestions } from "./next-questions.ts";

/** The rules as they stand. A new object whenever the status is another, so that what is derived from it can be kept. */
export interface Rules {
  /** How things stand: `state` is `no-rules` before anything verified is here, `stale` past the expiry. */
  readonly status: Status;
  /** The rule set that answers, to build forms and texts from. */
  readonly ruleSet: RuleSet | undefined;
  readonly evaluate: (facts: Facts, options?: EvaluateOptions) => Answer;
  readonly nextQuestions: (facts: Facts, options?: Pick<EvaluateOptions, "at" | "lenient">) => NextQuestions;
}

interface Store {
  readonly subscribe: (listener: () => void) => () => void;
  readonly rules: () => Rules;
}

const stores = new WeakMap<Client, Store>();

/** What a page that is drawn on a server begins with: what it knows there is no business of the browser's client. */
const beginning: Rules = {
  status: { state: "no-rules" },
  ruleSet: undefined,
  evaluate: () => ({ kind: "no-rules" }),
  nextQuestions: () => ({ kind: "no-rules" }),
};

/** The rules of a client, as they stand whenever the component is drawn. */
export function useRules(client: Client): Rules {
  const store = storeOf(client);
  return useSyncExternalStore(store.subscribe, store.rules, () => beginning);
}

function storeOf(client: Client): Store {
  const known = stores.get(client);
  if (known !== undefined) return known;
  let told = "";
  let rules = beginning;
  const store: Store = {
    subscribe: (listener) => client.subscribe(listener),
    rules() {
      const status = client.status();
      const now = JSON.stringify(status);
      if (now !== told) {
        told = now;
        rules = {
          status,
          ruleSet: client.ruleSet(),
          evaluate: (facts, options) => client.evaluate(facts, options),
          nextQuestions: (facts, options) => client.nextQuestions(facts, options),
        };
      }
      return rules;
    },
  };
  stores.set(client, store);
  return store;
}

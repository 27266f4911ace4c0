// What a vocabulary reads of facts, as the SMT encoder says it, asked with values of its variables: those of the fact `f`
// are `f_is_boolean`, `f_true` and so on.
import type { Fact } from "../src/model/fact.ts";
import { freshSent, slotsOf, type Sent } from "../src/smt/sent.ts";
import { doubtful, statesOf, type State } from "../src/smt/state.ts";
import { Terms, type Term } from "../src/smt/terms.ts";
import { termValue, type TermValues } from "./term-value.ts";

export type { TermValues } from "./term-value.ts";

/** What a vocabulary reads of facts; `beside` is what other vocabularies say of them. */
export function statesFrom(facts: readonly Fact[], beside: readonly Fact[] = []) {
  const terms = new Terms();
  const slots = slotsOf([facts, beside]);
  const sent = new Map<string, Sent>([...slots].map(([id, slot]) => [id, freshSent(terms, id, slot).sent]));
  const states = statesOf(terms, facts, (id) => {
    const own = sent.get(id);
    if (!own) throw new Error(`not sent: ${id}`);
    return own;
  });
  const silent = Object.fromEntries(terms.variables.map((v) => [v.name, v.sort === "Int" ? 0 : false]));
  const stateOf = (id: string): State => {
    const state = states.get(id);
    if (!state) throw new Error(id);
    return state;
  };
  return {
    terms,
    stateOf,
    /** What a term is worth; variables without a value are false, or 0. */
    worthOf: (term: Term, values: TermValues) => termValue(term, { ...silent, ...values }),
    /** In one word. */
    kind: (id: string, values: TermValues): string => {
      const state = stateOf(id);
      const is = { ...state, doubtful: doubtful(terms, state) };
      const all = { ...silent, ...values };
      return (["known", "plain", "partial", "assumed", "doubtful"] as const)
        .filter((word) => termValue(is[word], all) === true)
        .join(" ");
    },
    worth: (id: string, part: "boolean" | "number" | "date", values: TermValues) =>
      termValue(stateOf(id)[part], { ...silent, ...values }),
    members: (id: string, part: "oneOf" | "among" | "unasked", values: TermValues) =>
      [...stateOf(id)[part]].flatMap(([m, is]) =>
        termValue(is, { ...silent, ...values }) === true ? [m] : [],
      ),
  };
}

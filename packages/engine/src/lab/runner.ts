// Rule sets run on the same people again and again: a person is read and encoded once for every rule set that has the
// same vocabulary.
import { compile, type EncodedPerson } from "../compile/index.ts";
import { readPerson } from "../model/person.ts";
import type { Result } from "../model/result.ts";
import type { RuleSet } from "../model/rule-set.ts";
import type { Somebody } from "./neighbours.ts";

/** Somebody, encoded for one vocabulary. */
export interface Prepared extends Somebody {
  readonly encoded: EncodedPerson;
}

/** A rule set that is run on many people. */
export interface Runner {
  readonly ruleSet: RuleSet;
  readonly prepare: (somebody: Somebody) => Prepared;
  /** The result for somebody prepared by this runner, or by one of another rule set. */
  readonly run: (person: Prepared) => Result;
}

export function runnerOf(ruleSet: RuleSet): Runner {
  const { encode, runEncoded, vocabulary } = compile(ruleSet);
  const encoded = ({ facts, at }: Somebody): EncodedPerson => encode(readPerson(ruleSet, facts, at));
  return {
    ruleSet,
    prepare: (somebody) => ({ ...somebody, encoded: encoded(somebody) }),
    run: (person) => runEncoded(person.encoded.key === vocabulary ? person.encoded : encoded(person)),
  };
}

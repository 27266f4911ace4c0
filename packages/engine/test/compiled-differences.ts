// What of a question the compiled forms answer otherwise than the direct reading does: whole results to the byte, masks,
// problems, and the encoded person.
import type { Compiled } from "../src/compile/index.ts";
import { evaluatePerson } from "../src/evaluate/index.ts";
import { readPerson, type Result, type RuleSet } from "../src/model/index.ts";
import type { Case } from "./arbitraries.ts";

/** Every difference in words, the way first; empty when all agree. */
export function differences({ ruleSet, facts, at }: Case, all: readonly Compiled[]): readonly string[] {
  const person = readPerson(ruleSet, facts, at);
  const { result } = evaluatePerson(ruleSet, person);
  const expected = JSON.stringify(result);
  const found: string[] = [];
  for (const compiled of all) {
    const say = (what: string): unknown => found.push(`${compiled.way}: ${what}`);
    const obtained = JSON.stringify(compiled.runFacts(facts, at));
    if (obtained !== expected) say(`expected ${expected}\nobtained ${obtained}`);
    const written = compiled.write(facts, at);
    if (written.json !== expected) say(`expected ${expected}\nwritten ${written.json}`);
    const outcomes = ruleSet.decisions.map(({ id }) => {
      const decided = result.decisions[id];
      return decided?.kind === "one" ? decided.outcome : undefined;
    });
    if (written.outcomes.join() !== outcomes.join()) say("other outcomes");
    const encoded = compiled.encodeFacts(facts, at);
    const masks = expectedMasks(ruleSet, result).join();
    const sayMasks = (way: string, { yes, no }: ReturnType<Compiled["masks"]>): void => {
      if (`${yes.join()},${no.join()}` !== masks) say(`${way} are ${yes.join()} and ${no.join()}`);
    };
    // A date that was looked at before is not looked at again.
    for (const time of ["first", "second"]) sayMasks(`the masks, a ${time} time,`, compiled.masks(facts, at));
    sayMasks("the masks of the encoded", compiled.masksOf(encoded));
    const read = compiled.encode(person);
    if (String(encoded.words) !== String(read.words) || String(encoded.numbers) !== String(read.numbers))
      say(`encoded ${String(encoded.words)} instead of ${String(read.words)}`);
    if (JSON.stringify(encoded.problems) !== JSON.stringify(person.problems)) say("other problems");
  }
  return found;
}

/** The words of both masks: the enabled criteria, then from a word of its own on the outcomes of every decision. */
function expectedMasks(ruleSet: RuleSet, { fired, undecided }: Result): readonly (readonly number[])[] {
  const criteria = ruleSet.criteria.filter((c) => c.enabled);
  const blocks = [
    criteria.map((c) => [c.id]),
    ...ruleSet.decisions.map((d) =>
      d.outcomes.map((o) =>
        criteria.filter(({ then }) => then.decision === d.id && then.outcome === o.id).map(({ id }) => id),
      ),
    ),
  ];
  // What several criteria say together is true when one is, false when all are.
  const isTrue = (ids: readonly string[]): boolean => ids.some((id) => fired.includes(id));
  const isFalse = (ids: readonly string[]): boolean =>
    ids.every((id) => !fired.includes(id) && !undecided.includes(id));
  return [isTrue, isFalse].map((holds) => blocks.flatMap((block) => wordsOf(block.map(holds))));
}

function wordsOf(bits: readonly boolean[]): readonly number[] {
  return Array.from({ length: Math.ceil(bits.length / 32) }, (_, word) =>
    bits.slice(32 * word, 32 * word + 32).reduce((sum, bit, i) => sum | (bit ? 1 << i : 0), 0),
  );
}

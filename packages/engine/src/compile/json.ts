// The result of a run as JSON text, straight from its masks: the same text as `JSON.stringify` makes of the result,
// without the result. Ids of a rule set that was parsed have no character that JSON escapes.
import type { Problem } from "../model/index.ts";
import { bitsBelow, hasBit, lowestBit } from "./bits.ts";
import type { Decider } from "./decide.ts";
import { FactList } from "./fact-list.ts";
import { SAFETY_UNKNOWN } from "./graph.ts";
import { PLAIN } from "./layout.ts";
import { doubtOfCode } from "./person.ts";
import type { Plan, Step } from "./plan.ts";
import { stopsOf } from "./result.ts";
import type { Run } from "./run.ts";

/** The text of the result of a run whose masks are filled. */
export type ResultWriter = (run: Run, problems: readonly Problem[]) => string;

export function resultWriter(plan: Plan, decider: Decider): ResultWriter {
  const { steps } = plan;
  const { slots, assumed } = plan.layout;
  const facts = piecesOf(slots);
  const criteria = piecesOf(plan.criteria);
  const texts = steps.map(textsOf);
  const optional = Int32Array.from(plan.optional);
  const bases = Int32Array.from(slots.map((s) => s.base));
  const safety = slots.map((s) => s.fact.safety);
  const asked = new FactList(safety);
  const askedHere = new FactList(safety);
  const heed = (open: Int32Array): void => {
    asked.add(open);
    askedHere.add(open);
  };

  function oneOf(run: Run, { step, ids, decided }: StepTexts): string {
    const { index } = step;
    askedHere.clear();
    decider.one(run, step, heed);
    const end = run.end[index] ?? 0;
    const state = run.state[index] ?? 0;
    if (state >= 0) return decided[end] ?? "";
    const open = run.open[index] ?? none;
    let possible = "";
    for (let i = 0; i < open.length; i++) possible = withIds(possible, ids, open[i] ?? 0, i);
    if (!hasBit(open, 0, end)) possible = withId(possible, ids, end);
    const name = state === SAFETY_UNKNOWN ? "@safety-unknown" : "@undetermined";
    return `{"kind":"one","state":"${name}","possible":[${possible}],"missing":[${askedHere.text(facts.alone, facts.next)}]}`;
  }

  function manyOf(run: Run, { step, ids, stop }: StepTexts, isWithholding: boolean): string {
    const { yes, no } = run.masks;
    let [suggested, undetermined, withheld] = ["", "", ""];
    for (let i = 0; i < step.words; i++) {
      const word = step.word + i;
      const all = bitsBelow(ids.alone.length - 32 * i);
      // Withheld is all but what calls a halt.
      const free = isWithholding ? (stop[i] ?? 0) : all;
      const open = ~((yes[word] ?? 0) | (no[word] ?? 0)) & free;
      for (let rest = open; rest !== 0; rest &= rest - 1)
        asked.add(decider.factsOf(run, step, 32 * i + lowestBit(rest)));
      suggested = withIds(suggested, ids, (yes[word] ?? 0) & free, i);
      undetermined = withIds(undetermined, ids, open, i);
      withheld = withIds(withheld, ids, all & ~free, i);
    }
    return `{"kind":"many","suggested":[${suggested}],"undetermined":[${undetermined}],"withheld":[${withheld}]}`;
  }

  /** The criteria that are true, or those that are unknown. */
  function criteriaThat({ masks: { yes, no } }: Run, areOpen: boolean): string {
    let text = "";
    for (let i = 0; 32 * i < criteria.alone.length; i++) {
      const open = ~((yes[i] ?? 0) | (no[i] ?? 0)) & bitsBelow(criteria.alone.length - 32 * i);
      text = withIds(text, criteria, areOpen ? open : (yes[i] ?? 0), i);
    }
    return text;
  }

  function unverifiedAmong(words: Int32Array): string {
    let text = "";
    for (let i = 0; i < optional.length; i++) {
      const index = optional[i] ?? 0;
      if (words[index] === (bases[index] ?? 0) + PLAIN) text = withId(text, facts, index);
    }
    return text;
  }

  function assumedAmong(words: Int32Array): string {
    let text = "";
    for (let i = 0; assumed + i < words.length; i++) text = withIds(text, facts, words[assumed + i] ?? 0, i);
    return text;
  }

  function doubtfulAmong(words: Int32Array): string {
    let text = "";
    for (let i = 0; i < bases.length; i++) {
      const reason = doubtOfCode((words[i] ?? 0) - (bases[i] ?? 0));
      if (reason === undefined) continue;
      text += `${text === "" ? "" : ","}{"fact":${facts.alone[i] ?? ""},"reason":"${reason}"}`;
    }
    return text;
  }

  return (run, problems) => {
    const { words } = run.person;
    let decisions = "";
    asked.clear();
    let isWaiting = false;
    // By place, as everywhere here: iterators cost more than what they go through.
    for (let i = 0, text = texts[0]; text !== undefined; text = texts[++i]) {
      const { step, name, isMany } = text;
      decisions += name;
      decisions += isMany ? manyOf(run, text, step.withholds && isWaiting) : oneOf(run, text);
      if (!isMany && run.state[step.index] === SAFETY_UNKNOWN) isWaiting = true;
    }
    return (
      `{"decisions":{${decisions}},"fired":[${criteriaThat(run, false)}],"undecided":[${criteriaThat(run, true)}],` +
      `"missing":[${asked.text(facts.alone, facts.next)}],"unverified":[${unverifiedAmong(words)}],"assumed":[${assumedAmong(words)}],` +
      `"doubtful":[${doubtfulAmong(words)}],"problems":${problems.length === 0 ? "[]" : JSON.stringify(problems)}}`
    );
  };
}

const none = new Int32Array(0);

/** Ids as they stand in a list: the first, and every next one with its comma. */
interface Pieces {
  readonly alone: readonly string[];
  readonly next: readonly string[];
}

/** What of a decision's text is known beforehand. */
interface StepTexts {
  readonly step: Step;
  readonly isMany: boolean;
  readonly name: string;
  readonly ids: Pieces;
  /** The whole text for each outcome it can come to: most decisions are decided. */
  readonly decided: readonly string[];
  readonly stop: Int32Array;
}

function textsOf(step: Step): StepTexts {
  const { decision, index, outcomes } = step;
  const ids = piecesOf(outcomes);
  return {
    step,
    isMany: decision.kind === "many",
    name: `${index === 0 ? "" : ","}"${decision.id}":`,
    ids,
    decided: ids.alone.map(
      (id) => `{"kind":"one","state":${id},"outcome":${id},"possible":[${id}],"missing":[]}`,
    ),
    stop: stopsOf(step),
  };
}

function piecesOf(named: readonly { readonly id: string }[]): Pieces {
  return { alone: named.map(({ id }) => `"${id}"`), next: named.map(({ id }) => `,"${id}"`) };
}

function withId(list: string, { alone, next }: Pieces, place: number): string {
  return list === "" ? (alone[place] ?? "") : list + (next[place] ?? "");
}

/** A list with the ids whose bits are set in one word. */
function withIds(list: string, ids: Pieces, bits: number, word: number): string {
  let text = list;
  for (let rest = bits; rest !== 0; rest &= rest - 1) text = withId(text, ids, 32 * word + lowestBit(rest));
  return text;
}

// Mutation of a rule set: which seeded faults would no profile notice. Faults that nobody could notice are recognised by
// an injected proof, never by hand; every other survivor is told as a person whose answer would silently change.
import { evaluate } from "../evaluate/index.ts";
import type { MutationReport, WitnessReport } from "../model/lab.ts";
import type { Profile } from "../model/profile.ts";
import type { DecisionResult, Result } from "../model/result.ts";
import type { RuleSet } from "../model/rule-set.ts";
import type { Witness } from "../question/index.ts";
import { compareWithExpected } from "../simulate/index.ts";
import { foundTitle, nearTitle, whyMade } from "../words/lab.ts";
import { seededFaults, type SeededFault } from "./faults/index.ts";
import { isOtherAnswer } from "./full-result.ts";
import { juryOf } from "./jury.ts";
import { isTouched, nearbyOf, type Near } from "./nearby.ts";
import { anyDay, type Somebody } from "./neighbours.ts";
import { sameRemarks } from "./notice-question.ts";
import { factsInUse } from "./reading.ts";
import { freeIds, readyProfile } from "./ready-profile.ts";
import { runnerOf } from "./runner.ts";

/** What a prover says of the question whether anybody notices a fault (`noticeQuestion`). */
export type Noticed =
  | { readonly status: "nobody" }
  | { readonly status: "somebody"; readonly witness: Witness }
  | { readonly status: "undecided" };

export interface MutateOptions {
  /** Asked only of faults that nobody near a profile notices. Without it they stay undecided. */
  readonly isEquivalent?: (faulty: RuleSet) => Promise<Noticed>;
  /** An AbortSignal: once aborted, `mutate` rejects with `MutationCancelled`. */
  readonly signal?: { readonly aborted: boolean };
  /** How many faults are settled; `current` is the id of the next. */
  readonly onProgress?: (progress: {
    readonly done: number;
    readonly total: number;
    readonly current: string;
  }) => void;
  /** Lets others have their turn; called every few milliseconds of work. */
  readonly pause?: () => Promise<void>;
  /** A clock in milliseconds, for the time taken. */
  readonly now?: () => number;
  /** Instead of every fault that can be seeded. */
  readonly faults?: readonly SeededFault[];
}

/** The work was cancelled: there is no report. */
export class MutationCancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "MutationCancelled";
  }
}

type Survivor = MutationReport["survivors"][number];

/** Seeds every fault, one at a time, and reports which ones no profile notices. */
export async function mutate(
  ruleSet: RuleSet,
  profiles: readonly Profile[],
  options: MutateOptions = {},
): Promise<MutationReport> {
  const { signal, onProgress, pause, now = () => 0 } = options;
  const start = now();
  const faults = options.faults ?? seededFaults(ruleSet);
  const home = runnerOf(ruleSet);
  const jury = juryOf(home, profiles);
  let done = 0;
  const turn = async (current: string): Promise<void> => {
    onProgress?.({ done, total: faults.length, current });
    await pause?.();
    if (signal?.aborted === true) throw new MutationCancelled();
  };

  const unnoticed: SeededFault[] = [];
  for (const [i, seeded] of faults.entries()) {
    if (i % 16 === 0) await turn(seeded.fault.id);
    if (jury.notices(runnerOf(seeded.ruleSet))) done += 1;
    else unnoticed.push(seeded);
  }
  const killed = done;

  const teller = tellerOf(ruleSet, profiles);
  const survivors: Survivor[] = [];
  let equivalent = 0;
  for (const seeded of unnoticed) {
    await turn(seeded.fault.id);
    const told = teller.again(seeded) ?? teller.nearby(seeded) ?? (await proved(ruleSet, seeded, options));
    if (told === "nobody") equivalent += 1;
    else if (told === "undecided") survivors.push({ fault: seeded.fault, status: "undecided" });
    else survivors.push({ fault: seeded.fault, status: "survived", ...teller.tell(seeded, told) });
    done += 1;
  }
  onProgress?.({ done, total: faults.length, current: "" });
  const alive = faults.length - equivalent;
  return {
    seeded: faults.length,
    killed,
    equivalent,
    survivors,
    ...(jury.failing.length === 0 ? {} : { failing: [...jury.failing] }),
    score: alive === 0 ? 1 : killed / alive,
    ms: Math.max(0, now() - start),
  };
}

/** Asks the prover. A witness counts once the direct reading confirms it; a doubt leaves the fault open. */
async function proved(
  ruleSet: RuleSet,
  { fault, ruleSet: faulty }: SeededFault,
  { isEquivalent }: MutateOptions,
): Promise<Somebody | "nobody" | "undecided"> {
  // How long a value is good for is no part of a question about classes of persons.
  if (!isEquivalent || fault.kind === "valid-for" || !sameRemarks(ruleSet, faulty)) return "undecided";
  const answer = await isEquivalent(faulty);
  if (answer.status !== "somebody") return answer.status;
  const { at, people } = answer.witness;
  const found = { facts: people[0] ?? {}, at, near: undefined };
  return isTouched(ruleSet, faulty, found) ? found : "undecided";
}

interface Teller {
  /** Somebody told before who would notice this fault too. */
  readonly again: (seeded: SeededFault) => Somebody | undefined;
  /** Somebody near a profile who would notice. */
  readonly nearby: (seeded: SeededFault) => Somebody | undefined;
  /** The person as a witness, and as a profile; one profile for all the faults that it notices. */
  readonly tell: (seeded: SeededFault, somebody: Somebody) => Pick<Survivor, "witness" | "profile">;
}

function tellerOf(ruleSet: RuleSet, profiles: readonly Profile[]): Teller {
  const home = runnerOf(ruleSet);
  const search = nearbyOf(home, profiles);
  const ids = freeIds(profiles);
  const made: Profile[] = [];
  const earlier = (faulty: RuleSet): Profile | undefined => made.find((profile) => notices(profile, faulty));
  return {
    again(seeded) {
      const near = earlier(seeded.ruleSet);
      return near && { facts: near.facts, at: near.evaluatedOn ?? anyDay, near };
    },
    nearby(seeded) {
      const faulty = runnerOf(seeded.ruleSet);
      const facts = [...new Set([...factsInUse(ruleSet), ...factsInUse(seeded.ruleSet)])];
      return search.find(faulty, seeded.fault.at[0] === "facts" ? ownFirst(seeded, facts) : facts);
    },
    tell({ fault, ruleSet: faulty }, somebody) {
      const known = earlier(faulty);
      const profile =
        known ??
        readyProfile(ruleSet, somebody, {
          id: ids.next().value,
          title: isNear(somebody) ? nearTitle(ruleSet, somebody) : foundTitle(),
          story: whyMade(ruleSet, { fault }),
          tag: "mutation",
        });
      if (!known) made.push(profile);
      return { witness: witnessOf(ruleSet, faulty, profile), profile };
    },
  };
}

function ownFirst<T extends { readonly id: string }>(
  { fault, ruleSet }: SeededFault,
  facts: readonly T[],
): readonly T[] {
  const own = ruleSet.facts[Number(fault.at[1])]?.id;
  return [...facts.filter((f) => f.id === own), ...facts.filter((f) => f.id !== own)];
}

function isNear(somebody: Somebody): somebody is Near {
  return "fact" in somebody;
}

function notices(profile: Profile, faulty: RuleSet): boolean {
  const { result } = evaluate(faulty, profile.facts, profile.evaluatedOn ?? anyDay);
  return compareWithExpected(profile.expected, result).length > 0;
}

/** The person with the answers of the first decision that the fault changes, without and with the fault. */
function witnessOf(
  base: RuleSet,
  faulty: RuleSet,
  { facts, evaluatedOn: at = anyDay }: Profile,
): WitnessReport {
  const answersOf = (ruleSet: RuleSet): Result["decisions"] => evaluate(ruleSet, facts, at).result.decisions;
  const [before, after] = [answersOf(base), answersOf(faulty)];
  const changed = Object.entries(before).find(([id, answer]) => isOtherAnswer(answer, after[id]));
  return {
    at,
    facts: { ...facts },
    answers: changed
      ? [changed[1], after[changed[0]]].map((answer) => ({
          decision: changed[0],
          answer: answer === undefined ? [] : answerIn(answer),
        }))
      : [],
  };
}

/** The state, or the suggestions; outcomes that stand otherwise with how they stand (`outcome:undetermined`). */
function answerIn(answer: DecisionResult): string[] {
  if (answer.kind === "one") return [answer.state];
  const other = (["undetermined", "withheld"] as const).flatMap((standing) =>
    answer[standing].map((outcome) => `${outcome}:${standing}`),
  );
  return [...answer.suggested, ...other];
}

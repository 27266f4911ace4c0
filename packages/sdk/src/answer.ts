// One evaluation on what is being served. Strict unless asked otherwise: a fact that cannot be read is a refusal that
// names it, never a value made up.
import {
  certainties,
  evaluate,
  readPerson,
  type Certain,
  type Facts,
  type Lang,
  type LocalDate,
  type PointerPayload,
  type Problem,
  type Result,
  type Trace,
} from "@jumelage/engine";
import { explain, type Explanation } from "@jumelage/engine/words";
import type { Serving } from "./accept.ts";
import type { Held } from "./events.ts";
import { dateOf, evaluationDate } from "./evaluation-date.ts";

export interface EvaluateOptions {
  /** A date, or an instant (turned into its date in the rule set's time zone). Without it, the client's clock. */
  readonly at?: string | undefined;
  /** Answer in spite of facts that cannot be read; the result lists them as problems. */
  readonly lenient?: boolean | undefined;
  /** Add why: every criterion and leaf with its verdict. */
  readonly trace?: boolean | undefined;
  /** Add an explanation in sentences, in this language. */
  readonly lang?: Lang | undefined;
}

/** Which rules answered. */
export interface Origin {
  readonly release: number;
  readonly sha256: string;
  readonly sequence: number;
}

/** What is said of every answer that rests on the rules. */
export interface Standing {
  readonly at: LocalDate;
  /** The pointer has expired: these may no longer be the rules in force. */
  readonly stale: boolean;
  /** The channel is at another release, which this application does not take by itself. */
  readonly held?: Held;
  /** The day by which these rules are due to be looked at again; `overdue` once it has passed. */
  readonly reviewBy?: LocalDate;
  readonly overdue?: true;
}

/** Why there is no answer. */
export type NoAnswer =
  | (Origin & {
      readonly kind: "refused";
      readonly code: "problems" | "invalid-at" | "invalid-facts";
      readonly problems: readonly Problem[];
    })
  /** The channel is suspended: the decision is a matter of clinical judgement. */
  | (Origin & { readonly kind: "suspended"; readonly since: string })
  /** Nothing verified is here to answer with; `code` says what last went wrong, if anything did. */
  | { readonly kind: "no-rules"; readonly code?: string };

export type Answer =
  | (Origin &
      Standing & {
        readonly kind: "evaluated";
        readonly result: Result;
        /** Per `one` decision, what every completion of the person would answer; where the release carries its diagram. */
        readonly certain?: Readonly<Record<string, Certain>>;
        readonly trace?: Trace;
        readonly explanation?: Explanation;
      })
  | NoAnswer;

/** One person judged by what serves, with what is said of every such answer. */
export interface Judged {
  readonly kind: "judged";
  readonly standing: Origin & Standing;
  readonly result: Result;
}

/** Answers for one person at a moment (`now`, in milliseconds since 1970). */
export function answer(
  serving: Serving,
  facts: Facts,
  options: EvaluateOptions & { readonly now: number },
): Answer {
  const judged = judge(serving, facts, options);
  if (judged.kind !== "judged") return judged;
  const { standing, result } = judged;
  const { at } = standing;
  const { ruleSet } = serving.release;
  const answered = { kind: "evaluated", ...standing } as const;
  const certain =
    serving.diagrams.length === 0
      ? {}
      : { certain: certainties(serving.diagrams, () => readPerson(ruleSet, facts, at), result) };
  if (options.trace !== true && options.lang === undefined) return { ...answered, result, ...certain };
  // The direct reading gives the reasons; the compiled form, the same result for less.
  const evaluation = evaluate(ruleSet, facts, at);
  return {
    ...answered,
    result: evaluation.result,
    ...certain,
    ...(options.trace === true ? { trace: evaluation.trace } : {}),
    ...(options.lang === undefined ? {} : { explanation: explain(evaluation, ruleSet, options.lang) }),
  };
}

/** The result for one person, or why there is none: what every answer begins with. */
export function judge(
  serving: Serving,
  facts: Facts,
  options: Pick<EvaluateOptions, "at" | "lenient"> & { readonly now: number },
): Judged | NoAnswer {
  const { pointer } = serving.signed;
  const { expires } = newestPointer(serving);
  const hardExpires = hardEndOf(serving);
  const origin: Origin = { release: pointer.release, sha256: serving.sha256, sequence: pointer.sequence };
  if (isPast(hardExpires, options.now)) {
    return { kind: "suspended", ...origin, since: hardExpires ?? expires };
  }
  const refused = (
    code: "problems" | "invalid-at" | "invalid-facts",
    problems: readonly Problem[] = [],
  ): NoAnswer => ({
    kind: "refused",
    ...origin,
    code,
    problems,
  });
  const { ruleSet } = serving.release;
  const at =
    options.at === undefined
      ? dateOf(options.now, ruleSet.timeZone)
      : evaluationDate(options.at, ruleSet.timeZone);
  if (at === undefined) return refused("invalid-at");
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) return refused("invalid-facts");
  const result = serving.run(facts, at);
  if (result.problems.length > 0 && options.lenient !== true) return refused("problems", result.problems);
  const held = heldIn(serving);
  const standing = {
    ...origin,
    at,
    stale: isPast(expires, options.now),
    ...(held === undefined ? {} : { held }),
    ...dueOf(serving, options.now),
  };
  return { kind: "judged", standing, result };
}

/** The pointer that says how long there is an answer: the channel's newest, also where its release was not taken. */
export function newestPointer({ offer, signed }: Serving): PointerPayload {
  return (offer?.signed ?? signed).pointer;
}

/**
 * When answers end. A channel that was suspended at a release that could not be taken, of a later format say, is suspended
 * all the same: its pointer says so, and that much was verified.
 */
export function hardEndOf(serving: Serving): string | undefined {
  const ends = [newestPointer(serving).hardExpires, serving.seen?.hardExpires];
  return ends
    .filter((end) => end !== undefined)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(0);
}

/** What the channel is at, where it was not taken. */
export function heldIn({ offer }: Serving): Held | undefined {
  if (offer === undefined) return undefined;
  const { release, sequence } = offer.signed.pointer;
  return { release, sequence, step: offer.step };
}

/** By when the rules are due to be looked at again, by this machine's clock; one that is broken makes them overdue. */
function dueOf(
  { release }: Serving,
  now: number,
): { readonly reviewBy?: LocalDate; readonly overdue?: true } {
  const { reviewBy } = release.evidence;
  if (reviewBy === undefined) return {};
  const inTime = !Number.isNaN(now) && dateOf(now, release.ruleSet.timeZone) <= reviewBy;
  return { reviewBy, ...(inTime ? {} : { overdue: true }) };
}

/** Whether an instant has come. What cannot be compared (a broken clock) counts as past: trust is never extended. */
export function isPast(instant: string | undefined, now: number): boolean {
  return instant !== undefined && !(now < Date.parse(instant));
}

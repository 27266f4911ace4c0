// The one place where the answer of an evaluation is made, whoever asks for it: what answers on a channel, and what it
// answers, written as JSON.
import {
  certain,
  evaluate,
  readPerson,
  type Facts,
  type LocalDate,
  type Person,
  type RuleSet,
  type Written,
} from "@jumelage/engine";
import { explain } from "@jumelage/engine/words";
import { Refusal } from "../errors.ts";
import type { EvaluateBody } from "./evaluate-body.ts";
import { PublicProblem } from "./failures.ts";
import { dateIn } from "./local-date.ts";
import { readerOf, releaseOf } from "./programs.routes.ts";
import { whenKnown, type HandlerContext } from "./route.ts";
import type { OpenedRelease } from "./state.ts";

/** The release that answers, and the sequence of the pointer that named it. */
export interface Target {
  readonly release: OpenedRelease;
  readonly sequence?: number;
}

/** What answers on a channel now, and a note of who was given it. @throws Refusal `not-found` */
export function targetOnChannel(
  { program, channel }: { readonly program: string; readonly channel: string },
  context: HandlerContext,
): Target | Promise<Target> {
  const reader = readerOf(program, context);
  return whenKnown(context.state.pointer(program, channel), (pointer) => {
    if (!pointer) throw new Refusal("not-found");
    return whenKnown(context.state.inForce(pointer), (release) => {
      if (!release) throw new Refusal("not-found");
      context.state.seen(reader.id, pointer);
      return { release, sequence: pointer.sequence };
    });
  });
}

/** The release that a caller names. @throws Refusal `not-found` */
export function targetOnRelease(
  { program, number }: { readonly program: string; readonly number: string },
  context: HandlerContext,
): Target | Promise<Target> {
  readerOf(program, context);
  return whenKnown(releaseOf(program, Number(number), context), (release) => ({ release }));
}

const none: readonly string[] = [];

/** The answer to one body, as JSON. @throws PublicProblem `invalid-facts` with every problem, unless the caller is lenient */
export function answerFor(
  body: EvaluateBody,
  target: Target,
  context: HandlerContext,
): string | Promise<string> {
  const { ruleSet } = target.release.payload;
  const { facts } = body;
  const at = evaluationDate(body.at, ruleSet, context);
  const overdue = isOverdue(target.release, context);
  const written = target.release.write(facts, at);
  if (written.problems.some((p) => p.code === "undeclared-fact")) {
    return declaredOnly(facts, target.release, context).then(({ facts: kept, ignored }) =>
      answerAbout(ignored.length > 0 ? target.release.write(kept, at) : written, body, {
        target,
        at,
        facts: kept,
        ignored,
        overdue,
      }),
    );
  }
  return answerAbout(written, body, { target, at, facts, ignored: none, overdue });
}

interface About {
  readonly target: Target;
  readonly at: LocalDate;
  /** The facts the result is for. */
  readonly facts: Facts;
  readonly ignored: readonly string[];
  /** Whether the release should have been looked at again by now. */
  readonly overdue: boolean;
}

function answerAbout(written: Written, body: EvaluateBody, about: About): string {
  const { at, facts, ignored } = about;
  const { release, sequence } = about.target;
  const { ruleSet } = release.payload;
  const { json, problems } = written;
  if (problems.length > 0 && body.lenient !== true) {
    throw new PublicProblem("invalid-facts", { release: release.payload.number, at, problems });
  }
  // The direct reading gives the reasons; the compiled form, the same result for less.
  const asked = body.trace === true || body.lang !== undefined;
  const wanted = asked && release.suspended === undefined ? evaluate(ruleSet, facts, at) : undefined;
  // Written piece by piece: the start is the same for every answer of a release, and the rest is one document.
  let text = release.head;
  if (sequence !== undefined) text += `,"sequence":${sequence}`;
  if (about.overdue) text += ',"overdue":true';
  text += `,"at":"${at}","result":`;
  text +=
    wanted && body.trace === true ? `${json.slice(0, -1)},"trace":${JSON.stringify(wanted.trace)}}` : json;
  if (release.diagrams.length > 0) text += `,"certain":{${certainText(written, about)}}`;
  if (ignored.length > 0) text += `,"ignored":${JSON.stringify(ignored)}`;
  if (wanted && body.lang !== undefined)
    text += `,"explanation":${JSON.stringify(explain(wanted, ruleSet, body.lang))}`;
  return `${text}}`;
}

/** What is certain of every decision that has a diagram; the person is read once more only for one that is open. */
function certainText({ outcomes }: Written, { target, facts, at }: About): string {
  const { diagrams, payload } = target.release;
  let text = "";
  let read: Person | undefined;
  const person = (): Person => (read ??= readPerson(payload.ruleSet, facts, at));
  for (const { diagram, place, determined } of diagrams) {
    const known = determined.get(outcomes[place] ?? "");
    if (text !== "") text += ",";
    text += known ?? `"${diagram.decision}":${JSON.stringify(certain(diagram, person()))}`;
  }
  return text;
}

/** By the server's clock, whatever date is asked about: it is the criteria that are due, not the person. */
function isOverdue({ payload }: OpenedRelease, { deps }: HandlerContext): boolean {
  const { reviewBy } = payload.evidence;
  return reviewBy !== undefined && dateIn(payload.ruleSet.timeZone, deps.clock.now()) > reviewBy;
}

function evaluationDate(at: string | undefined, ruleSet: RuleSet, { deps }: HandlerContext): string {
  if (at === undefined) return dateIn(ruleSet.timeZone, deps.clock.now());
  return at.length === 10 ? at : dateIn(ruleSet.timeZone, new Date(at));
}

/**
 * The facts without those that only other releases of the program declare, so that rolling back breaks nobody. Facts
 * that no release ever declared stay, to be found as problems.
 */
async function declaredOnly(
  facts: Facts,
  release: OpenedRelease,
  { state }: HandlerContext,
): Promise<{ readonly facts: Facts; readonly ignored: readonly string[] }> {
  const undeclared = Object.keys(facts).filter((id) => !release.declares.has(id));
  const ever = await state.factsEverDeclared(release.payload.program);
  const ignored = undeclared.filter((id) => ever.has(id));
  if (ignored.length === 0) return { facts, ignored };
  const kept = Object.entries(facts).filter(([id]) => !ignored.includes(id));
  return { facts: Object.fromEntries(kept), ignored };
}

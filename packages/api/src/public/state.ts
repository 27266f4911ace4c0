// What one process remembers to answer consumers without asking the database each time: keys and pointers for
// moments, opened releases for good (they never change).
import {
  getPointer,
  getProgram,
  getRelease,
  getReleaseEnvelope,
  listOrigins,
  listReleases,
  noteConsumerSeen,
  pointersSince,
  type Consumer,
  type Pointer,
} from "@jumelage/db";
import {
  checkedDiagrams,
  clinicalJudgement,
  compile,
  evaluate,
  openRelease,
  type Certain,
  type Diagram,
  type Facts,
  type LocalDate,
  type ReleasePayload,
  type Way,
  type Written,
} from "@jumelage/engine";
import type { Deps } from "../deps.ts";
import { CallCounter } from "./call-limits.ts";
import { ChannelWatch } from "./channel-watch.ts";
import { Refusal } from "../errors.ts";
import { consumerKeys } from "./consumers.ts";
import { Remembered } from "./remembered.ts";
import { whenKnown } from "./route.ts";

/** A release that was verified, with the fastest way to run it. */
export interface OpenedRelease {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly payload: ReleasePayload;
  /** The result for what a caller sent, on a date: what `evaluate` gives, as text. */
  readonly write: (facts: Facts, at: LocalDate) => Written;
  /** The decision diagrams it carries that say exactly what its rule set says. */
  readonly diagrams: readonly CarriedDiagram[];
  /** The facts this release declares. */
  readonly declares: ReadonlySet<string>;
  /** The start of every evaluation's answer, written once. */
  readonly head: string;
  /** Since when the channel that it was asked through is suspended: then it answers « clinical judgement ». */
  readonly suspended?: string;
}

/** A diagram, and what is written of its decision where that is determined. */
export interface CarriedDiagram {
  readonly diagram: Diagram;
  /** The decision's place in the document. */
  readonly place: number;
  readonly determined: ReadonlyMap<string, string>;
}

export interface PublicState {
  consumerOf(key: string): Consumer | undefined | Promise<Consumer | undefined>;
  pointer(program: string, channel: string): Pointer | undefined | Promise<Pointer | undefined>;
  readonly calls: CallCounter;
  /** Whether some consumer's key may be used by the pages of this site. */
  isOriginOfSome(origin: string): Promise<boolean>;
  /** Who follows which channel. */
  readonly watch: ChannelWatch;
  /** The pointers a channel had after a sequence and before the current one, oldest first. */
  pointersBetween(sequence: number, current: Pointer): Promise<readonly Pointer[]>;
  release(program: string, number: number): OpenedRelease | undefined | Promise<OpenedRelease | undefined>;
  /** The release a pointer points to, as that channel answers with it: a suspended one concludes nothing. */
  inForce(pointer: Pointer): OpenedRelease | undefined | Promise<OpenedRelease | undefined>;
  /** Ids of every fact that any release of the program up to this one or after declares. */
  factsEverDeclared(program: string): ReadonlySet<string> | Promise<ReadonlySet<string>>;
  /** Notes, later and not too often, what a consumer was given. */
  seen(consumer: string, pointer: Pointer): void;
}

/** Code is generated here, from numbers and ids only; what it is for was verified before. */
const serverWays: readonly Way[] = ["index", "generated", "closures"];
const pointerLife = 1000;
const originsLife = 5000;
const pastLife = 10_000;
const releaseLife = 24 * 60 * 60 * 1000;
const factsLife = 10_000;
const noteEvery = 30_000;
/** How many streams one key may have open in one process. */
const mostStreams = 1500;

export function createPublicState(deps: Deps): PublicState {
  const { clock, db } = deps;
  const pointers = new Remembered<Pointer>({ most: 500, life: pointerLife, clock });
  const origins = new Remembered<ReadonlySet<string>>({ most: 1, life: originsLife, clock });
  const past = new Remembered<readonly Pointer[]>({ most: 100, life: pastLife, clock });
  const releases = new Remembered<OpenedRelease>({ most: 50, life: releaseLife, clock });
  const facts = new Remembered<ReadonlySet<string>>({ most: 100, life: factsLife, clock });
  const notes = new Remembered<number>({ most: 5000, life: noteEvery, clock });
  // A pointer is one object for as long as it is remembered: what was found out about it once stands beside it.
  const pointed = new WeakMap<Pointer, OpenedRelease>();
  const given = new WeakMap<Pointer, Set<string>>();
  const release: PublicState["release"] = (program, number) => {
    const key = `${program}/${number}`;
    return releases.find(key, () => open(program, number, deps));
  };
  const watch = new ChannelWatch({ mostPerConsumer: mostStreams });
  deps.moves.listen({
    // Forgotten before anybody looks.
    moved(program, channel) {
      pointers.forget(`${program}/${channel}`);
      facts.forget(program);
      watch.moved(program, channel);
    },
    anyMoved() {
      pointers.forgetAll();
      facts.forgetAll();
      watch.anythingMoved();
    },
  });
  return {
    calls: new CallCounter(),
    async isOriginOfSome(origin) {
      const all = await origins.find("all", async () => new Set(await listOrigins(db)));
      return all?.has(origin) === true;
    },
    watch,
    consumerOf: consumerKeys(deps),
    pointer(program, channel) {
      const key = `${program}/${channel}`;
      return pointers.find(key, () => servedPointer(program, channel, deps));
    },
    async pointersBetween(sequence, current) {
      const { program, channel } = current;
      const key = `${program}/${channel}/${sequence}/${current.sequence}`;
      const found = await past.find(key, () => pointersSince(db, { program, channel, sequence }));
      return (found ?? []).filter((p) => p.sequence < current.sequence);
    },
    release,
    inForce(pointer) {
      const known = pointed.get(pointer);
      if (known) return known;
      const found = release(pointer.program, pointer.release);
      if (found === undefined) return undefined;
      if (found instanceof Promise) return found.then((opened) => opened && answering(pointer, opened));
      const answers = answering(pointer, found);
      pointed.set(pointer, answers);
      return answers;
    },
    factsEverDeclared(program) {
      return whenKnown(
        facts.find(program, () => declaredFacts(program, deps)),
        (declared) => declared ?? new Set(),
      );
    },
    seen(consumer, pointer) {
      if (given.get(pointer)?.has(consumer) === true) return;
      const { program, channel, release } = pointer;
      const key = `${consumer}/${program}/${channel}`;
      const noted = notes.get(key);
      if (noted === release) {
        given.set(pointer, (given.get(pointer) ?? new Set()).add(consumer));
        return;
      }
      // Not while a note is under way: then that one will do.
      if (noted !== undefined) notes.forget(key);
      const at = clock.now();
      void notes.learn(key, async () => {
        try {
          await noteConsumerSeen(db, { consumer, program, channel, release, at });
        } catch (error) {
          // The consumer has its answer; that it was here is worth no failure.
          deps.log.warn({ err: error }, "consumer not noted");
        }
        return release;
      });
    },
  };
}

async function open(program: string, number: number, deps: Deps): Promise<OpenedRelease | undefined> {
  const stored = await getReleaseEnvelope(deps.db, program, number);
  if (!stored) return undefined;
  const opened = await openRelease(stored.envelope, {
    trusted: deps.trusted,
    digest: deps.digest,
    program,
    expected: { release: number, sha256: stored.sha256 },
  });
  if (!opened.ok) throw new Error(`release ${program}/${number} does not verify: ${opened.code}`);
  const payload = opened.value.release;
  return {
    sha256: stored.sha256,
    bytes: stored.envelope,
    payload,
    write: writerOf(payload),
    diagrams: carriedDiagrams(payload),
    declares: new Set(payload.ruleSet.facts.map((f) => f.id)),
    head: headOf(number, stored.sha256, payload.evidence.reviewBy),
  };
}

function headOf(number: number, sha256: string, reviewBy: string | undefined): string {
  const due = reviewBy === undefined ? "" : `,"reviewBy":"${reviewBy}"`;
  return `{"release":${number},"sha256":"${sha256}"${due}`;
}

/** The one place where suspending stops the answers of this server, whichever door they leave by. */
function answering(pointer: Pointer, release: OpenedRelease): OpenedRelease {
  const suspended = pointer.suspendedSince?.toISOString();
  if (suspended === undefined) return release;
  const result = clinicalJudgement(release.payload.ruleSet);
  const outcomes = release.payload.ruleSet.decisions.map(() => undefined);
  const written: Written = { json: JSON.stringify(result), problems: [], outcomes };
  return {
    ...release,
    write: () => written,
    diagrams: [],
    head: `${release.head},"suspended":"${suspended}"`,
    suspended,
  };
}

/** The compiled form, or the direct reading for what cannot be compiled. */
function writerOf({ ruleSet }: ReleasePayload): OpenedRelease["write"] {
  try {
    return compile(ruleSet, { ways: serverWays }).write;
  } catch {
    return (facts, at) => {
      const { result } = evaluate(ruleSet, facts, at);
      const outcomes = ruleSet.decisions.map(({ id }) => {
        const decided = result.decisions[id];
        return decided?.kind === "one" ? decided.outcome : undefined;
      });
      return { json: JSON.stringify(result), problems: result.problems, outcomes };
    };
  }
}

function carriedDiagrams({ ruleSet, evidence }: ReleasePayload): readonly CarriedDiagram[] {
  return checkedDiagrams(ruleSet, evidence.diagrams).map((diagram) => {
    const place = ruleSet.decisions.findIndex((d) => d.id === diagram.decision);
    const determined = (ruleSet.decisions[place]?.outcomes ?? []).map(({ id }) => {
      const settled: Certain = { outcomes: [id], canChange: [] };
      return [id, `"${diagram.decision}":${JSON.stringify(settled)}`] as const;
    });
    return { diagram, place, determined: new Map(determined) };
  });
}

/** @throws Refusal `archived`: the channels of such a program serve no more. */
async function servedPointer(program: string, channel: string, deps: Deps): Promise<Pointer | undefined> {
  const stored = await getProgram(deps.db, program);
  if (stored?.archivedAt) throw new Refusal("archived", { release: stored.headRelease });
  return getPointer(deps.db, program, channel);
}

async function declaredFacts(program: string, deps: Deps): Promise<ReadonlySet<string>> {
  const declared = new Set<string>();
  for (const { number } of await listReleases(deps.db, program)) {
    for (const fact of (await getRelease(deps.db, program, number))?.ruleSet.facts ?? [])
      declared.add(fact.id);
  }
  return declared;
}

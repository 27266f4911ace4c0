// What one process remembers to answer consumers without asking the database each time: keys and pointers for
// moments, opened releases for good (they never change).
import {
  getPointer,
  getRelease,
  getReleaseEnvelope,
  listReleases,
  noteConsumerSeen,
  type Consumer,
  type Pointer,
} from "@jumelage/db";
import {
  checkedDiagrams,
  compile,
  evaluatePerson,
  openRelease,
  type Diagram,
  type Person,
  type ReleasePayload,
  type Result,
} from "@jumelage/engine";
import type { Deps } from "../deps.ts";
import { consumerKeys } from "./consumers.ts";
import { Remembered } from "./remembered.ts";

/** A release that was verified, with the fastest way to run it. */
export interface OpenedRelease {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly payload: ReleasePayload;
  readonly run: (person: Person) => Result;
  /** The decision diagrams it carries that say exactly what its rule set says. */
  readonly diagrams: readonly Diagram[];
  /** The facts this release declares. */
  readonly declares: ReadonlySet<string>;
  /** The start of every evaluation's answer, written once. */
  readonly head: string;
}

export interface PublicState {
  consumerOf(key: string): Consumer | undefined | Promise<Consumer | undefined>;
  pointer(program: string, channel: string): Pointer | undefined | Promise<Pointer | undefined>;
  release(program: string, number: number): OpenedRelease | undefined | Promise<OpenedRelease | undefined>;
  /** The release a pointer points to. */
  inForce(pointer: Pointer): OpenedRelease | undefined | Promise<OpenedRelease | undefined>;
  /** Ids of every fact that any release of the program up to this one or after declares. */
  factsEverDeclared(program: string): ReadonlySet<string> | Promise<ReadonlySet<string>>;
  /** Notes, later and not too often, what a consumer was given. */
  seen(consumer: string, pointer: Pointer): void;
}

const pointerLife = 1000;
const releaseLife = 24 * 60 * 60 * 1000;
const factsLife = 10_000;
const noteEvery = 30_000;

export function createPublicState(deps: Deps): PublicState {
  const { clock, db } = deps;
  const pointers = new Remembered<Pointer>({ most: 500, life: pointerLife, clock });
  const releases = new Remembered<OpenedRelease>({ most: 50, life: releaseLife, clock });
  const facts = new Remembered<ReadonlySet<string>>({ most: 100, life: factsLife, clock });
  const notes = new Remembered<number>({ most: 5000, life: noteEvery, clock });
  // A pointer is one object for as long as it is remembered: what was found out about it once stands beside it.
  const pointed = new WeakMap<Pointer, OpenedRelease>();
  const given = new WeakMap<Pointer, Set<string>>();
  const release: PublicState["release"] = (program, number) => {
    const key = `${program}/${number}`;
    return releases.get(key) ?? releases.learn(key, () => open(program, number, deps));
  };
  deps.moves.listen((program, channel) => {
    pointers.forget(`${program}/${channel}`);
    facts.forget(program);
  });
  return {
    consumerOf: consumerKeys(deps),
    pointer(program, channel) {
      const key = `${program}/${channel}`;
      return pointers.get(key) ?? pointers.learn(key, () => getPointer(db, program, channel));
    },
    release,
    inForce(pointer) {
      const known = pointed.get(pointer);
      if (known) return known;
      const found = release(pointer.program, pointer.release);
      if (found !== undefined && !(found instanceof Promise)) pointed.set(pointer, found);
      return found;
    },
    factsEverDeclared(program) {
      return (
        facts.get(program) ??
        facts.learn(program, () => declaredFacts(program, deps)).then((f) => f ?? new Set())
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
    run: runOf(payload),
    diagrams: checkedDiagrams(payload.ruleSet, payload.evidence.diagrams),
    declares: new Set(payload.ruleSet.facts.map((f) => f.id)),
    head: `{"release":${number},"sha256":"${stored.sha256}"`,
  };
}

/** The compiled form, or the direct reading for what cannot be compiled. */
function runOf({ ruleSet }: ReleasePayload): (person: Person) => Result {
  try {
    return compile(ruleSet).run;
  } catch {
    return (person) => evaluatePerson(ruleSet, person).result;
  }
}

async function declaredFacts(program: string, deps: Deps): Promise<ReadonlySet<string>> {
  const declared = new Set<string>();
  for (const { number } of await listReleases(deps.db, program)) {
    for (const fact of (await getRelease(deps.db, program, number))?.ruleSet.facts ?? [])
      declared.add(fact.id);
  }
  return declared;
}

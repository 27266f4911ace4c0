// One fact of a profile as a form sees it, and back. What was saved in a form the vocabulary cannot read is kept as it
// is and said to be so; a form only ever writes what can be read.
import {
  dayNumber,
  isMember,
  isValueOf,
  plainReasons,
  type Fact,
  type LocalDate,
  type PlainReason,
  type Value,
} from "@jumelage/engine";

export type Entry =
  /** Nothing is known, and why; `said` tells a reason given from a fact left out. */
  | { readonly kind: "unknown"; readonly reason: PlainReason; readonly said: boolean }
  | {
      readonly kind: "known";
      readonly value: Value;
      readonly observedOn?: string;
      /** The members of a set that were asked about; absent when all were. */
      readonly asked?: readonly string[];
    }
  /** Saved in a form this vocabulary cannot read. */
  | { readonly kind: "unreadable"; readonly saved: unknown; readonly why: Unreadable };

export const unreadables = [
  "not-a-boolean",
  "not-a-whole-number",
  "not-a-number",
  "out-of-range",
  "too-many-decimals",
  "not-a-date",
  "not-a-choice",
  "not-a-list",
  "repeated",
  "unknown-reason",
  "no-date",
  "bad-observed-on",
  "future-observed-on",
  "asked-unreadable",
  "value-not-asked",
  "wrong-shape",
] as const;
export type Unreadable = (typeof unreadables)[number];

type Sent = Readonly<Record<string, unknown>>;

/** What a saved fact says, for a person judged on the day `on` (absent: the day does not matter). */
export function readEntry(fact: Fact, saved: unknown, on?: LocalDate): Entry {
  if (saved === undefined || saved === null) return { kind: "unknown", reason: "not-asked", said: false };
  const unreadable = (why: Unreadable): Entry => ({ kind: "unreadable", saved, why });
  if (typeof saved !== "object" || Array.isArray(saved)) {
    const why = whyNoValue(fact, saved);
    return why ? unreadable(why) : { kind: "known", value: saved as Value };
  }
  const sent = saved as Sent;
  const keys = Object.keys(sent);
  if (keys.length === 1 && keys[0] === "unknown") {
    const reason = plainReasons.find((r) => r === sent["unknown"]);
    return reason ? { kind: "unknown", reason, said: true } : unreadable("unknown-reason");
  }
  if (!keys.includes("value") || keys.some((k) => !["value", "of", "observedOn"].includes(k)))
    return unreadable("wrong-shape");
  if (keys.length < 2) return unreadable("no-date");
  const { value, of, observedOn } = sent;
  const why = whyNoValue(fact, value) ?? (keys.includes("of") ? whyNotAsked(fact, value, of) : undefined);
  if (why) return unreadable(why);
  if (keys.includes("observedOn")) {
    const day = typeof observedOn === "string" ? dayNumber(observedOn) : undefined;
    if (day === undefined) return unreadable("bad-observed-on");
    if (day > (dayNumber(on ?? "") ?? Number.POSITIVE_INFINITY)) return unreadable("future-observed-on");
  }
  return {
    kind: "known",
    value: value as Value,
    ...(typeof observedOn === "string" ? { observedOn } : {}),
    ...(Array.isArray(of) ? { asked: of as readonly string[] } : {}),
  };
}

/** What is saved for an entry; `undefined` leaves the fact out. */
export function writeEntry(entry: Entry): unknown {
  switch (entry.kind) {
    case "unknown":
      return entry.said || entry.reason !== "not-asked" ? { unknown: entry.reason } : undefined;
    case "unreadable":
      return entry.saved;
    case "known": {
      const { value, observedOn, asked } = entry;
      if (observedOn === undefined && asked === undefined) return value;
      return { value, ...(asked ? { of: asked } : {}), ...(observedOn === undefined ? {} : { observedOn }) };
    }
    default:
      return entry satisfies never;
  }
}

/** The facts with one entry changed; a fact left out disappears, the others keep their order. */
export function withEntry(
  facts: Readonly<Record<string, unknown>>,
  fact: string,
  entry: Entry,
): Record<string, unknown> {
  const saved = writeEntry(entry);
  const rest = Object.entries(facts).filter(([key]) => key !== fact || saved !== undefined);
  const kept = Object.fromEntries(rest.map(([key, value]) => [key, key === fact ? saved : value]));
  return saved === undefined || fact in kept ? kept : { ...kept, [fact]: saved };
}

function whyNoValue(fact: Fact, value: unknown): Unreadable | undefined {
  if (isValueOf(fact, value)) return undefined;
  switch (fact.type) {
    case "boolean":
      return "not-a-boolean";
    case "integer":
      return typeof value === "number" && Number.isSafeInteger(value) ? "out-of-range" : "not-a-whole-number";
    case "decimal": {
      if (typeof value !== "number" || !Number.isFinite(value)) return "not-a-number";
      const { min, max } = fact.range ?? { min: value, max: value };
      return value < min || value > max ? "out-of-range" : "too-many-decimals";
    }
    case "date":
      return "not-a-date";
    case "enum":
      return "not-a-choice";
    case "set":
      if (!Array.isArray(value)) return "not-a-list";
      return value.every((m) => typeof m === "string" && isMember(fact, m)) ? "repeated" : "not-a-choice";
    default:
      return fact.type satisfies never;
  }
}

function whyNotAsked(fact: Fact, value: unknown, of: unknown): Unreadable | undefined {
  if (fact.type !== "set" || !Array.isArray(of)) return "asked-unreadable";
  const members = of.filter((m): m is string => typeof m === "string" && isMember(fact, m));
  if (members.length !== of.length || new Set(members).size !== of.length) return "asked-unreadable";
  return Array.isArray(value) && value.every((m) => members.includes(m as string))
    ? undefined
    : "value-not-asked";
}

/** The members of a set that are offered: those not retired, and any that the profile already names. */
export function membersOf(fact: Fact, entry: Entry): NonNullable<Fact["values"]> {
  const named =
    entry.kind === "known"
      ? [...(Array.isArray(entry.value) ? entry.value : []), ...(entry.asked ?? [])]
      : [];
  return (fact.values ?? []).filter((v) => v.retired !== true || named.includes(v.id));
}

export type MemberAnswer = "yes" | "no" | "not-asked";

/** What a profile says of one member of a set. */
export function memberAnswer(entry: Entry, member: string): MemberAnswer {
  if (entry.kind !== "known" || !Array.isArray(entry.value)) return "not-asked";
  if (entry.value.includes(member)) return "yes";
  return entry.asked === undefined || entry.asked.includes(member) ? "no" : "not-asked";
}

/** The entry with another answer for one member of its set. */
export function withMember(fact: Fact, entry: Entry, member: string, answer: MemberAnswer): Entry {
  const members = membersOf(fact, entry).map((v) => v.id);
  const answers = new Map(members.map((m) => [m, m === member ? answer : memberAnswer(entry, m)]));
  const chosen = members.filter((m) => answers.get(m) === "yes");
  const asked = members.filter((m) => answers.get(m) !== "not-asked");
  const date =
    entry.kind === "known" && entry.observedOn !== undefined ? { observedOn: entry.observedOn } : {};
  if (asked.length === 0) return { kind: "unknown", reason: "not-asked", said: false };
  const all = members.length === asked.length;
  return { kind: "known", value: chosen, ...date, ...(all ? {} : { asked }) };
}

// From FHIR resources to the facts of a rule set. Of several sayings about one fact the newest counts; where the newest
// says nothing usable, or two of the same moment differ, the fact is unknown: an older value never stands in for it.
import type { Fact, Facts, LocalDate, RuleSet } from "@jumelage/engine";
import { dateIn } from "../public/local-date.ts";
import { frequencyAnswers, instruments, loinc, totalOf } from "./instruments.ts";
import type { Coding, Observation, QuestionnaireResponse, Resources, Valued } from "./resources.ts";

/** What was said of a code at one moment: values (several for a set), or that there is none and why. */
type Said =
  | { readonly values: readonly Valued[] }
  | { readonly total: number }
  | { readonly unknown: "declined" | "not-asked" | "not-known" };

/** Everything that was said at one moment, by `system|code`. */
interface Sitting {
  readonly at: string;
  readonly said: ReadonlyMap<string, Said>;
}

/** The questionnaire a program itself is: its questions are named by the ids of its facts. */
export function ownQuestionnaire(program: string): string {
  return `urn:jumelage:program:${program}`;
}

const ownSystem = "urn:jumelage:fact";
const usedObservations = ["final", "amended", "corrected"];
const finishedResponses = ["completed", "amended"];
const usedResponses = [...finishedResponses, "in-progress", "stopped"];

/** The facts these resources give, each with the date it was observed on. */
export function factsFrom(resources: Resources, ruleSet: RuleSet): Facts {
  const sittings = [
    ...resources.observations.flatMap(sittingOfObservation),
    ...resources.responses.flatMap((response) => sittingOfResponse(response, ruleSet.program)),
  ];
  const facts: [string, unknown][] = [];
  for (const fact of ruleSet.facts) {
    const keys = [`${ownSystem}|${fact.id}`];
    if (fact.code) keys.push(`${fact.code.system}|${fact.code.code}`);
    const sayings = sittings.flatMap(({ at, said }) =>
      keys.flatMap((key) => {
        const saying = said.get(key);
        return saying === undefined ? [] : [sent(fact, saying, dateOf(at, ruleSet.timeZone), at)];
      }),
    );
    const newest = newestOf(sayings);
    if (newest !== undefined) facts.push([fact.id, newest]);
  }
  return Object.fromEntries(facts);
}

interface Saying {
  /** Milliseconds since 1970 of the earliest moment the resource's own date can mean. */
  readonly moment: number;
  readonly value: unknown;
}

function newestOf(sayings: readonly Saying[]): unknown {
  const last = Math.max(...sayings.map((s) => s.moment));
  const newest = sayings.filter((s) => s.moment === last).map((s) => s.value);
  const texts = new Set(newest.map((value) => JSON.stringify(value)));
  return texts.size > 1 ? { unknown: "not-known" } : newest[0];
}

/** What the evaluator is given; a value that is none of the fact is passed on, to be found as a problem. */
function sent(fact: Fact, said: Said, observedOn: LocalDate, at: string): Saying {
  const moment = Date.parse(at);
  if ("unknown" in said) return { moment, value: said };
  const value = "total" in said ? said.total : valueFor(fact, said.values);
  return { moment, value: value === undefined ? { unknown: "not-known" } : { value, observedOn } };
}

function valueFor(fact: Fact, values: readonly Valued[]): unknown {
  const [first, ...more] = values;
  if (fact.type === "set") {
    // “None of them”, which no list of codes can say.
    if (values.length === 1 && values[0]?.valueBoolean === false) return [];
    const members = values.map(codeIn);
    // A member that cannot be read is not one that was not chosen.
    return members.includes(undefined) ? undefined : members;
  }
  if (first === undefined || more.length > 0) return undefined;
  switch (fact.type) {
    case "boolean":
      return first.valueBoolean;
    case "integer":
    case "decimal":
      return numberIn(first);
    case "date":
      return first.valueDate;
    case "enum":
      return codeIn(first);
    default:
      return fact.type satisfies never;
  }
}

function codeIn(value: Valued): string | undefined {
  return (value.valueCoding ?? value.valueCodeableConcept?.coding?.[0])?.code;
}

const ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

function numberIn(value: Valued): number | undefined {
  const quantity = value.valueQuantity;
  // “Less than 5” is no number.
  if (quantity) return quantity.comparator === undefined ? quantity.value : undefined;
  const coding =
    value.valueCoding ?? value.valueCodeableConcept?.coding?.find((c) => scoreOf(c) !== undefined);
  return value.valueInteger ?? value.valueDecimal ?? (coding && scoreOf(coding));
}

/** The score an answer stands for: as LOINC's answer list says, or as the questionnaire wrote it. */
function scoreOf({ system, code, extension }: Coding): number | undefined {
  const listed = system === loinc && code !== undefined ? frequencyAnswers[code] : undefined;
  return listed ?? extension?.find((e) => e.url === ordinal)?.valueDecimal;
}

/** The date a moment falls on where the program is; of a month or a year, its first day: the oldest it can be. */
function dateOf(at: string, timeZone: string): LocalDate {
  if (at.includes("T")) return dateIn(timeZone, new Date(at));
  return at.length === 4 ? `${at}-01-01` : at.length === 7 ? `${at}-01` : at;
}

function sittingOfObservation(observation: Observation): readonly Sitting[] {
  const at =
    observation.effectiveDateTime ?? observation.effectiveInstant ?? observation.effectivePeriod?.end;
  // Without a date nobody can say whether it still holds.
  if (at === undefined || !usedObservations.includes(observation.status)) return [];
  const parts = [observation, ...(observation.component ?? [])];
  const said = new Map<string, Said>();
  for (const part of parts) {
    const saying = sayingOf(part);
    if (saying === undefined) continue;
    for (const { system, code } of part.code.coding ?? [])
      if (system !== undefined && code !== undefined) said.set(`${system}|${code}`, saying);
  }
  // A score or an item that was observed by itself is no questionnaire: what it says is not added up.
  return [{ at, said: observation.component ? withTotals(said, { finished: true }) : said }];
}

function sayingOf(part: Pick<Observation, "dataAbsentReason"> & Valued): Said | undefined {
  if (part.dataAbsentReason !== undefined) return absent(part.dataAbsentReason.coding?.[0]?.code);
  return Object.keys(part).some((key) => key.startsWith("value")) ? { values: [part] } : undefined;
}

/** A code of FHIR's reasons for absent data, in the words of the evaluator. */
function absent(reason: string | undefined): Said {
  if (reason === "asked-declined") return { unknown: "declined" };
  return { unknown: reason === "not-asked" ? "not-asked" : "not-known" };
}

function sittingOfResponse(response: QuestionnaireResponse, program: string): readonly Sitting[] {
  const at = response.authored;
  if (at === undefined || !usedResponses.includes(response.status)) return [];
  const isOwn = response.questionnaire?.split("|")[0] === ownQuestionnaire(program);
  const said = new Map<string, Said>();
  for (const { linkId, answers, absent: reason } of response.items) {
    if (answers.length === 0 && reason === undefined) continue;
    // LOINC's own forms name a question `/44250-9`, or by the way to it.
    const code = linkId.split("/").at(-1) ?? linkId;
    const key = isOwn ? `${ownSystem}|${linkId}` : `${loinc}|${code}`;
    const saying: Said = reason === undefined ? { values: answers } : absent(reason);
    const before = said.get(key);
    said.set(key, before === undefined ? saying : together(before, saying));
  }
  const finished = finishedResponses.includes(response.status);
  return [{ at, said: withTotals(said, { finished }) }];
}

/** A question that stands twice in a form has as many answers as both together; answered and not is neither. */
function together(first: Said, second: Said): Said {
  return "values" in first && "values" in second
    ? { values: [...first.values, ...second.values] }
    : { unknown: "not-known" };
}

/** Replaces every total by the sum of its items, or by the word that there is none. */
function withTotals(
  said: ReadonlyMap<string, Said>,
  { finished }: { readonly finished: boolean },
): ReadonlyMap<string, Said> {
  const totals: [string, Said][] = [];
  for (const instrument of instruments) {
    const { items, total } = instrument;
    const answered = items.filter((item) => said.has(`${loinc}|${item}`));
    const stated = said.has(`${loinc}|${total}`) ? [total] : [];
    if (answered.length + stated.length === 0) continue;
    const answers = [...answered, ...stated].map(
      (code) => [code, singleNumber(said.get(`${loinc}|${code}`))] as const,
    );
    const sum = finished ? totalOf(instrument, new Map(answers)) : undefined;
    totals.push([`${loinc}|${total}`, sum === undefined ? { unknown: "not-known" } : { total: sum }]);
  }
  return new Map([...said, ...totals]);
}

function singleNumber(said: Said | undefined): number | undefined {
  const values = said !== undefined && "values" in said ? said.values : [];
  const [only] = values;
  return only !== undefined && values.length === 1 ? numberIn(only) : undefined;
}

// The JSON Schema that consumers get says of every profile what the reader of persons says: judged with the
// validator that comes with fastify, so that two readings meet that share no code.
import { factsSchemaOf } from "@jumelage/api";
import { referencePrograms } from "@jumelage/content";
import { parseProfiles, parseRuleSet, readPerson, type Facts, type RuleSet } from "@jumelage/engine";
import { fastify } from "fastify";
import { describe, expect, it } from "vitest";

const programs = referencePrograms.map(({ ruleSet, profiles }) => {
  const [rules, people] = [parseRuleSet(ruleSet), parseProfiles(profiles)];
  if (!rules.ok || !people.ok) throw new Error("the reference programs do not parse");
  return { ruleSet: rules.value, profiles: people.value };
});

async function acceptsOf(ruleSet: RuleSet): Promise<(facts: Facts) => Promise<boolean>> {
  const { $schema: _, ...schema } = factsSchemaOf(ruleSet, "facts");
  const app = fastify({
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, strict: false } },
  });
  app.post("/", { schema: { body: schema } }, () => ({}));
  await app.ready();
  return async (facts) => (await app.inject({ method: "POST", url: "/", payload: facts })).statusCode === 200;
}

const variants = (id: string): readonly unknown[] => [
  null,
  { unknown: "declined" },
  { unknown: "perhaps" },
  { unknown: "declined", value: 1 },
  "15",
  15.5,
  -1,
  1e9,
  true,
  [],
  ["none", "none"],
  { value: 3 },
  { value: 3, observedOn: "2026-02-30x" },
  { value: 3, observedOn: "2026-02-20" },
  { observedOn: "2026-02-20" },
  { value: [], of: [] },
  { value: ["nowhere"], of: ["nowhere"] },
  id,
];

/** A member named but not asked about: how two lists of one value stand to each other. */
function beyondSchemas(facts: Facts): boolean {
  return Object.values(facts).some((sent) => {
    const { value, of } = (sent ?? {}) as { value?: unknown; of?: unknown };
    return Array.isArray(value) && Array.isArray(of) && !value.every((member) => of.includes(member));
  });
}

describe.each(programs)("the schema of $ruleSet.program", ({ ruleSet, profiles }) => {
  it("accepts exactly what is read without a problem, but for what no schema can say", async () => {
    const accepts = await acceptsOf(ruleSet);
    let valid = 0;
    let invalid = 0;
    const persons: Facts[] = profiles.map((p) => p.facts);
    for (const fact of ruleSet.facts) {
      for (const value of variants(fact.id)) persons.push({ [fact.id]: value });
      for (const member of fact.values ?? [])
        persons.push({ [fact.id]: member.id }, { [fact.id]: [member.id] });
    }
    persons.push({ nowhere: 1 });
    for (const facts of persons) {
      const fine = readPerson(ruleSet, facts, "2026-12-31").problems.length === 0;
      if (!fine && beyondSchemas(facts)) continue;
      expect(await accepts(facts), JSON.stringify(facts)).toBe(fine);
      if (fine) valid++;
      else invalid++;
    }
    expect(Math.min(valid, invalid)).toBeGreaterThan(30);
  });
});

// The demo's beginnings: both reference programs as release 1, fictitious people of each role, one consumer, and what
// these people have already done. What is there already is left as it is, so that starting again changes nothing.
import {
  candidateOf,
  contentGates,
  evidenceOf,
  mustBeConfirmed,
  runGates,
  signersFor,
  systemActor,
  thingsOf,
  type Deps,
} from "@jumelage/api";
import { referencePrograms } from "@jumelage/content";
import {
  createConsumer,
  createPerson,
  createProgram,
  confirmationsOf,
  defaultSettings,
  getProgram,
  inTransaction,
  seedConfirmations,
  seedRelease,
  setRole,
  type Role,
} from "@jumelage/db";
import {
  parseProfiles,
  hazardsSchema,
  parseRuleSet,
  parseShape,
  type Hazard,
  type Parsed,
  type Profile,
  type RuleSet,
  type Text,
} from "@jumelage/engine";
import { seedStory, storyProgram } from "./seed-story.ts";

interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly title: Text;
  readonly role: Role | "admin";
}

/** Invented people. */
export const demoPeople: readonly DemoPerson[] = [
  {
    id: "camille-tremblay",
    name: "Camille Tremblay",
    title: { fr: "Responsable clinique, rédige les critères", en: "Clinical lead, writes the criteria" },
    role: "author",
  },
  {
    id: "alex-roy",
    name: "Alex Roy",
    title: { fr: "Révision clinique, approuve et publie", en: "Clinical reviewer, approves and publishes" },
    role: "reviewer",
  },
  {
    id: "dominique-gagnon",
    name: "Dominique Gagnon",
    title: { fr: "Assurance qualité, tient les profils", en: "Quality assurance, keeps the profiles" },
    role: "qa",
  },
  {
    id: "noa-bouchard",
    name: "Noa Bouchard",
    title: { fr: "Consultation seulement", en: "Read only" },
    role: "viewer",
  },
  {
    id: "sacha-lavoie",
    name: "Sacha Lavoie",
    title: { fr: "Administration de l’installation", en: "Administrator of the installation" },
    role: "admin",
  },
];

export const demoConsumer = {
  id: "demo",
  name: "Application de démonstration",
  key: "jumelage-demo-key",
} as const;

/** Seeds the demo. */
export async function seedDemo(deps: Deps): Promise<void> {
  const act = { by: systemActor, at: deps.clock.now() };
  const fresh = new Set<string>();
  for (const { program, ruleSet, profiles, hazards } of referencePrograms) {
    const made = await seedProgram(
      {
        ruleSet: parsed(program, parseRuleSet(ruleSet)),
        profiles: parsed(program, parseProfiles(profiles)),
        hazards: parsed(program, parseShape<readonly Hazard[]>(hazardsSchema, hazards)),
      },
      deps,
    );
    if (made) fresh.add(program);
  }
  const programs = referencePrograms.map((p) => p.program);
  await inTransaction(deps.db, async (tx) => {
    for (const { id, name, title, role } of demoPeople) {
      // Roles are given once: what an administrator changes later stays changed.
      if (!(await createPerson(tx, act, { id, name, title, admin: role === "admin" })) || role === "admin")
        continue;
      for (const program of programs) await setRole(tx, act, { person: id, program, role, granted: true });
    }
    const { id, name, key } = demoConsumer;
    await createConsumer(tx, act, {
      id,
      name,
      keyHash: deps.hashKey(key),
      keyPrefix: key.slice(0, 8),
      programs,
    });
  });
  // Once, when its program has just been made: what people do with the draft afterwards is theirs.
  if (fresh.has(storyProgram)) await seedStory(deps);
}

/** Whether the program was not there before. */
async function seedProgram(
  content: {
    readonly ruleSet: RuleSet;
    readonly profiles: readonly Profile[];
    readonly hazards: readonly Hazard[];
  },
  deps: Deps,
): Promise<boolean> {
  const { ruleSet, profiles, hazards } = content;
  const act = { by: systemActor, at: deps.clock.now() };
  await inTransaction(deps.db, (tx) =>
    createProgram(tx, act, {
      id: ruleSet.program,
      title: ruleSet.title,
      settings: { owners: demoPeople.filter((p) => p.role === "author").map((p) => p.name) },
    }),
  );
  await seedLedger(ruleSet, deps);
  if (((await getProgram(deps.db, ruleSet.program))?.headRelease ?? 0) > 0) return false;
  const candidate = candidateOf({
    ruleSet,
    profiles,
    hazards,
    base: undefined,
    basedOn: null,
    inForce: null,
    hash: "",
    status: "editing",
    note: "",
    authors: [],
    approvals: [],
    approvalsNeeded: 0,
    ledger: [],
    waivers: [],
    consumers: [],
    lab: { proofs: { state: "none" }, mutation: { state: "none" }, difference: { state: "none" } },
    boundaryScore: deps.boundaryScore,
    floors: defaultSettings.floors,
  });
  // Nobody has approved a seed and the lab has not seen it: those gates did not pass, they were waived as a whole.
  const { gates, ready } = await runGates(candidate, contentGates);
  if (!ready) {
    const failed = gates.filter((g) => g.status !== "passed").map((g) => g.id);
    throw new Error(`the reference program ${ruleSet.program} does not pass its gates: ${failed.join(", ")}`);
  }
  const { evidence, change } = evidenceOf(candidate, gates);
  await seedRelease(deps.db, act, {
    program: ruleSet.program,
    ruleSet,
    profiles,
    hazards,
    channel: "production",
    note: "Version de départ / First release",
    sign: signersFor(
      { ruleSet, profiles, evidence: { ...evidence, waivers: [{ name: "seed" }] }, change },
      deps,
    ),
  });
  return true;
}

/**
 * The demo's ledger starts confirmed as the reference program stands, so that an edit has something to reopen. That nobody
 * read it is told by whose confirmations these are: the system's.
 */
async function seedLedger(ruleSet: RuleSet, deps: Deps): Promise<void> {
  const { program } = ruleSet;
  if ((await confirmationsOf(deps.db, program)).length > 0) return;
  const things = (await thingsOf(ruleSet, deps.digest)).filter((t) => mustBeConfirmed(t, ruleSet));
  const act = { by: systemActor, at: deps.clock.now() };
  await inTransaction(deps.db, (tx) => seedConfirmations(tx, act, { program, things, note: "" }));
}

function parsed<T>(program: string, result: Parsed<T>): T {
  if (!result.ok)
    throw new Error(`the reference program ${program} does not parse: ${result.diagnostics[0]?.code ?? ""}`);
  return result.value;
}

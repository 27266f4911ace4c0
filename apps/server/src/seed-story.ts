// What the people of the demo have already done when somebody opens it for the first time: a draft under way, with a
// profile entered blind, an expectation that names the sentence behind it, and edits of which one has been confirmed and
// one waits. It is done through the same use-cases as in the console, so that nothing of it is declared.
import { confirm, enterProfile, ledgerOf, saveDraft, startDraft, type Deps } from "@jumelage/api";
import { getDraft } from "@jumelage/db";
import type { DraftRuleSet, Text } from "@jumelage/engine";

/** The program whose draft the story is about. */
export const storyProgram = "choix-de-service";
const people = { author: "camille-tremblay", reviewer: "alex-roy", qa: "dominique-gagnon" } as const;

/** Said by somebody who had the document before them, and not the criteria. */
const entered = {
  title: {
    fr: "Perte d’emploi et rupture en même temps, veut être écoutée et décider de la suite",
    en: "Job loss and break-up at once, wants to be listened to and to decide what to do next",
  },
  tags: [],
  facts: {
    suicidalIdeation: "none",
    acutePsychosocialCrisis: false,
    imminentDanger: false,
    severity: "mild",
    identifiedConditions: [],
    persistentDepressiveSymptoms: false,
    panicAttacks: false,
    psychologicalSuffering: false,
    psychologicalOrBehaviouralProblem: false,
    difficulties: ["job_loss", "breakup"],
    soughtHelp: ["be_listened", "make_decision"],
  },
  expected: { decisions: { service: "psychosocial", urgency: [] } },
};

const rationales: Readonly<Record<string, Text>> = {
  "B-U1": {
    fr: "Un danger immédiat demande que le 911 soit visible sans avoir à le chercher.",
    en: "An immediate danger requires 911 to be visible without having to look for it.",
  },
  "B-O4": {
    fr: "Si aucun signe de danger n’est présent, les réponses se contredisent : poser de nouveau les questions de sécurité avant de conclure.",
    en: "If no sign of danger is present, the answers disagree: ask the safety questions again before concluding.",
  },
};

/** Tells the story in a program that has just been seeded and has no draft yet. */
export async function seedStory(deps: Deps): Promise<void> {
  const { id } = await startDraft({ program: storyProgram }, people.author, deps);
  await enterProfile({ id, profile: entered, statement: "S35" }, people.qa, deps);

  const now = await storedDraft(id, deps);
  await saveDraft(
    { id, expectedRevision: now.revision, profiles: [...now.profiles], fromSource: { PB69: "S60" } },
    { id: people.qa, mayEditCriteria: false },
    deps,
  );
  const { revision, ruleSet } = await storedDraft(id, deps);
  await saveDraft(
    { id, expectedRevision: revision, ruleSet: withRationales(ruleSet) },
    { id: people.author, mayEditCriteria: true },
    deps,
  );
  const target = { draft: id };
  const read = (await ledgerOf(target, deps)).entries.find((e) => e.kind === "criterion" && e.id === "B-U1");
  if (!read) throw new Error("the story confirms a criterion that is not there");
  const note = "Relu avec l’équipe d’accueil";
  await confirm({ target, kind: read.kind, id: read.id, hash: read.hash, note }, people.reviewer, deps);
}

async function storedDraft(id: string, deps: Deps) {
  const draft = await getDraft(deps.db, id);
  if (!draft) throw new Error("the story lost its draft");
  return draft;
}

function withRationales(ruleSet: DraftRuleSet): DraftRuleSet {
  return {
    ...ruleSet,
    criteria: ruleSet.criteria.map((c) => ({ ...c, rationale: rationales[c.id] ?? c.rationale })),
  };
}

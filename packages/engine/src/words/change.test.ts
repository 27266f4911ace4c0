import { describe, expect, test } from "vitest";
import { programs } from "../../test/reference-programs.ts";
import { hiddenIds, readingFaults } from "../../test/words.ts";
import { diffProfiles, diffRuleSets } from "../diff/index.ts";
import { languages, type Profile, type RuleSet } from "../model/index.ts";
import { changeSentence, profileChangeSentence } from "./index.ts";

const [program] = programs;
if (!program) throw new Error("a reference program");
const { ruleSet: base, profiles } = program;
const plain = (text: string | undefined): string | undefined => text?.replaceAll("\u00a0", " ");

const edited = (edit: (doc: RuleSet) => void): RuleSet => {
  const doc = structuredClone(base);
  edit(doc);
  return doc;
};
const words = (head: RuleSet, lang: "fr" | "en") =>
  diffRuleSets(base, head).map((c) => {
    const { title, before, after, affected } = changeSentence(c, base, head, lang);
    return { title: plain(title), before: plain(before), after: plain(after), affected };
  });

test("a threshold that changes shows its values, and every criterion it makes read otherwise", () => {
  const head = edited((doc) => {
    doc.parameters.forEach((p) => {
      if (p.id === "phq9LookAgain") p.value = 16;
    });
  });
  const [change, ...more] = words(head, "fr");
  expect(more).toEqual([]);
  expect(change).toMatchObject({
    title: "Changement : seuil « PHQ-9 : score à partir duquel réévaluer » (valeur).",
    before: "Valeur : 15.",
    after: "Valeur : 16.",
  });
  expect(change?.affected.map((a) => a.criterion)).toEqual(["A-D4", "A-C1"]);
  for (const { before, after } of change?.affected ?? []) {
    expect(plain(before)).toContain("« Score total au PHQ-9 » est au moins 15 (seuil");
    expect(after).toBe(
      before?.replace("est au moins 15 (seuil «\u00a0PHQ-9", "est au moins 16 (seuil «\u00a0PHQ-9"),
    );
  }
});

test("a criterion shows both of its sentences; a text shows itself in the language that changed", () => {
  const head = edited((doc) => {
    doc.criteria.forEach((c) => {
      if (c.id === "A-L1") {
        c.when = { fact: "primaryProblem", operator: "in", value: ["ptsd", "ocd"] };
        c.rationale = { ...c.rationale, en: "Because." };
      }
    });
  });
  const [change] = words(head, "fr");
  expect(change?.title).toBe("Changement : critère A-L1 (condition et justification).");
  expect(change?.before).toMatch(
    /^Si « Problématique principale » est « État de stress post-traumatique », alors .* Justification \(anglais\) : « /u,
  );
  expect(change?.after).toBe(
    "Si « Problématique principale » est l’une de ces réponses : « État de stress post-traumatique » ou « Trouble obsessionnel-compulsif », alors « Orientation à l’égard des autosoins dirigés » est « Preuves limitées : décision partagée ». Justification (anglais) : « Because. »",
  );
});

test("what came shows what it is now, what went what it was", () => {
  const head = edited((doc) => {
    doc.criteria = doc.criteria.filter((c) => c.id !== "A-I2");
    doc.facts.push({
      id: "bmi",
      label: { fr: "Indice de masse corporelle", en: "Body mass index" },
      question: { fr: "Quel est l’indice?", en: "What is the index?" },
      type: "decimal",
      scale: 1,
      range: { min: 10, max: 60.5 },
      whenUnknown: "block",
      safety: false,
      validFor: "P30D",
      sources: [],
    });
  });
  const [fact, criterion] = words(head, "fr");
  expect(fact).toMatchObject({
    title: "Ajout : renseignement « Indice de masse corporelle ».",
    before: undefined,
    after:
      "Question : « Quel est l’indice? » Type de réponse : nombre décimal. Étendue : de 10 à 60,5. Quand il est inconnu : bloque la décision. Renseignement de sécurité : non. Durée de validité : 30 jours.",
  });
  expect(criterion?.title).toBe("Retrait : critère A-I2.");
  expect(criterion?.after).toBeUndefined();
  expect(criterion?.before).toMatch(
    /^Si « Crise psychosociale aiguë » est oui, alors .* Origine : énoncé par une source\. Sources : S22a et S23\.$/u,
  );
});

test("profiles show changed facts and expectations before and after", () => {
  const head = structuredClone(profiles) as Profile[];
  const changed = head.find((p) => p.id === "PA03");
  if (!changed) throw new Error("PA03");
  changed.facts = {
    ...changed.facts,
    ageYears: { unknown: "declined" },
    phq9Total: { value: 14, observedOn: "2026-02-01" },
  };
  changed.expected = { decisions: { ...changed.expected.decisions, orientation: "match" } };
  const [change] = diffProfiles(profiles, head);
  if (!change) throw new Error("a change");
  const { title, before, after } = profileChangeSentence(
    change,
    { ruleSet: base, profiles },
    { ruleSet: base, profiles: head },
    "fr",
  );
  expect(plain(title)).toMatch(/^Changement : profil « .* » \(renseignements et réponses attendues\)\.$/u);
  expect(plain(before)).toContain("« Score total au PHQ-9 » : 15.");
  expect(plain(before)).toContain(
    "« Orientation à l’égard des autosoins dirigés », attendu : « Évaluation clinique plus approfondie d’abord ».",
  );
  expect(plain(after)).toContain(
    "« Âge » : refus de répondre. « Score total au PHQ-9 » : 14, observé le 1er février 2026.",
  );
  expect(plain(after)).toContain(
    "« Orientation à l’égard des autosoins dirigés », attendu : « Jumelage favorable aux autosoins dirigés ».",
  );
});

describe.each(programs)("$program", ({ ruleSet, profiles: all }) => {
  const ids = hiddenIds(ruleSet);
  const empty: RuleSet = {
    ...ruleSet,
    sources: [],
    parameters: [],
    facts: [],
    conditions: [],
    decisions: [],
    criteria: [],
    properties: [],
  };
  // Every thing changed in every part it has, so that each part has to be worded.
  const changed = alter(ruleSet);

  test.each(languages)("everything that can come, go or change is worded in %s", (lang) => {
    const faults: string[] = [];
    const said = { titles: 0, texts: 0 };
    const read = (title: string, texts: readonly (string | undefined)[]): void => {
      faults.push(...readingFaults(title, lang));
      said.titles += 1;
      // Texts of the document stand in these, in the other language too where only that one changed.
      for (const text of texts) {
        if (text === undefined) continue;
        said.texts += 1;
        if (/undefined|\[object|[{}]/u.test(text)) faults.push(text);
      }
    };
    for (const [from, to] of [
      [empty, ruleSet],
      [ruleSet, empty],
      [ruleSet, changed],
    ] as const) {
      for (const change of diffRuleSets(from, to)) {
        const { title, before, after, affected } = changeSentence(change, from, to, lang);
        read(title, [before, after]);
        if (to !== changed) continue;
        const sentences = affected.flatMap((a) => [a.before ?? "?", a.after ?? "?"]);
        faults.push(...sentences.flatMap((text) => readingFaults(text, lang, ids)));
      }
    }
    for (const change of [...diffProfiles([], all), ...diffProfiles(all, [])]) {
      const situation = { ruleSet, profiles: all };
      const { title, before, after } = profileChangeSentence(change, situation, situation, lang);
      read(title, [before, after]);
    }
    expect(faults).toEqual([]);
    expect(said.titles).toBeGreaterThan(300);
    expect(said.texts).toBeGreaterThan(400);
  });
});

/** The document with each of its things changed where its type allows it. */
function alter(doc: RuleSet): RuleSet {
  const text = { fr: "Autre", en: "Other" };
  return {
    ...doc,
    purpose: text,
    timeZone: "America/Montreal",
    sources: doc.sources.map((s) => ({
      ...s,
      edition: "2e",
      date: "2026-01-01",
      url: "https://example.org/",
      statements: s.statements.map((t) => ({ ...t, text, modelled: { reason: text } })),
    })),
    parameters: doc.parameters.map((p) => ({ ...p, value: p.value + 1, rationale: text, sources: ["S1"] })),
    facts: doc.facts.map((f) => ({
      ...f,
      help: text,
      validFor: "P3D",
      safety: !f.safety,
      whenUnknown: f.type === "boolean" ? { assume: true } : "block",
      code: { system: "x", code: "1" },
      unit: "kg",
      ...(f.range ? { range: { min: f.range.min, max: f.range.max + 1 } } : {}),
    })),
    decisions: doc.decisions.map((d) => ({
      ...d,
      outcomes: d.outcomes
        .map((o) => ({ ...o, short: text, message: text, override: !o.override, tone: "neutral" as const }))
        .toReversed(),
      ...(d.states
        ? {
            states: {
              "@undetermined": { label: text, message: text },
              "@safety-unknown": { label: text, message: text },
            },
          }
        : {}),
      ...(d.kind === "many"
        ? { withheldWhileSafetyUnknown: d.withheldWhileSafetyUnknown !== true }
        : { otherwise: d.outcomes[0]?.id }),
    })),
    criteria: doc.criteria.map((c, i) =>
      i % 2 ? c : { ...c, enabled: !c.enabled, origin: "inference" as const, shadowedOnPurpose: text },
    ),
    properties: doc.properties.map((p) => ({ ...p, statement: text })),
  };
}

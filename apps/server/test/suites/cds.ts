// CDS Hooks 2.0 as a clinical system calls it: discovery, and cards from what it sends along of one patient.
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { goodClaims, keyPair, list, sign, type KeyPair } from "../cds-client.ts";
import { App, selfCare, serviceChoice } from "../clients.ts";

interface Card {
  readonly summary: string;
  readonly detail: string;
  readonly indicator: string;
  readonly source: { readonly label: string };
  readonly extension: {
    readonly "ca.jumelage.answer": { readonly decision: string; readonly states: string[] };
  };
}
interface Problem {
  readonly code: string;
  readonly problems: readonly { readonly code: string; readonly at: readonly unknown[] }[];
}

const issuer = "https://dossier.example/cartes";
const loinc = "http://loinc.org";
const absentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
const phq9 = [
  "44250-9",
  "44255-8",
  "44259-0",
  "44254-1",
  "44251-7",
  "44258-2",
  "44252-5",
  "44253-3",
  "44260-8",
];

export function cdsTests(server: Running): void {
  describe("CDS Hooks", () => {
    let key: KeyPair;
    beforeAll(async () => {
      key = await keyPair("ES384", "cartes");
      await list(server().url, { issuer, keys: [key.publicJwk] });
    });

    const ask = async <T>(program: string | undefined, body?: unknown, language = "fr-CA") => {
      const address = `${server().url}/cds-services${program === undefined ? "" : `/${program}`}`;
      const token = await sign(goodClaims(issuer, address), key);
      return new App("", token).send<T>(address, {
        headers: { "accept-language": language, "content-type": "application/json" },
        ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
      });
    };
    const request = (prefetch: unknown, over: Readonly<Record<string, unknown>> = {}) => ({
      hook: "patient-view",
      hookInstance: crypto.randomUUID(),
      fhirServer: "https://fhir.example/r4",
      context: { userId: "Practitioner/1", patientId: "p1" },
      prefetch,
      ...over,
    });
    const bundle = (...resources: unknown[]) => ({
      resourceType: "Bundle",
      type: "searchset",
      entry: resources.map((resource) => ({ resource })),
    });
    // Now, not an hour ago: in the first hour of a day that would be yesterday, which a safety fact does not survive.
    const justNow = new Date().toISOString();
    const questionnaire = (score: number, items = phq9) => ({
      resourceType: "QuestionnaireResponse",
      status: "completed",
      subject: { reference: "Patient/p1" },
      authored: justNow,
      item: items.map((code) => ({ linkId: `/${code}`, answer: [{ valueInteger: score }] })),
    });
    const own = {
      resourceType: "QuestionnaireResponse",
      status: "completed",
      questionnaire: `urn:jumelage:program:${selfCare}`,
      subject: { reference: "https://fhir.example/r4/Patient/p1" },
      authored: justNow,
      item: [
        { linkId: "suicidalIdeation", answer: [{ valueCoding: { code: "none" } }] },
        { linkId: "acutePsychosocialCrisis", answer: [{ valueBoolean: false }] },
        { linkId: "imminentDanger", answer: [{ valueBoolean: false }] },
        { linkId: "primaryProblem", answer: [{ valueCoding: { code: "depressive_disorder" } }] },
        { linkId: "severity", answer: [{ valueCoding: { code: "moderate" } }] },
        { linkId: "priorityNeed", answer: [{ valueCoding: { code: "reduce_symptoms" } }] },
        { linkId: "ageYears", answer: [{ valueInteger: 34 }] },
        { linkId: "challengeCharacteristics", answer: [{ valueBoolean: false }] },
      ],
    };
    const cardOf = (cards: readonly Card[], decision: string): Card => {
      const found = cards.find((c) => c.extension["ca.jumelage.answer"].decision === decision);
      if (!found) throw new Error(`no card on ${decision}`);
      return found;
    };

    it("tells which services there are, and what to send along", async () => {
      const answer = await ask<{ services: Readonly<Record<string, unknown>>[] }>(undefined);
      expect(answer.status).toBe(200);
      expect(answer.data.services.map((s) => s["id"])).toEqual([selfCare, serviceChoice]);
      expect(answer.data.services[0]).toMatchObject({
        hook: "patient-view",
        title: expect.stringMatching(/autosoins/i),
        description: expect.any(String),
        prefetch: {
          responses: "QuestionnaireResponse?patient={{context.patientId}}&_sort=-authored&_count=50",
          observations: expect.stringContaining(`${loinc}|44261-6`),
        },
      });
    });

    it("a person with everything known: the recommendation, and who decides", async () => {
      const { status, data } = await ask<{ cards: Card[] }>(
        selfCare,
        request({ responses: bundle(own, questionnaire(0)), observations: bundle() }),
      );
      expect(status).toBe(200);
      const card = cardOf(data.cards, "orientation");
      expect(card.extension["ca.jumelage.answer"].states).toEqual(["match"]);
      expect(card.detail).toMatch(
        /^Recommandation — la décision revient à la clinicienne ou au clinicien, avec la personne\./,
      );
      expect(card.source.label).toMatch(/, version \d+$/);
      expect(card.summary.length).toBeLessThanOrEqual(140);
    });

    it("a bad score by its items leads to a deeper assessment; a partial form gives no total", async () => {
      const orientation = async (response: unknown) => {
        const { data } = await ask<{ cards: Card[] }>(
          selfCare,
          request({ responses: bundle(own, response), observations: null }),
        );
        return cardOf(data.cards, "orientation");
      };
      // Item 9 is 0, the others 3: 24, over the threshold of 15. Without the eighth item nobody knows the total.
      const answered = questionnaire(3);
      const item = answered.item.with(8, { linkId: "/44260-8", answer: [{ valueInteger: 0 }] });
      const whole = await orientation({ ...answered, item });
      expect(whole.extension["ca.jumelage.answer"].states).toEqual(["deeper"]);
      expect(whole.detail).toContain("Score total au PHQ-9\u00a0» est 24");
      const partial = await orientation({ ...answered, item: item.toSpliced(7, 1) });
      expect(partial.detail).not.toMatch(/Score total au PHQ-9\s» est/);
      expect(partial.detail).toMatch(/Non vérifié[^.]*Score total au PHQ-9\s»/);
    });

    it("a declined answer on suicidal ideation: safety to be checked, with the question, in French", async () => {
      const extension = [{ url: absentReason, valueCode: "asked-declined" }];
      const declined = {
        ...own,
        item: own.item.map((i) => (i.linkId === "suicidalIdeation" ? { linkId: i.linkId, extension } : i)),
      };
      // A minute before, the person had answered: that no longer stands.
      const before = { ...own, authored: new Date(Date.parse(justNow) - 60_000).toISOString() };
      const { data } = await ask<{ cards: Card[] }>(
        selfCare,
        request({ responses: bundle(before, declined) }),
      );
      const card = cardOf(data.cards, "orientation");
      expect(card.extension["ca.jumelage.answer"].states).toEqual(["@safety-unknown"]);
      expect(card.summary).toContain("Sécurité à vérifier");
      expect(card.indicator).toBe("warning");
      expect(card.detail).toMatch(/À demander\s:/);
      expect(card.detail).toContain("Pensez-vous au suicide");
      expect(card.detail).toContain("ressources de crise");
      expect(card.detail).toMatch(/suicidaires[^;]* \(refus de répondre\)/i);
    });

    it("what cannot wait comes first, and is critical", async () => {
      const danger = {
        ...own,
        item: [{ linkId: "imminentDanger", answer: [{ valueBoolean: true }] }],
      };
      const { data } = await ask<{ cards: Card[] }>(selfCare, request({ responses: danger }));
      expect(data.cards[0]?.indicator).toBe("critical");
      expect(cardOf(data.cards, "urgency").detail).toContain("1 866 APPELLE");
      expect(data.cards.map((c) => c.indicator)).toEqual(
        data.cards
          .map((c) => c.indicator)
          .toSorted(
            (a, b) => ["critical", "warning", "info"].indexOf(a) - ["critical", "warning", "info"].indexOf(b),
          ),
      );
    });

    it("speaks the caller’s language", async () => {
      const { data } = await ask<{ cards: Card[] }>(selfCare, request({ responses: null }), "en-CA,fr;q=0.5");
      expect(cardOf(data.cards, "orientation").detail).toMatch(
        /^Recommendation — the decision rests with the clinician, together with the person\./,
      );
    });

    it("refuses what it cannot read, by its place, and another patient’s data", async () => {
      const problem = async (body: unknown, program = selfCare) => {
        const answer = await ask<Problem>(program, body);
        const [first] = answer.data.problems ?? [];
        return [answer.status, answer.data.code, first?.code, first?.at.join("/")];
      };
      expect(await problem(request(undefined))).toEqual([412, "prefetch-missing", undefined, undefined]);
      expect(await problem(request({ autre: null }))).toEqual([
        412,
        "prefetch-missing",
        undefined,
        undefined,
      ]);
      expect(await problem({ ...request({ responses: null }), hook: "order-sign" })).toEqual([
        400,
        "invalid-input",
        expect.any(String),
        "hook",
      ]);
      expect((await problem({ ...request({ responses: null }), surplus: 1 }))[2]).toBe("unknown-key");
      const later = { ...questionnaire(1), authored: "hier" };
      expect(await problem(request({ responses: bundle(own, later) }))).toEqual([
        400,
        "invalid-input",
        expect.any(String),
        "prefetch/responses/entry/1/resource/authored",
      ]);
      const other = { ...questionnaire(1), subject: { reference: "Patient/p2" } };
      expect((await problem(request({ responses: bundle(own, other) })))[2]).toBe("another-patient");
      expect(await problem(request({ responses: null }), "nulle-part")).toEqual([
        404,
        "not-found",
        undefined,
        undefined,
      ]);
    });

    it("keeps nothing of what it is sent", async () => {
      const canary = "Canari-Gauthier-19811130";
      await ask(
        selfCare,
        request(
          {
            responses: bundle({
              ...own,
              id: canary,
              item: [{ linkId: "severity", answer: [{ valueCoding: { code: canary } }] }],
            }),
          },
          { context: { patientId: "p1", userId: canary } },
        ),
      );
      await ask(
        selfCare,
        request({ responses: { resourceType: "QuestionnaireResponse", status: canary.length } }),
      );
      await new App(server().url).get("/healthz");
      expect(server().output().includes(canary)).toBe(false);
    });
  });
}

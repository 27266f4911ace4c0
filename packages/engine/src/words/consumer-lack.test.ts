// What an app lacks, in words.
import { expect, test } from "vitest";
import { plain, worded } from "../../test/worded.ts";
import { lackKinds, type ConsumerLack } from "../diff/index.ts";
import { consumerLackSentence } from "./consumer-lack.ts";
import { typographyFaults } from "./typography.ts";

const app = { consumer: "a", name: "Clinique A", channel: "production" };
const cases: readonly (readonly [ConsumerLack, fr: string, en: string])[] = [
  [
    { ...app, kind: "facts", ids: ["mood", "pets"] },
    "« Clinique A » (canal de production) n’envoie pas encore « Humeur » et « Animaux » : ce sera inconnu pour les personnes qu’elle sert.",
    "“Clinique A” (channel production) does not send “Mood” and “Pets” yet: it will be unknown for the people it serves.",
  ],
  [
    { ...app, channel: null, kind: "facts-unsaid", ids: ["mood"] },
    "« Clinique A » n’a jamais dit ce qu’elle envoie : vérifiez auprès de ses responsables qu’elle enverra « Humeur ».",
    "“Clinique A” has never said what it sends: check with those responsible for it that it will send “Mood”.",
  ],
  [
    { ...app, channel: "preview", kind: "values", of: "mood", ids: ["fair"] },
    "« Clinique A » (canal d’essai) n’offre peut-être pas encore, pour « Humeur », la réponse « Moyenne ».",
    "“Clinique A” (channel preview) may not offer, for “Mood”, the answer “Fair” yet.",
  ],
  [
    { ...app, kind: "outcomes", of: "way", ids: ["watch", "walk"] },
    "« Clinique A » (canal de production) ne sait peut-être pas encore montrer, pour « Voie », l’orientation « Veille » et « Marche ».",
    "“Clinique A” (channel production) may not know how to show, for “Way”, the outcome “Watch” and “Walk” yet.",
  ],
];

test.each(cases)("%j", (lack, fr, en) => {
  expect([
    plain(consumerLackSentence(lack, worded, "fr")),
    plain(consumerLackSentence(lack, worded, "en")),
  ]).toEqual([fr, en]);
  for (const lang of ["fr", "en"] as const)
    expect(typographyFaults(consumerLackSentence(lack, worded, lang), lang)).toEqual([]);
});

test("every kind has its sentence here", () => {
  expect(new Set(cases.map(([lack]) => lack.kind))).toEqual(new Set(lackKinds));
});

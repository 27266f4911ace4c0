import { expect, it } from "vitest";
import { toldDetails } from "./told-details.ts";

it("of settings, tells those that changed, as they were and as they are", () => {
  const title = { fr: "Titre", en: "Title" };
  const settings = { owners: ["Camille"], smallCell: 5, hardExpiryHours: null };
  const after = { title, settings: { ...settings, hardExpiryHours: 72 } };
  expect(toldDetails({ before: { title, settings }, after, reason: "x" })).toEqual({
    reason: "x",
    from: { hardExpiryHours: null },
    to: { hardExpiryHours: 72 },
  });
  const renamed = { title: { ...title, fr: "Autre titre" }, settings };
  expect(toldDetails({ before: { title, settings }, after: renamed })).toEqual({
    from: { title },
    to: { title: renamed.title },
  });
});

it("leaves everything else as it was recorded", () => {
  const details = { before: "a".repeat(64), after: "b".repeat(64), note: "x" };
  expect(toldDetails(details)).toBe(details);
});

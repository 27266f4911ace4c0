import { expect, test } from "vitest";
import { idOfTitle, readProgramFiles } from "./program-files.ts";

const ruleSet = { schemaVersion: 1, program: "essai", facts: [] };
const release = JSON.stringify({
  payloadType: "application/vnd.jumelage.release+json",
  payload: btoa(JSON.stringify({ program: "essai", number: 3 })),
  signatures: [],
});
const keys = JSON.stringify({ keys: [{ kty: "OKP", crv: "Ed25519", x: "x" }] });

test("a rule set alone, and a whole program", () => {
  expect(readProgramFiles([JSON.stringify(ruleSet)])).toEqual({
    program: "essai",
    from: { kind: "documents", ruleSet },
  });
  const whole = { ruleSet, profiles: [{ id: "P1" }], hazards: [] };
  expect(readProgramFiles([JSON.stringify(whole)])).toEqual({
    program: "essai",
    from: { kind: "documents", ...whole },
  });
});

test("a signed release as it is, with keys beside it in any order", () => {
  const from = { kind: "release", envelope: release, program: "essai" };
  expect(readProgramFiles([release])).toEqual({ program: "essai", from });
  const signed = { program: "essai", from: { ...from, keys: [{ kty: "OKP", crv: "Ed25519", x: "x" }] } };
  expect(readProgramFiles([release, keys])).toEqual(signed);
  expect(readProgramFiles([keys, release])).toEqual(signed);
});

test("nothing, two things, or something else", () => {
  const text = JSON.stringify(ruleSet);
  for (const files of [[], [keys], [text, text], [text, release], ["{"], ["[]"], ["null"], ['{"a":1}']])
    expect(readProgramFiles(files)).toBeNull();
});

test("an id out of a title", () => {
  expect(idOfTitle("Autosoins dirigés")).toBe("autosoins-diriges");
  expect(idOfTitle("  L’été à Québec (2e essai) ")).toBe("l-ete-a-quebec-2e-essai");
  expect(idOfTitle("2026 : suivi")).toBe("suivi");
  expect(idOfTitle("…")).toBe("");
  expect(idOfTitle("a".repeat(63) + " b")).toBe("a".repeat(63));
});

// Statements of sources: modelled and cited, or left out for a written reason.
import { expect, test } from "vitest";
import { criterion, fact, tiny } from "../../test/tiny.ts";
import { openStatements } from "./sources.ts";

const text = { fr: "texte", en: "text" };
const said = (id: string, modelled: unknown) => ({ id, locator: "p. 1", text, modelled });
const left = (fr: string, en: string) => ({ reason: { fr, en } });
const source = (id: string, ...statements: readonly unknown[]) => ({ id, title: text, statements });
const parameter = (sources: readonly string[]) => ({
  id: "limit",
  label: text,
  value: 10,
  rationale: text,
  sources,
});

test("a modelled statement is cited by an enabled criterion, a parameter or a fact", () => {
  const statements = ["S1", "S2", "S3", "S4", "S5"].map((id) => said(id, true));
  const ruleSet = tiny({
    sources: [source("A", ...statements.slice(0, 3)), source("B", ...statements.slice(3))],
    parameters: [parameter(["S3"])],
    facts: [fact("age", "integer"), fact("kind", "date", { sources: ["S4"] })],
    criteria: [
      { ...criterion("K", { always: true }, "go"), sources: ["S2"] },
      { ...criterion("OFF", { always: true }, "go"), sources: ["S5"], enabled: false },
    ],
  });
  expect(openStatements(ruleSet)).toEqual([
    { statement: "S1", why: "not-cited" },
    { statement: "S5", why: "not-cited" },
  ]);
});

test("a statement left out needs its reason in both languages, cited or not", () => {
  const ruleSet = tiny({ sources: [source("A", said("S1", left("oui", "yes")))] });
  expect(openStatements(ruleSet)).toEqual([]);
  // A draft may have empty texts.
  const draft = {
    ...ruleSet,
    sources: [
      {
        ...ruleSet.sources[0],
        statements: [
          said("S1", left("raison", "reason")),
          said("S2", left("", "reason")),
          said("S3", left("raison", "  ")),
          said("S4", left(" ", "")),
          said("S5", left(" raison ", " reason ")),
        ],
      },
    ],
    parameters: [parameter(["S2"])],
  } as unknown as typeof ruleSet;
  expect(openStatements(draft)).toEqual([
    { statement: "S2", why: "unexplained" },
    { statement: "S3", why: "unexplained" },
    { statement: "S4", why: "unexplained" },
  ]);
});

test("without sources nothing is open", () => {
  expect(openStatements(tiny())).toEqual([]);
});

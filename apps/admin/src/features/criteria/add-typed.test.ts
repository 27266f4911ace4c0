import type { DraftCondition } from "@jumelage/engine";
import { readTyped } from "@jumelage/engine/read";
import { expect, it } from "vitest";
import { referenceDocuments } from "../../../test/drafts.ts";
import { understoodIn, withTyped, type Understood } from "./add-typed.ts";
import { scopeOfDecision } from "./scope.ts";

const { ruleSet } = referenceDocuments();
const scope = scopeOfDecision(ruleSet, ruleSet.decisions[0]?.id ?? "");
const understood = (text: string): Understood => understoodIn(text, readTyped(text, ruleSet), scope);
const crisis: DraftCondition = { fact: "acutePsychosocialCrisis", operator: "equal", value: false };
const score: DraftCondition = { fact: "phq9Total", operator: "greaterThanInclusive", value: 10 };

it("what is understood is added, what is not stays to be said", () => {
  expect(understood("phq9 au moins 10, chapeau melon et pas de crise")).toMatchObject({
    condition: { all: [score, crisis] },
    left: "chapeau melon",
    asked: [{ question: { code: "unknown-words" } }],
  });
  expect(understood("âge au moins 900")).toMatchObject({ condition: undefined, left: "âge au moins 900" });
});

it("what may not stand in a criterion of this decision is asked about", () => {
  const text = "crise inconnue";
  expect(scope.twoValued).toBe(false);
  expect(understood(text)).toMatchObject({
    condition: undefined,
    left: text,
    asked: [{ question: { code: "elsewhere" } }],
  });
});

it("conditions that must all hold join the others; alternatives stay a group", () => {
  const always: DraftCondition = { condition: "under-adult-age" };
  expect(withTyped(undefined, crisis)).toEqual({ all: [crisis] });
  expect(withTyped({ all: [always] }, { all: [score, crisis] })).toEqual({ all: [always, score, crisis] });
  expect(withTyped({ all: [always] }, { any: [score, crisis] })).toEqual({
    all: [always, { any: [score, crisis] }],
  });
  expect(withTyped({ any: [always] }, { all: [score, crisis] })).toEqual({
    any: [always, { all: [score, crisis] }],
  });
  expect(withTyped(always, crisis)).toEqual({ all: [always, crisis] });
});

it("what is typed fills the gap that a new sentence begins with, and leaves one that is half said", () => {
  const gap: DraftCondition = { hole: {} };
  const half: DraftCondition = { hole: { fact: "phq9Total" } };
  expect(withTyped({ all: [gap] }, crisis)).toEqual({ all: [crisis] });
  expect(withTyped({ all: [gap] }, { all: [score, crisis] })).toEqual({ all: [score, crisis] });
  expect(withTyped({ not: { any: [gap] } }, crisis)).toEqual({ not: { any: [crisis] } });
  expect(withTyped({ any: [half, gap, gap] }, crisis)).toEqual({ any: [half, crisis, gap] });
});

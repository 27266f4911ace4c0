import { parseProfiles, parseRuleSet } from "@jumelage/engine";
import { referencePrograms } from "@jumelage/content";
import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../../draft/sandbox.tsx";
import { setParameter } from "../vocabulary/edits.ts";
import { doneOf, lessonOf, type Lesson } from "./steps.ts";

const [selfCare, serviceChoice] = referencePrograms.map((program) => {
  const ruleSet = parseRuleSet(program.ruleSet);
  const profiles = parseProfiles(program.profiles);
  if (!ruleSet.ok || !profiles.ok) throw new Error("the reference programs parse");
  return { number: 1, ruleSet: ruleSet.value, profiles: profiles.value, hazards: [] };
});
if (!selfCare || !serviceChoice) throw new Error("there are two reference programs");

describe("the lesson of a release", () => {
  it("is a threshold that moves somebody when it is one higher", () => {
    expect(lessonOf(selfCare)).toMatchObject({ parameter: { id: "phq9LookAgain", value: 15 }, to: 16 });
  });
  it("is absent where there is none", () => {
    expect(lessonOf(serviceChoice)).toBeNull();
    expect(lessonOf({ ...selfCare, profiles: [] })).toBeNull();
  });
});

describe("the steps", () => {
  const lesson = lessonOf(selfCare);
  if (lesson === null) throw new Error("there is a lesson");
  const type = (sandbox: Sandbox, { parameter }: Lesson, value: number): void =>
    sandbox.update("", setParameter(parameter.id, { value }), parameter.id);

  it("are done by what was done, in their order, and the copy ends as it began", () => {
    const sandbox = createSandbox(selfCare);
    const done = (seen: boolean) => doneOf(sandbox.snapshot().history, lesson, { seen });
    expect(done(false)).toEqual([]);
    type(sandbox, lesson, 17);
    expect(done(true)).toEqual([]);
    type(sandbox, lesson, 16);
    expect(done(false)).toEqual(["change"]);
    expect(done(true)).toEqual(["change", "see"]);
    sandbox.undo();
    expect(done(true)).toEqual(["change", "see", "undo"]);
    expect(sandbox.snapshot().history.present).toBe(selfCare);
    sandbox.restart();
    expect(done(false)).toEqual([]);
  });

  it("a value typed back is not undone", () => {
    const sandbox = createSandbox(selfCare);
    type(sandbox, lesson, 16);
    sandbox.update("", setParameter(lesson.parameter.id, { value: 15 }));
    expect(doneOf(sandbox.snapshot().history, lesson, { seen: true })).toEqual(["change", "see"]);
  });
});

import { describe, expect, it } from "vitest";
import type { Fact } from "@jumelage/engine";
import { fact, members } from "@jumelage/engine/test/tiny";
import { columnAt, columnsWithin, firstColumns, holdings, isSaid, withColumn } from "./mapping.ts";

const facts = [
  fact("score", "integer", { validFor: "P30D" }),
  fact("traits", "set", { values: members }),
  fact("calm", "boolean"),
] as unknown as readonly Fact[];
const [score, traits] = facts;
if (!score || !traits) throw new Error("there are three facts");

describe("which column says what", () => {
  it("asks first for what most files have", () => {
    expect(holdings(score)).toEqual({
      main: [{ holds: "value" }, { holds: "observedOn" }],
      more: [{ holds: "unreadable" }],
    });
    expect(holdings(traits)).toEqual({
      main: members.map(({ id }) => ({ holds: "member", member: id })),
      more: [{ holds: "observedOn" }, { holds: "unreadable" }, { holds: "asked" }],
    });
  });

  it("begins with the names of the program, and with what was chosen before where that is there", () => {
    const names = new Set(["score", "s", "traits__a", "calm__observed_on"]);
    expect(firstColumns(facts, names, undefined)).toEqual({
      score: { value: "score" },
      traits: { members: { a: "traits__a" } },
      calm: { observedOn: "calm__observed_on" },
    });
    const remembered = { score: { value: "s" }, traits: { members: { b: "gone" } }, gone: { value: "s" } };
    expect(firstColumns(facts, names, remembered)).toMatchObject({
      score: { value: "s" },
      traits: { members: { a: "traits__a" } },
    });
  });

  it("is changed in one place at a time", () => {
    const at = { holds: "member", member: "b" } as const;
    const one = withColumn({}, { fact: "traits", at }, "x");
    expect(columnAt(one, "traits", at)).toBe("x");
    const two = withColumn(one, { fact: "score", at: { holds: "value" } }, "y");
    expect(two).toEqual({ traits: { members: { b: "x" } }, score: { value: "y" } });
    const less = withColumn(two, { fact: "traits", at }, undefined);
    expect(isSaid(less["traits"])).toBe(false);
    expect(isSaid(less["score"])).toBe(true);
    expect(isSaid(undefined)).toBe(false);
  });

  it("leaves out what is about no fact of a vocabulary, or no value of one", () => {
    const columns = {
      score: { value: "s" },
      nobody: { value: "n" },
      traits: { members: { a: "a", z: "z" } },
    };
    expect(columnsWithin(columns, facts)).toEqual({
      score: { value: "s" },
      traits: { members: { a: "a" } },
      calm: {},
    });
  });
});

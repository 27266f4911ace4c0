// From verdicts to the answer of a decision, walk by walk.
import { describe, expect, test } from "vitest";
import { tiny } from "../../test/tiny.ts";
import type { Verdict } from "../kleene.ts";
import type { Decision } from "../model/index.ts";
import { decideMany, decideOne } from "./decide.ts";
import type { CriterionVerdict } from "./run-stage.ts";

const [one, many] = tiny().decisions as [Decision, Decision];
const v = (outcome: string, verdict: Verdict, ...restsOn: readonly string[]): CriterionVerdict => ({
  criterion: `${outcome} ${verdict}`,
  outcome,
  verdict,
  restsOn: new Set(restsOn),
});
const factsOf = (name: string) => (name === "@e" ? ["danger", "since"] : [name]);
const isSafety = (fact: string) => fact === "danger";
const remembered = (outcome: string, ...facts: readonly string[]) => ({ outcome, facts: new Set(facts) });

describe("a decision of kind one", () => {
  const decide = (...verdicts: readonly CriterionVerdict[]) =>
    decideOne({ decision: one, verdicts, factsOf, isSafety });

  test("S1 the first outcome with a true criterion is its state, whatever comes after", () => {
    expect(
      decide(v("stop", "false"), v("care", "true"), v("go", "true"), v("rest", "unknown", "age")),
    ).toEqual({
      result: { kind: "one", state: "care", outcome: "care", possible: ["care"] },
      remembered: [],
    });
    expect(decide(v("care", "unknown", "age"), v("care", "true"))).toEqual({
      result: { kind: "one", state: "care", outcome: "care", possible: ["care"] },
      remembered: [],
    });
  });

  test("S2 none true and none unknown is what is answered otherwise", () => {
    for (const verdicts of [[], [v("stop", "false"), v("go", "false")]])
      expect(decide(...verdicts)).toEqual({
        result: { kind: "one", state: "rest", outcome: "rest", possible: ["rest"] },
        remembered: [],
      });
  });

  test("S2 what is unknown before the candidate leaves it open, and is remembered by outcome", () => {
    expect(
      decide(v("care", "unknown", "age", "kind"), v("stop", "unknown", "score"), v("go", "true")),
    ).toEqual({
      result: { kind: "one", state: "@undetermined", possible: ["stop", "care", "go"] },
      remembered: [remembered("stop", "score"), remembered("care", "age", "kind")],
    });
    expect(decide(v("care", "unknown", "age"), v("care", "unknown", "kind"), v("care", "false"))).toEqual({
      result: { kind: "one", state: "@undetermined", possible: ["care", "rest"] },
      remembered: [remembered("care", "age", "kind")],
    });
  });

  test("R2 an outcome that is open and answered otherwise is possible once", () => {
    expect(decide(v("rest", "unknown", "age")).result.possible).toEqual(["rest"]);
  });

  test("S2 a safety fact among what is open makes it @safety-unknown, through an earlier decision too", () => {
    const state = (...restsOn: readonly string[]) =>
      decide(v("stop", "unknown", "age"), v("care", "unknown", ...restsOn)).result.state;
    expect(state("kind", "danger")).toBe("@safety-unknown");
    expect(state("@e")).toBe("@safety-unknown");
    expect(state("kind")).toBe("@undetermined");
    expect(decide(v("care", "unknown", "@e")).remembered).toEqual([remembered("care", "danger", "since")]);
    // After the candidate nothing counts.
    expect(decide(v("stop", "true"), v("care", "unknown", "danger")).result.state).toBe("stop");
  });

  test("without an outcome for otherwise there is no answer", () => {
    const { otherwise: _, ...bare } = one;
    const options = { decision: bare as Decision, factsOf, isSafety };
    expect(() => decideOne({ ...options, verdicts: [] })).toThrow(
      new Error("the decision d has no outcome for otherwise"),
    );
    expect(decideOne({ ...options, verdicts: [v("go", "true")] }).result.state).toBe("go");
  });
});

describe("S4 a decision of kind many", () => {
  const decide = (withholding: boolean, ...verdicts: readonly CriterionVerdict[]) =>
    decideMany({ decision: many, verdicts, factsOf, withholding });
  const result = (parts: object) => ({
    kind: "many",
    suggested: [],
    undetermined: [],
    withheld: [],
    ...parts,
  });

  test("every outcome is on its own", () => {
    expect(decide(false, v("halt", "false"))).toEqual({ result: result({}), remembered: [] });
    expect(decide(false, v("tell", "true"), v("halt", "unknown", "age", "@e"))).toEqual({
      result: result({ suggested: ["tell"], undetermined: ["halt"] }),
      remembered: [remembered("halt", "age", "danger", "since")],
    });
    expect(decide(false, v("tell", "unknown", "age"), v("tell", "true"), v("halt", "true"))).toEqual({
      result: result({ suggested: ["halt", "tell"] }),
      remembered: [],
    });
  });

  test("S5 while it withholds, all but those of tone stop are withheld, and nothing is asked for them", () => {
    expect(decide(true, v("halt", "true"), v("tell", "true"))).toEqual({
      result: result({ suggested: ["halt"], withheld: ["tell"] }),
      remembered: [],
    });
    expect(decide(true, v("halt", "unknown", "age"), v("tell", "unknown", "kind"))).toEqual({
      result: result({ undetermined: ["halt"], withheld: ["tell"] }),
      remembered: [remembered("halt", "age")],
    });
    expect(decide(true)).toEqual({ result: result({ withheld: ["tell"] }), remembered: [] });
  });
});

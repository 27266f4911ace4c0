import type { Origin } from "@jumelage/db";
import { describe, expect, it } from "vitest";
import { freeId } from "../profiles/profiles.ts";
import { settle } from "./provenance.ts";

const key = { profile: "P1", hash: "a".repeat(64) };
const origin = (provenance: Origin["provenance"], statement?: string): Origin => ({
  ...key,
  provenance,
  ...(statement === undefined ? {} : { statement }),
});
const asked = (change: Partial<Parameters<typeof settle>[0]>): ReturnType<typeof settle> =>
  settle({ ...key, recorded: [], released: undefined, said: undefined, ...change });

describe("where an expectation comes from", () => {
  it("is an accepted answer while nobody says otherwise", () => {
    const found = asked({});
    expect(found).toEqual({ provenance: "accepted-output", origins: [origin("accepted-output")] });
    expect(asked({ recorded: found.origins })).toEqual({ provenance: "accepted-output", origins: [] });
  });

  it("is the source once a statement is its reason, and what it was before once that is taken back", () => {
    const cited = asked({ said: "S1" });
    expect(cited.provenance).toBe("from-source");
    expect(cited.origins).toEqual([origin("accepted-output"), origin("from-source", "S1")]);
    // A later edit back to it finds the statement again.
    expect(asked({ recorded: cited.origins })).toEqual({ provenance: "from-source", origins: [] });
    const back = asked({ recorded: cited.origins, said: null });
    expect(back).toEqual({ provenance: "accepted-output", origins: [origin("accepted-output")] });
  });

  it("stays blind whatever reason is given", () => {
    const entered = [origin("blind")];
    const cited = asked({ recorded: entered, said: "S1" });
    expect(cited).toEqual({ provenance: "blind", origins: [origin("blind", "S1")] });
    const recorded = [...entered, ...cited.origins];
    expect(asked({ recorded, said: null })).toEqual({ provenance: "blind", origins: [origin("blind")] });
  });

  it("is that of the release where nothing else was recorded", () => {
    expect(asked({ released: "from-source" })).toEqual({ provenance: "from-source", origins: [] });
    const cited = asked({ released: "from-source", said: "S1" });
    expect(cited.origins).toEqual([origin("from-source", "S1")]);
    const back = asked({ released: "from-source", recorded: cited.origins, said: null });
    expect(back).toEqual({ provenance: "from-source", origins: [origin("from-source")] });
  });
});

describe("the id of an entered profile", () => {
  it("is drawn until it is free", () => {
    const draws = [7, 100_007, 7, 42];
    const id = freeId(new Set(["PE00007"]), () => draws.shift() ?? 0);
    expect(id).toBe("PE00042");
    expect(draws).toEqual([]);
  });
});

import type { Hazard } from "@jumelage/engine";
import { describe, expect, it } from "vitest";
import { addHazard, controlKey, readControl, removeHazard, withHazard } from "./edit-hazards.ts";

const hazard = (id: string): Hazard => ({ id, title: { fr: id, en: id }, controls: [], profiles: [] });

describe("the hazard file", () => {
  it("gives a new danger an id that no other has", () => {
    const { hazards, id } = addHazard([hazard("H1"), hazard("H3")]);
    expect(id).toBe("H4");
    expect(hazards.map((h) => h.id)).toEqual(["H1", "H3", "H4"]);
    expect(addHazard([hazard("H2")]).id).toBe("H3");
  });

  it("changes and removes one danger only", () => {
    const file = [hazard("H1"), hazard("H2")];
    const changed = withHazard(file, "H2", (h) => ({ ...h, profiles: ["P1"] }));
    expect(changed[0]).toBe(file[0]);
    expect(changed[1]?.profiles).toEqual(["P1"]);
    expect(removeHazard(file, "H1").map((h) => h.id)).toEqual(["H2"]);
  });

  it("writes a control as a choice and reads it back", () => {
    for (const control of [{ criterion: "A-C1" }, { property: "SP1" }]) {
      expect(readControl(controlKey(control))).toEqual(control);
    }
    expect(readControl("")).toBeUndefined();
    expect(readControl("fact/x")).toBeUndefined();
  });
});

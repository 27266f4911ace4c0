// Edits of the hazard file: a new danger, its title, what controls it, what tests the control. Pure.
import type { Hazard } from "@jumelage/engine";

export type Control = Hazard["controls"][number];

/** The file with a new danger at its end, and its id. */
export function addHazard(hazards: readonly Hazard[]): {
  readonly hazards: readonly Hazard[];
  readonly id: string;
} {
  const taken = new Set(hazards.map((h) => h.id));
  for (let n = hazards.length + 1; ; n += 1) {
    const id = `H${n}`;
    if (taken.has(id)) continue;
    const hazard: Hazard = {
      id,
      title: { fr: "Nouveau danger", en: "New hazard" },
      controls: [],
      profiles: [],
    };
    return { id, hazards: [...hazards, hazard] };
  }
}

export function withHazard(
  hazards: readonly Hazard[],
  id: string,
  change: (hazard: Hazard) => Hazard,
): readonly Hazard[] {
  return hazards.map((h) => (h.id === id ? change(h) : h));
}

export function removeHazard(hazards: readonly Hazard[], id: string): readonly Hazard[] {
  return hazards.filter((h) => h.id !== id);
}

/** A control as one text for a list of choices, and back. */
export function controlKey(control: Control): string {
  return "criterion" in control ? `criterion/${control.criterion}` : `property/${control.property}`;
}

export function readControl(key: string): Control | undefined {
  const [kind, ...rest] = key.split("/");
  const id = rest.join("/");
  if (id === "") return undefined;
  if (kind === "criterion") return { criterion: id };
  return kind === "property" ? { property: id } : undefined;
}

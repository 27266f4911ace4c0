// Where each thing that waits is dealt with.
import type { GateId, InboxItem } from "@jumelage/api/schemas";
import { inDraft, programPaths, type ProgramPaths } from "../../paths.ts";

const screenOfGate: Partial<
  Record<GateId, keyof Pick<ProgramPaths, "simulation" | "guarantees" | "update">>
> = {
  profiles: "simulation",
  properties: "guarantees",
  base: "update",
};

/** The address of the screen, with the draft on it. */
export function whereIs(item: InboxItem): string {
  const paths = programPaths(item.program);
  switch (item.kind) {
    case "approve":
      return inDraft(paths.review, item.draft.id);
    case "publish":
      return inDraft(paths.publication, item.draft.id);
    case "returned":
      return inDraft(paths.criteria, item.draft.id);
    case "mend":
      return inDraft(paths[screenOfGate[item.gate] ?? "publication"], item.draft.id);
    case "idle":
      return inDraft(paths.home, item.draft.id);
    case "look-again":
      return paths.version(item.release);
    case "plan-failed":
      return paths.versions;
    case "app-behind":
    case "app-silent":
      return paths.applications;
    default:
      return item satisfies never;
  }
}

// What a law about a whole rule set is: questions about all persons, and findings made of the answers. Wording is
// elsewhere (engine's words/finding); nothing here knows a language.
import type { Finding, Path, Question, WitnessReport } from "@jumelage/engine";
import { witnessReport } from "../witness-report.ts";
import type { Known, Scene } from "./scene.ts";

/** What a law has to say, and the places where the time did not suffice to decide. */
export interface Verdicts {
  readonly findings: readonly Omit<Finding, "law">[];
  readonly undecided: readonly Path[];
}

export interface Law {
  /** Its name in reports, which never changes. */
  readonly id: string;
  readonly apply: (scene: Scene) => Promise<Verdicts>;
}

/** A place that a law speaks about, with what was found out. */
export interface Place<T> {
  readonly at: Path;
  readonly about: T;
  readonly known: Known | undefined;
}

/** The verdicts of a law for which "nobody" is the finding: no person can be shown. */
export function whereNobody<T>(
  places: readonly Place<T>[],
  finding: (about: T) => Pick<Finding, "severity" | "params" | "also">,
): Verdicts {
  return {
    findings: places
      .filter(({ known }) => known === "nobody")
      .map(({ at, about }) => ({ at: [...at], ...finding(about) })),
    undecided: undecidedOf(places),
  };
}

export function undecidedOf(places: readonly Place<unknown>[]): readonly Path[] {
  return places.filter(({ known }) => known === "undecided").map(({ at }) => at);
}

/** A small person who shows it: the question asked for its own sake. Undefined when it was not found in time. */
export async function shown(
  scene: Scene,
  question: Question,
  decisions: readonly string[],
): Promise<WitnessReport | undefined> {
  const answer = await scene.ask(question);
  return answer.status === "somebody" ? witnessReport(question, answer.witness, decisions) : undefined;
}

/** The place of a criterion in the document. */
export function criterionAt(scene: Scene, id: string): Path {
  return ["criteria", scene.ruleSet.criteria.findIndex((c) => c.id === id)];
}
